"""What must be true of a cohort's plan, said in sentences for whoever plans it."""

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ipt.course.models import Cohort, HalfDay

HALF_DAYS = 6


def date_mistakes(half_days: Sequence[HalfDay], cohort: Cohort) -> list[str]:
    """Each half-day begins when the one before it is over."""
    if len(half_days) != HALF_DAYS:
        return [_("The course has six half-days; give each a date and a time.")]
    mistakes = []
    for before, after in itertools.pairwise(half_days):
        if after.starts_at(cohort.tz) < before.ends_at(cohort.tz):
            mistakes.append(
                _("Half-day %(after)s must begin after half-day %(before)s is over (%(end)s).")
                % {
                    "after": after.number,
                    "before": before.number,
                    "end": date_format(before.ends_at(cohort.tz), "j F, H:i"),
                }
            )
    return mistakes


def publishing_mistakes(cohort: Cohort, half_days: Sequence[HalfDay], now: dt.datetime) -> list[str]:
    """Everything that keeps a cohort from being published."""
    mistakes = date_mistakes(half_days, cohort)
    if not cohort.venue and not cohort.online_link:
        mistakes.append(_("Say where it takes place: a venue, or a link for online."))
    if not half_days:
        return mistakes
    first = half_days[0]
    if first.starts_at(cohort.tz) <= now:
        mistakes.append(_("The first half-day is in the past: move the dates."))
    if cohort.decide_on >= first.date:
        mistakes.append(_("The go/no-go date must come before the first half-day."))
    elif cohort.decide_on < now.astimezone(cohort.tz).date():
        mistakes.append(_("The go/no-go date is in the past: choose a later one."))
    return mistakes


def decision_is_due(cohort: Cohort, now: dt.datetime) -> bool:
    """Whether the go/no-go date has come, at nine in the morning where the cohort is."""
    return now >= dt.datetime.combine(cohort.decide_on, dt.time(9), tzinfo=cohort.tz)


def default_dates(first_day: dt.date, days: int) -> list[dt.date]:
    """Give working days in a row, from the first on; the first itself may be any day."""
    dates = [first_day]
    while len(dates) < days:
        following = dates[-1] + dt.timedelta(days=1)
        while following.isoweekday() > 5:  # noqa: PLR2004 -- Saturday and Sunday
            following += dt.timedelta(days=1)
        dates.append(following)
    return dates


def default_decision(first_day: dt.date, today: dt.date) -> dt.date:
    """Two weeks before the course, or today when that has passed."""
    return max(first_day - dt.timedelta(days=14), min(today, first_day - dt.timedelta(days=1)))


def in_order(half_days: Iterable[HalfDay]) -> list[HalfDay]:
    """Give half-days by number."""
    return sorted(half_days, key=lambda half_day: half_day.number)
