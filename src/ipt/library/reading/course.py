"""course.yaml: the frame of three days, with its topics, outcomes, half-days and blocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ipt.library.entries import Entry, word_of
from ipt.library.index import Named, Sort, User
from ipt.library.marks import Marked
from ipt.library.mistakes import Sheet
from ipt.library.reading.sources import Sources
from ipt.library.reading.tags import read_tags
from ipt.library.values import Block, BlockKind, Forms, HalfDay, Module, Outcome, Topic

NAME = "course.yaml"
HALF_DAYS = 6
OUTCOMES = 7
LONGEST_BLOCK = 240
RIGID = (BlockKind.BREAK, BlockKind.PRACTICE)


@dataclass(slots=True)
class Frame:
    """course.yaml as read; what stands in it has been checked when there are no mistakes."""

    title: str = ""
    subtitle: str = ""
    summary: str = ""
    aim: str = ""
    topics: list[Topic] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    half_days: list[HalfDay] = field(default_factory=list)
    forms: Forms = field(default_factory=Forms)
    retired: list[Named] = field(default_factory=list)


def read_frame(sources: Sources, modules: Mapping[str, Module]) -> Frame:
    root = sources.yaml(NAME)
    return Frame() if root is None else _Reader(sources, modules, sources.sheet(NAME)).frame(root)


class _Reader:
    def __init__(self, sources: Sources, modules: Mapping[str, Module], sheet: Sheet) -> None:
        self.sources = sources
        self.modules = modules
        self.sheet = sheet

    def frame(self, root: Marked) -> Frame:
        entry = Entry(root, self.sheet, "the course")
        frame = Frame(
            title=entry.text("title"),
            subtitle=entry.text("subtitle"),
            summary=entry.text("summary"),
            aim=entry.text("aim"),
            topics=[self.topic(node) for node in entry.items("topics")],
            outcomes=[self.outcome(node) for node in entry.items("outcomes")],
            half_days=[self.half_day(node, place) for place, node in enumerate(entry.items("half_days"), 1)],
            forms=self.forms(entry),
            retired=[Named(word_of(node, self.sheet), node.line) for node in entry.items("retired", needed=False)],
        )
        entry.close()
        for name, found, number in (
            ("outcomes", len(frame.outcomes), OUTCOMES),
            ("half_days", len(frame.half_days), HALF_DAYS),
        ):
            if name in entry.table and found != number:
                entry.wrong(name, f"{found} in {name}", f"exactly {number}")
        return frame

    def forms(self, whole: Entry) -> Forms:
        node = whole.ask("forms", needed=False)
        if node is None:
            return Forms()
        entry = Entry(node, self.sheet, "forms")
        forms = Forms(*(self.use(Sort.ACTIVITY, entry, name) for name in ("before", "day_3", "follow_up")))
        entry.close()
        return forms

    def key(self, entry: Entry, sort: Sort) -> str:
        named = entry.key()
        self.sources.index.define(sort, named, self.sheet)
        return named.key

    def topic(self, node: Marked) -> Topic:
        entry = Entry(node, self.sheet, "a topic")
        topic = Topic(self.key(entry, Sort.TOPIC), entry.text("title"), entry.text("text"))
        entry.close()
        return topic

    def outcome(self, node: Marked) -> Outcome:
        entry = Entry(node, self.sheet, "an outcome")
        key = self.key(entry, Sort.OUTCOME)
        outcome = Outcome(key, entry.text("title"), entry.text("promise"), entry.text("rating"))
        entry.close()
        return outcome

    def half_day(self, node: Marked, number: int) -> HalfDay:
        entry = Entry(node, self.sheet, "a half-day")
        half_day = HalfDay(
            number=number,
            key=self.key(entry, Sort.HALF_DAY),
            title=entry.text("title"),
            starts=entry.clock("starts"),
            blocks=tuple(self.block(block) for block in entry.items("blocks")),
        )
        entry.close()
        kinds = [block.kind for block in half_day.blocks]
        if kinds and BlockKind.BREAK not in kinds[1:-1]:
            entry.wrong("blocks", "no break inside the half-day", "one between its first and its last block")
        if BlockKind.BREAK in (kinds[:1] + kinds[-1:]):
            entry.wrong("blocks", "a break at the edge of the half-day", "breaks between other blocks")
        return half_day

    def block(self, node: Marked) -> Block:
        """A block that may shrink to 0 minutes may be left out."""
        entry = Entry(node, self.sheet, "a block")
        minutes = entry.number("minutes", least=1, most=LONGEST_BLOCK)
        block = Block(
            key=self.key(entry, Sort.BLOCK),
            title=entry.text("title"),
            kind=entry.choice("kind", BlockKind),
            minutes=minutes,
            shrink_to=entry.number("shrink_to", least=0, most=LONGEST_BLOCK, absent=minutes),
            summary=entry.text("summary"),
            module=self.module(entry),
            activities=self.use(Sort.ACTIVITY, entry, "activities"),
            **read_tags(self.sources, entry, User.BLOCK),
        )
        entry.close()
        if block.shrink_to > block.minutes:
            entry.wrong("shrink_to", f"{block.shrink_to} minutes", f"at most its {block.minutes} minutes")
        elif block.kind in RIGID and block.may_shrink:
            entry.wrong("shrink_to", f"a {block.kind} that may shrink", f"all its {block.minutes} minutes")
        return block

    def use(self, sort: Sort, entry: Entry, name: str) -> tuple[str, ...]:
        return self.sources.use(sort, entry.keys(name), User.BLOCK, self.sheet)

    def module(self, entry: Entry) -> Module | None:
        key = entry.words("module", needed=False)
        self.sources.index.use(Sort.MODULE, Named(key, entry.line_of("module")), User.BLOCK, self.sheet)
        return self.modules.get(key)
