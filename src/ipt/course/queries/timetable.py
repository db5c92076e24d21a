"""The six half-days as they are planned: every block with its local time."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ipt import library
from ipt.course.models import Cohort, HalfDay
from ipt.course.queries.packs import course_of
from ipt.library import Block, BlockKind
from ipt.ui.parts import Slot

KINDS = {
    BlockKind.OPENING: gettext_lazy("Opening"),
    BlockKind.INPUT: gettext_lazy("Talk"),
    BlockKind.DEMONSTRATION: gettext_lazy("Demonstration"),
    BlockKind.PRACTICE: gettext_lazy("Practice"),
    BlockKind.ACTIVITY: gettext_lazy("Together"),
    BlockKind.RECALL: gettext_lazy("From memory"),
    BlockKind.BREAK: gettext_lazy("Break"),
    BlockKind.CLOSING: gettext_lazy("Closing"),
}


@dataclass(frozen=True, slots=True)
class Planned:
    """One half-day on its date, in the zone of its cohort."""

    half_day: HalfDay
    content: library.HalfDay
    starts: dt.datetime
    ends: dt.datetime
    slots: tuple[Slot, ...]

    @property
    def spare(self) -> int:
        """How many minutes its blocks may give up altogether."""
        return self.content.minutes - self.content.least_minutes


@dataclass(frozen=True, slots=True)
class Moment:
    """When one block takes place."""

    block: Block
    starts: dt.datetime
    ends: dt.datetime


def timetable_of(cohort: Cohort, now: dt.datetime, reader: Literal["tutor", "delegate"]) -> list[Planned]:
    """Give all half-days (one query): delegates are led to the materials, tutors to their notes and spare minutes."""
    course = course_of(cohort)
    planned = []
    for half_day in cohort.half_days.all():
        content = course.half_days[half_day.number - 1]
        moments = list(moments_of(half_day, content, cohort))
        slots = tuple(_slot(cohort, moment, now, reader) for moment in moments)
        planned.append(Planned(half_day, content, moments[0].starts, moments[-1].ends, slots))
    return planned


def moments_of(half_day: HalfDay, content: library.HalfDay, cohort: Cohort) -> Iterator[Moment]:
    """Lay the blocks end to end from the start of a half-day; minutes pass as the world counts them."""
    starts = half_day.starts_at(cohort.tz).astimezone(dt.UTC)
    for block in content.blocks:
        ends = starts + dt.timedelta(minutes=block.minutes)
        yield Moment(block, starts.astimezone(cohort.tz), ends.astimezone(cohort.tz))
        starts = ends


def _slot(cohort: Cohort, moment: Moment, now: dt.datetime, reader: Literal["tutor", "delegate"]) -> Slot:
    block = moment.block
    page = "course:block_tutor" if reader == "tutor" else "course:block"
    return Slot(
        starts=moment.starts.time(),
        ends=moment.ends.time(),
        title=block.title,
        kind=block.kind.value,
        kind_label=KINDS[block.kind],
        summary=block.summary,
        url=reverse(page, args=[cohort.id, block.key]) if block.module else "",
        state="now" if moment.starts <= now < moment.ends else "",
        note=shrinking(block) if reader == "tutor" else "",
    )


def shrinking(block: Block) -> str:
    """Say how short a block may become; nothing where its minutes are fixed."""
    if not block.may_shrink:
        return ""
    if not block.shrink_to:
        return _("may be left out")
    words = ngettext("may shrink to %(least)s minute", "may shrink to %(least)s minutes", block.shrink_to)
    return words % {"least": block.shrink_to}
