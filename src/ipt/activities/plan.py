"""The kind `plan`: an if-then plan, "When ..., then I will ...", tied to a focus area of IPT."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from ipt.activities.answers import (
    ANSWERED,
    Data,
    Json,
    MisfitError,
    Parsed,
    Summary,
    Tally,
    UnclearError,
    listen,
    sole,
)
from ipt.activities.characters import blank
from ipt.activities.items import Item, ItemCount, chosen, counted, fitting, read_items
from ipt.activities.schema import Fields
from ipt.activities.writing import LONGEST_LINE, Writing, read_writing

NAMES = ("when", "then", "focus", "date", "obstacle", "buddy")
LONGEST_NAME = 80
ISO_DATE = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
BRITISH_DATE = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")
YEARS = range(2000, 2101)


@dataclass(frozen=True, slots=True)
class PlanSummary(Summary):
    """How many people made a plan and for which focus areas; the words of a plan stay their maker's own."""

    focus: tuple[ItemCount, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    kind: ClassVar[str] = "plan"
    longest: ClassVar[int] = LONGEST_LINE

    key: str
    prompt: str
    focus_areas: tuple[Item, ...]
    required: bool = True

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            key=fields.key("key"),
            prompt=fields.text("prompt"),
            focus_areas=read_items(fields, "focus_areas", least=1),
            required=fields.flag("required", default=True),
        )

    def fields(self, prefix: str = "") -> tuple[str, ...]:
        return tuple(f"{prefix}{self.key}-{name}" for name in NAMES)

    def parse(self, data: Data, prefix: str = "") -> Parsed:
        when, then, focus, day, obstacle, buddy = names = self.fields(prefix)
        begun = any(not blank(value) for name in names for value in data.get(name, []))
        ask = self.required or begun  # a plan that is begun needs both its halves
        ask_when = "The cue is missing: please write when you will do it." if ask else None
        ask_then = "The action is missing: please write what you will do then." if ask else None
        return listen(
            data,
            {
                when: lambda values: read_writing(values, self.longest, ask=ask_when),
                then: lambda values: read_writing(values, self.longest, ask=ask_then),
                focus: lambda values: chosen(values, self.focus_areas, required=False),
                day: _read_date,
                obstacle: lambda values: read_writing(values, self.longest, ask=None),
                buddy: lambda values: read_writing(values, LONGEST_NAME, ask=None),
            },
            lambda read: dict(zip(NAMES, (read[name] for name in names), strict=True)) if ask else None,
        )

    def tally(self, value: Json) -> Tally:
        match value:
            case {"when": str(), "then": str(), "focus": None}:
                return {self.key: {ANSWERED: 1}}
            case {"when": str(), "then": str(), "focus": focus}:
                return {self.key: {ANSWERED: 1, fitting(focus, self.focus_areas): 1}}
        raise MisfitError("A kept plan is not a cue with an action.")

    def summarise(self, counts: Tally, _writings: tuple[Writing, ...] = ()) -> PlanSummary:
        marks = counts.get(self.key, {})
        n = marks.get(ANSWERED, 0)
        return PlanSummary(n=n, focus=counted(self.focus_areas, marks, n))


def _read_date(values: list[str]) -> Json:
    """A date as a browser sends it, or as a person in Britain writes it."""
    typed = sole(values)
    if typed is None:
        return None
    found = ISO_DATE.fullmatch(typed.strip()) or BRITISH_DATE.fullmatch(typed.strip())
    try:
        day = date(**{name: int(digits) for name, digits in found.groupdict().items()}) if found else None
    except ValueError:  # such as 31/2/2027
        day = None
    if day is None or day.year not in YEARS:
        raise UnclearError("That is not a date in the calendar: please write it like 3/12/2026.")
    return day.isoformat()
