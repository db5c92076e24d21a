"""What the prospectus tells beside its own words: the hours of the course, and the cohorts that take people."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ipt import library
from ipt.course.models import Cohort, HalfDay
from ipt.course.queries.cohorts import open_cohorts
from ipt.library import BlockKind


@dataclass(frozen=True, slots=True)
class Hours:
    """The minutes of the course, and what they are spent on."""

    taught: int
    practice: int
    breaks: int

    @property
    def share(self) -> int:
        """Practice in percent of what is taught, breaks left out; rounded down, so that it never claims too much."""
        return 100 * self.practice // self.taught if self.taught else 0


def hours_of(course: library.Course) -> Hours:
    """Add up the blocks."""
    minutes = dict.fromkeys(BlockKind, 0)
    for block in course.blocks:
        minutes[block.kind] += block.minutes
    breaks = minutes[BlockKind.BREAK]
    return Hours(sum(minutes.values()) - breaks, minutes[BlockKind.PRACTICE], breaks)


def duration(minutes: int) -> str:
    """Say how long: “17 h 35 min”."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return _("%(hours)s h") % {"hours": hours}
    return _("%(hours)s h %(rest)s min") % {"hours": hours, "rest": rest}


def days_in_words(days: Iterable[dt.date]) -> str:
    """Say which days, each month once: “30, 31 January and 1 February 2027”."""
    rest = sorted(set(days))
    if not rest:
        return ""
    said = [
        date_format(day, "j")
        if after and (day.year, day.month) == (after.year, after.month)
        else date_format(day, "j F")
        for day, after in zip(rest, [*rest[1:], None], strict=True)
    ]
    words = (
        said[-1] if len(said) == 1 else _("%(days)s and %(last)s") % {"days": ", ".join(said[:-1]), "last": said[-1]}
    )
    return f"{words} {rest[-1].year}"


@dataclass(frozen=True, slots=True)
class Dates:
    """A cohort that takes people: its days, and how many places are left."""

    cohort: Cohort
    half_days: tuple[HalfDay, ...]
    left: int

    @property
    def days(self) -> str:
        """Say on which days it meets."""
        return days_in_words(half_day.date for half_day in self.half_days)


def open_dates(now: dt.datetime) -> list[Dates]:
    """Give the cohorts that take people and have not begun, the next first (two queries)."""
    found = []
    for cohort in open_cohorts().prefetch_related("half_days"):
        half_days = tuple(cohort.half_days.all())
        if half_days and half_days[0].starts_at(cohort.tz) > now:
            found.append(Dates(cohort, half_days, max(0, cohort.most - int(getattr(cohort, "held", 0)))))
    return sorted(found, key=lambda dates: dates.half_days[0].starts_at(dates.cohort.tz))
