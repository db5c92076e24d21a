"""Marks: whole numbers on a scale, read from a page and summed as the published percentage."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from ipt.activities.answers import Json, MisfitError, Summary, UnclearError, half_up, sole

MOST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class MarkCount:
    """How many people gave this mark."""

    mark: int
    count: int


@dataclass(frozen=True, slots=True)
class MarksSummary(Summary):
    """Marks that n people gave; percentage = sum of marks / (n x maximum), facts/course.md, appendix B."""

    total: int
    lowest: int | None
    highest: int | None
    maximum: int
    counts: tuple[MarkCount, ...]

    @property
    def mean(self) -> float | None:
        return self.total / self.n if self.n else None

    @property
    def percentage(self) -> Fraction | None:
        return Fraction(100 * self.total, self.n * self.maximum) if self.n else None

    @property
    def percentage_shown(self) -> int | None:
        return None if self.percentage is None else half_up(self.percentage)

    @property
    def formula(self) -> str:
        """The published figure with everything needed to work it out again."""
        if self.percentage_shown is None:
            return ""
        return f"{self.total} / ({self.n} x {self.maximum}) = {self.percentage_shown}%"


def read_mark(values: list[str], marks: range, *, required: bool) -> int | None:
    """A mark in plain digits; `int()` alone would take '٣', ' 1_0 ' and '+3'."""
    typed = sole(values)
    wanted = f"please choose a whole number from {marks[0]} to {marks[-1]}"
    if typed is None:
        if required:
            raise UnclearError(f"This has no mark yet: {wanted}.")
        return None
    digits = typed.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS):
        raise UnclearError(f"That is not a mark on this scale: {wanted}.")
    if int(digits) not in marks:
        raise UnclearError(f"{int(digits)} is outside this scale: {wanted}.")
    return int(digits)


def fitting_mark(value: Json, marks: range) -> str:
    """A kept mark as the text under which it is counted."""
    if isinstance(value, int) and not isinstance(value, bool) and value in marks:
        return str(value)
    raise MisfitError("A kept mark is outside its scale.")


def sum_marks(counts: Mapping[str, int], marks: range) -> MarksSummary:
    known = {str(mark): mark for mark in marks}
    if set(counts) - set(known):
        raise MisfitError("A kept count belongs to a mark outside its scale.")
    spread = tuple(MarkCount(mark, counts.get(text, 0)) for text, mark in known.items())
    given = [each.mark for each in spread if each.count]
    return MarksSummary(
        n=sum(each.count for each in spread),
        total=sum(each.mark * each.count for each in spread),
        lowest=min(given, default=None),
        highest=max(given, default=None),
        maximum=marks[-1],
        counts=spread,
    )
