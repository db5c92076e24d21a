"""What an answer is on its way from a page to a count: typed, read, tallied."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import TypeAlias

from ipt.activities.characters import blank

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
Data: TypeAlias = Mapping[str, list[str]]
Tally: TypeAlias = Mapping[str, Mapping[str, int]]
Reader: TypeAlias = Callable[[list[str]], Json]

ANSWERED = ""  # the mark that counts people, where the other marks alone cannot say how many answered
FEWEST_PUBLISHED = 5  # nothing is published with fewer than 5 answers: facts/course.md, must-have 7


class UnclearError(ValueError):
    """What a person sent cannot be read; the message is the sentence they see."""


class MisfitError(ValueError):
    """A kept answer does not fit its part: a mistake of the program, never of a person."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one part made of a submission: a value or sentences, and always what was typed."""

    value: Json
    errors: Mapping[str, str]
    typed: Data


@dataclass(frozen=True, slots=True)
class Summary:
    """What many answers to one part say together."""

    n: int

    @property
    def publishable(self) -> bool:
        return self.n >= FEWEST_PUBLISHED


def listen(data: Data, readers: Mapping[str, Reader], compose: Callable[[dict[str, Json]], Json]) -> Parsed:
    """Read each field by its own reader; compose one value when nothing was unclear."""
    read: dict[str, Json] = {}
    errors: dict[str, str] = {}
    for field, reader in readers.items():
        try:
            read[field] = reader(data.get(field, []))
        except UnclearError as unclear:
            errors[field] = str(unclear)
    typed = {field: list(data[field]) for field in readers if field in data}
    return Parsed(value=None if errors else compose(read), errors=errors, typed=typed)


def sole(values: list[str]) -> str | None:
    """The one thing that was sent, or None when the field was left empty."""
    given = [value for value in values if not blank(value)]
    if len(given) > 1:
        raise UnclearError("More than one answer arrived here: please give only one.")
    return given[0] if given else None


def merged(*tallies: Tally) -> dict[str, dict[str, int]]:
    """The sum of some tallies, in an order that says nothing of who answered first."""
    total: dict[str, dict[str, int]] = {}
    for tally in tallies:
        for item, marks in tally.items():
            counts = total.setdefault(item, {})
            for mark, count in marks.items():
                counts[mark] = counts.get(mark, 0) + count
    return {item: dict(sorted(total[item].items())) for item in sorted(total)}


def half_up(share: Fraction) -> int:
    """The nearest whole number; a half goes up, as people round, not to even, as Python does."""
    return floor(share + Fraction(1, 2))
