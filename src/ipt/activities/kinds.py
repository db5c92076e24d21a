"""The registry of kinds, and the doors that every kind has."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from ipt.activities.answers import Data, Json, Parsed, Summary, Tally, merged
from ipt.activities.check import Check, Score
from ipt.activities.choice import Choice
from ipt.activities.now_and_then import NowAndThen
from ipt.activities.plan import Plan
from ipt.activities.question import Question
from ipt.activities.ratings import Ratings
from ipt.activities.scale import Scale
from ipt.activities.schema import Fields
from ipt.activities.text import Text
from ipt.activities.words import Words
from ipt.activities.writing import Writing

Part: TypeAlias = Choice | Scale | Ratings | NowAndThen | Words | Question | Check | Text | Plan

KINDS: Mapping[str, type[Part]] = MappingProxyType(
    {
        "choice": Choice,
        "scale": Scale,
        "ratings": Ratings,
        "now-and-then": NowAndThen,
        "words": Words,
        "question": Question,
        "check": Check,
        "text": Text,
        "plan": Plan,
    }
)


def read_part(fields: Fields) -> Part | None:
    """None when the kind is unknown; the mistake is noted in `fields`."""
    name = fields.among("kind", KINDS)
    if name is None:
        return None
    part = KINDS[name].read(fields)
    fields.finish()
    return part


def parse(part: Part, data: Data, prefix: str = "") -> Parsed:
    return part.parse(data, prefix)


def tally(part: Part, value: Json) -> Tally:
    """What one answer adds to the counts; keys are the part's field names without a prefix."""
    return {} if value is None else part.tally(value)


def writings(part: Part, value: Json) -> tuple[Writing, ...]:
    """The free writing of one answer, which counts cannot hold."""
    return part.writings(value) if isinstance(part, Text | Question) and value is not None else ()


def summarise_counts(part: Part, counts: Tally, kept: Iterable[Writing] = ()) -> Summary:
    """The summary from counts alone, and from the writings kept beside them."""
    return part.summarise(counts, tuple(kept))


def summarise(part: Part, values: Iterable[Json]) -> Summary:
    """The summary from answers one by one: through the counts, so that both ways agree."""
    answers = list(values)
    counts = merged(*(tally(part, value) for value in answers))
    return summarise_counts(part, counts, [writing for value in answers for writing in writings(part, value)])


def score(part: Part, value: Json) -> Score | None:
    """None for a kind that has no right answer, and for no answer."""
    return part.score(value) if isinstance(part, Check) and value is not None else None
