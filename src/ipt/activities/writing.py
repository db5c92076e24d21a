"""Free writing: read from a page within limits, kept beside the counts, never counted by its words."""

from collections.abc import Mapping
from dataclasses import dataclass

from ipt.activities.answers import ANSWERED, Summary, UnclearError, sole
from ipt.activities.characters import composed, storable, trimmed

MOST_SHRINKING = 4  # composing turns at most four characters into one, such as a Greek letter with three accents
LONGEST_LINE = 300
MOST_ALLOWED = 5000


@dataclass(frozen=True, slots=True, order=True)
class Writing:
    """One person's own words, and whether they agreed to be quoted."""

    text: str
    may_quote: bool = False


@dataclass(frozen=True, slots=True)
class WritingSummary(Summary):
    """What people wrote, sorted by text, so that the order says nothing of who wrote first."""

    writings: tuple[Writing, ...]


def read_writing(values: list[str], longest: int, *, ask: str | None) -> str | None:
    """Text within its limit; `ask` is the sentence for an empty field that may not stay empty."""
    typed = sole(values)
    if typed is None:
        if ask is not None:
            raise UnclearError(ask)
        return None
    text = trimmed(typed)
    if len(text) <= longest * MOST_SHRINKING:  # composing a very long run of accents takes quadratic time
        if not storable(text):
            raise UnclearError("This has a hidden character that cannot be kept: please type these words again.")
        text = composed(text)
    if len(text) > longest:
        raise UnclearError(f"This is {len(text):,} characters long: please shorten it to {longest:,} or fewer.")
    return text


def gather(key: str, counts: Mapping[str, Mapping[str, int]], writings: tuple[Writing, ...]) -> WritingSummary:
    n = counts.get(key, {}).get(ANSWERED, 0)
    return WritingSummary(n=n, writings=tuple(sorted(writings)))
