"""vignettes/*.yaml: fictional people, with the key to the focus and the facts it rests on."""

from ipt.library.entries import Entry
from ipt.library.index import Named, Sort, User
from ipt.library.reading.sources import Sources
from ipt.library.reading.tags import read_tags
from ipt.library.values import (
    AgeGroup,
    Alternative,
    Circle,
    Fact,
    Feature,
    FocusKey,
    InventoryEntry,
    Measure,
    MeasureScore,
    Reason,
    Setting,
    TimelineRow,
    Vignette,
)
from ipt.method import Fit, FocusArea

FORMULATION = 60, 190  # words
FEWEST_ROWS = 3


def read_vignettes(sources: Sources) -> dict[str, Vignette]:
    return {key: _Story(sources, name).read(key) for key, name in sources.named("vignettes")}


class _Story:
    def __init__(self, sources: Sources, name: str) -> None:
        self.sources = sources
        self.entry = sources.entry(name, "a vignette")
        self.facts: dict[str, int] = {}

    def read(self, key: str) -> Vignette:
        entry = self.entry
        self.sources.index.define(Sort.VIGNETTE, Named(key, 1), entry.sheet)
        vignette = Vignette(
            key=key,
            title=entry.text("title"),
            person=entry.text("person"),
            setting=entry.choice("setting", Setting),
            age_group=entry.choice("age_group", AgeGroup),
            features=entry.choices("features", Feature),
            content_note=entry.text("content_note"),
            story=tuple(self.fact(row) for row in entry.rows("story", "a passage")),
            timeline=tuple(self.moment(row) for row in entry.rows("timeline", "a row of the timeline")),
            inventory=tuple(self.person(row) for row in entry.rows("inventory", "somebody in the inventory")),
            scores=tuple(map(_score, entry.rows("scores", "a score"))),
            risk=entry.text("risk"),
            fit=entry.choice("fit", Fit),
            fit_reason=entry.text("fit_reason"),
            instead=entry.text("instead", needed=False),
            focus_key=self.focus_key(),
            formulation=entry.text("formulation", needed=False),
            sources=self.sources.cited(entry),
            **read_tags(self.sources, entry, User.STORY),
        )
        entry.close()
        self.agree(vignette)
        return vignette

    def named(self, entry: Entry) -> str:
        key = entry.key()
        first = self.facts.setdefault(key.key, key.line)
        if key.key and first != key.line:
            entry.sheet.wrong(key.line, f'the key "{key.key}" again', f"another (line {first} has it)")
        return key.key

    def fact(self, entry: Entry) -> Fact:
        fact = Fact(self.named(entry), entry.text("text"))
        entry.close()
        return fact

    def moment(self, entry: Entry) -> TimelineRow:
        row = TimelineRow(
            self.named(entry),
            entry.text("when"),
            entry.text("event", needed=False),
            entry.text("symptoms", needed=False),
        )
        entry.close()
        return row

    def person(self, entry: Entry) -> InventoryEntry:
        person = InventoryEntry(
            self.named(entry), entry.text("who"), entry.choice("circle", Circle), entry.text("text")
        )
        entry.close()
        return person

    def focus_key(self) -> FocusKey | None:
        node = self.entry.ask("focus_key", needed=False)
        if node is None:
            return None
        entry = Entry(node, self.entry.sheet, "the focus key")
        key = FocusKey(
            area=entry.choice("area", FocusArea),
            reasons=tuple(self.reason(row) for row in entry.rows("reasons", "a reason")),
            alternatives=tuple(
                self.alternative(row) for row in entry.rows("alternatives", "an alternative", needed=False)
            ),
            not_chosen=entry.text("not_chosen"),
        )
        entry.close()
        return key

    def alternative(self, entry: Entry) -> Alternative:
        area, defensible = entry.choice("area", FocusArea), entry.flag("defensible")
        return Alternative(area, defensible, self.reason(entry))

    def reason(self, entry: Entry) -> Reason:
        """No reason without the facts it rests on."""
        rests_on = entry.keys("rests_on")
        for named in rests_on:
            if named.key and named.key not in self.facts:
                entry.sheet.wrong(named.line, f'the unknown fact "{named.key}"', f"one of {', '.join(self.facts)}")
        if entry.table and not rests_on:
            entry.wrong("rests_on", "a reason that rests on nothing", "the keys of facts in the story")
        reason = Reason(entry.text("text"), tuple(named.key for named in rests_on))
        entry.close()
        return reason

    def agree(self, vignette: Vignette) -> None:
        """What the fit demands is there, and what it forbids is not."""
        treated = vignette.fit is not Fit.NOT_THE_TREATMENT
        wrong = self.entry.wrong
        if treated != (vignette.focus_key is not None):
            wrong("focus_key", "a key and a fit that disagree", "a focus key, unless IPT is not the treatment")
        if treated != bool(vignette.formulation):
            wrong("formulation", "a formulation and a fit that disagree", "one, unless IPT is not the treatment")
        if vignette.fit is not Fit.GOOD and not vignette.instead:
            wrong("instead", "nothing to do instead or as well", "a sentence, as the fit is not good")
        least, most = FORMULATION
        words = len(vignette.formulation.split())
        if vignette.formulation and not (least <= words <= most and vignette.formulation.endswith("?")):
            wrong("formulation", f"a formulation of {words} words", f"{least} to {most}, ending with a question")
        for name, rows in (("timeline", vignette.timeline), ("inventory", vignette.inventory)):
            if len(rows) < FEWEST_ROWS:
                wrong(name, f"{len(rows)} rows", f"at least {FEWEST_ROWS}")


def _score(entry: Entry) -> MeasureScore:
    measure = entry.choice("measure", Measure)
    score = MeasureScore(entry.text("when"), measure, entry.number("score", least=0, most=measure.highest))
    entry.close()
    return score
