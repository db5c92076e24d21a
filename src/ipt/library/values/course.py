"""The course as a whole: topics, outcomes, six half-days of blocks, their modules, and what stands beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

from ipt.activities import Activity
from ipt.library.markdown.nodes import Document, Line, cited
from ipt.library.values.papers import Deck, Diagram, MondayCard, Paper, RecallCard
from ipt.library.values.practice import Demonstration, RolePlay
from ipt.library.values.stories import Exchange, Vignette
from ipt.library.values.tagged import Tagged


class BlockKind(StrEnum):
    """What people do during a block."""

    OPENING = "opening"
    INPUT = "input"
    DEMONSTRATION = "demonstration"
    PRACTICE = "practice"
    ACTIVITY = "activity"
    RECALL = "recall"
    BREAK = "break"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Topic:
    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One of the seven: `promise` for the prospectus, `rating` in the first person for a 0-10 self-rating."""

    key: str
    title: str
    promise: str
    rating: str


@dataclass(frozen=True, slots=True)
class Module:
    """What is read in a block: by delegates (lesson, handout) and by the tutor alone (tutor)."""

    key: str
    lesson: Document
    tutor: Document
    handout: Document | None
    slides: Deck | None
    activities: tuple[str, ...]

    @property
    def citations(self) -> tuple[str, ...]:
        papers = [paper for paper in (self.lesson, self.tutor, self.handout, self.slides) if paper]
        return tuple(dict.fromkeys(key for paper in papers for key in paper.citations))


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Tagged):
    key: str
    title: str
    kind: BlockKind
    minutes: int
    shrink_to: int
    summary: str
    module: Module | None
    activities: tuple[str, ...]

    @property
    def may_shrink(self) -> bool:
        return self.shrink_to < self.minutes


@dataclass(frozen=True, slots=True)
class HalfDay:
    number: int
    key: str
    title: str
    starts: time
    blocks: tuple[Block, ...]

    @property
    def day(self) -> int:
        return (self.number + 1) // 2

    @property
    def minutes(self) -> int:
        return sum(block.minutes for block in self.blocks)

    @property
    def taught_minutes(self) -> int:
        """The minutes without breaks, which is what a certificate counts."""
        return sum(block.minutes for block in self.blocks if block.kind is not BlockKind.BREAK)

    @property
    def least_minutes(self) -> int:
        return sum(block.shrink_to for block in self.blocks)

    @property
    def ends(self) -> time:
        return self._after(self.minutes)

    def starts_of(self, block_key: str) -> time:
        """When a block begins if every block keeps its minutes."""
        gone = 0
        for block in self.blocks:
            if block.key == block_key:
                return self._after(gone)
            gone += block.minutes
        raise KeyError(block_key)

    def _after(self, minutes: int) -> time:
        hours, rest = divmod(self.starts.hour * 60 + self.starts.minute + minutes, 60)
        return time(hours % 24, rest)


@dataclass(frozen=True, slots=True)
class Reference:
    """A source; where it can be read is its DOI, else its address."""

    key: str
    authors: str
    year: int
    title: str
    source: str
    doi: str
    isbn: str
    url: str

    @property
    def address(self) -> str:
        return f"https://doi.org/{self.doi}" if self.doi else self.url


@dataclass(frozen=True, slots=True)
class Signpost:
    need: str
    name: str
    contact: str
    hours: str
    url: str


# The needs that no paper for a patient goes without, as signposts.yaml begins them; and one more that stands beside
# them where the list has it, for a country without the number 111.
NEEDED = ("Immediate danger to life", "Urgent mental health help", "Somebody to listen")
URGENT = (*NEEDED, "Crisis support")


@dataclass(frozen=True, slots=True)
class Signposts:
    """Where to turn in need, and the day somebody last checked it."""

    checked: date
    entries: tuple[Signpost, ...]

    @property
    def urgent(self) -> tuple[Signpost, ...]:
        """Who answers at once, in the order of the list: for the foot of what patients are handed."""
        return tuple(entry for entry in self.entries if entry.need.startswith(URGENT))


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: str
    paragraphs: tuple[Line, ...]
    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Prospectus:
    title: str
    lead: Line
    who_for: Line
    sections: tuple[Section, ...]
    small_print: tuple[Line, ...]

    @property
    def citations(self) -> tuple[str, ...]:
        sections = [line for section in self.sections for line in (*section.paragraphs, *section.items)]
        lines = (self.lead, self.who_for, *sections, *self.small_print)
        return cited(tuple(inline for line in lines for inline in line))


@dataclass(frozen=True, slots=True)
class Forms:
    """What people fill in at each occasion: keys of activities."""

    before: tuple[str, ...] = ()
    day_3: tuple[str, ...] = ()
    follow_up: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """A whole checked content pack; `digest` is the sha256 of its bytes.

    `surveys` are the activities that belong to no module; the parallel forms of the knowledge check are among them,
    and `questions` names them form by form.
    """

    title: str
    subtitle: str
    summary: str
    aim: str
    topics: tuple[Topic, ...]
    outcomes: tuple[Outcome, ...]
    half_days: tuple[HalfDay, ...]
    modules: Mapping[str, Module]
    activities: Mapping[str, Activity]
    surveys: Mapping[str, Activity]
    questions: Mapping[str, tuple[str, ...]]
    forms: Forms
    demonstrations: Mapping[str, Demonstration]
    roleplays: Mapping[str, RolePlay]
    vignettes: Mapping[str, Vignette]
    exchanges: Mapping[str, Exchange]
    monday: Mapping[str, MondayCard]
    recall: Mapping[str, RecallCard]
    papers: Mapping[str, Paper]
    diagrams: Mapping[str, Diagram]
    references: Mapping[str, Reference]
    signposts: Signposts
    prospectus: Prospectus
    retired: tuple[str, ...]
    digest: str

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(block for half_day in self.half_days for block in half_day.blocks)

    def block(self, key: str) -> Block:
        return _named(self.blocks, key)

    def topic(self, key: str) -> Topic:
        return _named(self.topics, key)

    def outcome(self, key: str) -> Outcome:
        return _named(self.outcomes, key)

    def half_day_of(self, block_key: str) -> HalfDay:
        block = self.block(block_key)
        return next(half_day for half_day in self.half_days if block in half_day.blocks)

    def activity(self, key: str) -> Activity:
        """An activity of a module, or a survey."""
        return self.surveys[key] if key in self.surveys else self.activities[key]

    def sources(self, keys: Iterable[str]) -> tuple[Reference, ...]:
        return tuple(self.references[key] for key in dict.fromkeys(keys))


Keyed = TypeVar("Keyed", Topic, Outcome, Block)


def _named(values: Iterable[Keyed], key: str) -> Keyed:
    for value in values:
        if value.key == key:
            return value
    raise KeyError(key)
