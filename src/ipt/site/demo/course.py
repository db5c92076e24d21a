"""The half-days of a cohort one after another, with what is asked of everybody before and after."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from ipt.site.demo import words
from ipt.site.demo.calendar import DAY, at
from ipt.site.demo.cast import Delegate
from ipt.site.demo.runs import Run
from ipt.site.demo.teaching import (
    NEEDS,
    OUTCOMES,
    answered,
    closed,
    half_day_held,
    needs_written,
    opened,
    outcomes_rated,
)

HALF_DAYS = 6
KNOWLEDGE_BEFORE, KNOWLEDGE_AFTER, LOOKING_BACK = "knowledge-a-1", "knowledge-b-1", "looking-back"
Absent = Mapping[int, Collection[Delegate]]
Missed = Mapping[int, Mapping[Delegate, int]]


def prepared(run: Run, people: Collection[Delegate]) -> None:
    """Before the course some write what they need, and nearly all mark the seven outcomes and answer ten questions.

    All of it ends as the course begins.
    """
    first = run.days[0]
    needs = opened(run, NEEDS, at(first - 28 * DAY, "09:00"))
    needs_written(run, needs, people, at(first - DAY, "20:00"))
    before = opened(run, OUTCOMES, at(first - 6 * DAY, "09:00"))
    outcomes_rated(run, before, words.BEFORE, at(first - 5 * DAY, "18:30"))
    check = opened(run, KNOWLEDGE_BEFORE, at(first - 6 * DAY, "09:01"))
    answered(check, run.attending(), at(first - 4 * DAY, "19:00"))
    closed(run, needs, at(first, "08:50"))
    closed(run, before, at(first, "08:51"))
    closed(run, check, at(first, "08:52"))


def taught(run: Run, *, absent: Absent = MappingProxyType({}), missed: Missed, until: int = HALF_DAYS) -> None:
    """Hold the half-days up to one of them; on the last afternoon people look back and answer ten questions."""
    for number in range(1, until + 1):
        half_day_held(run, number, absent=absent.get(number, ()), missed=missed.get(number, {}))
    if until == HALF_DAYS:
        last = run.days[-1]
        for activity, clock in ((LOOKING_BACK, "15:50"), (KNOWLEDGE_AFTER, "15:56")):
            sheet = opened(run, activity, at(last, clock))
            answered(sheet, run.attending(), at(last, clock, 1))
            closed(run, sheet, at(last, clock, 7), revealed=True)
