"""From what is written in the story to answers, read the way a browser's are: none is told that no page would take."""

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

from ipt.activities import (
    Activity,
    Check,
    CheckQuestion,
    Choice,
    Json,
    NowAndThen,
    Part,
    Plan,
    Question,
    Ratings,
    Scale,
    Text,
    Words,
    parse_activity,
)
from ipt.site.demo import words

T = TypeVar("T")
Sent = dict[str, list[str]]
# How many of ten questions people know from memory.
KNOWN = 0.8


class StoryMistake(Exception):
    """The story does not fit the course any more: one of the two has to be rewritten."""


def read(activity: Activity, sent: Mapping[str, list[str]]) -> Mapping[str, Json]:
    """Give what an activity makes of this answer."""
    submitted = parse_activity(activity, sent)
    if submitted.errors:
        raise StoryMistake(f"{activity.key}: {dict(submitted.errors)}")
    return submitted.values


def given(activity: Activity, person: int) -> Mapping[str, Json]:
    """Give one person's answer to any activity of the course: as the story has it, else as somebody might.

    It is empty for somebody who has nothing to say.
    """
    chance = random.Random(f"{activity.key} {person}")  # noqa: S311 -- a story, not a secret
    sent: Sent = {}
    for part in activity.parts:
        sent.update(_sent(activity.key, part, person, chance))
    return read(activity, sent) if any(any(values) for values in sent.values()) else {}


def rated(activity: Activity, rows: Sequence[Sequence[int]], person: int) -> Mapping[str, Json]:
    """Give one person's marks for an activity whose only part is ratings."""
    (part,) = activity.parts
    return read(activity, dict(zip(part.fields(), ([str(mark)] for mark in nth(rows, person)), strict=True)))


def nth(row: Sequence[T], person: int) -> T:
    """Give a person's entry of a row; whoever comes after its end begins again."""
    return row[person % len(row)]


def _sent(activity: str, part: Part, person: int, chance: random.Random) -> Sent:
    """Give what a browser would send for one part."""
    here = (activity, part.key)
    sent: Sent
    match part:
        case Choice():
            keys = words.CHOSEN[here].split() if here in words.CHOSEN else [chance.choice(part.options).key]
            sent = {part.key: [nth(keys, person)]}
        case Scale():
            sent = {part.key: [str(nth(words.MARKS.get(here, (chance.randint(4, 9),)), person))]}
        case Ratings():
            sent = {field: [str(_mark(part, chance))] for field in part.fields()}
        case NowAndThen():
            sent = _then_and_now(part, person)
        case Words():
            sent = {part.key: nth(words.WORDS.get(here, ("listening, pace",)), person).split(", ")}
        case Question():
            sent = {part.key: [nth(words.ASKED.get(here, words.QUESTIONS), person)]}
        case Check():
            sent = {f"{part.key}-{one.key}": [_from_memory(one, chance)] for one in part.questions}
        case Text():
            sent = {part.key: [nth(words.TEXTS.get(here, words.ANYTHING), person)]}
        case Plan():
            sent = _plan(part, person, chance)
    return sent


def _mark(part: Ratings, chance: random.Random) -> int:
    """Draw a mark in the upper half of the scale."""
    return chance.randint((part.minimum + part.maximum + 1) // 2, part.maximum)


def _then_and_now(part: NowAndThen, person: int) -> Sent:
    """Give marks that look back a little lower than those given before the course."""
    sent: Sent = {}
    for item, before, after in zip(part.items, nth(words.BEFORE, person), nth(words.AFTER, person), strict=False):
        sent[f"{part.key}-{item.key}-then"] = [str(max(before - 1, part.minimum))]
        sent[f"{part.key}-{item.key}-now"] = [str(after)]
    return sent


def _from_memory(question: CheckQuestion, chance: random.Random) -> str:
    """Give the right answer, mostly."""
    known = chance.random() < KNOWN
    return question.right if known else chance.choice(question.options).key


def _plan(part: Plan, person: int, chance: random.Random) -> Sent:
    """Give a plan for one of the focus areas."""
    when, then = nth(words.PLANS, person)
    focus = chance.choice(part.focus_areas).key
    return {f"{part.key}-when": [when], f"{part.key}-then": [then], f"{part.key}-focus": [focus]}
