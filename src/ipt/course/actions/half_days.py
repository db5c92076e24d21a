"""Move half-days."""

import datetime as dt
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt.accounts.models import Person
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result
from ipt.course import mail
from ipt.course.models import Cohort, HalfDay
from ipt.course.queries.seats import locked_cohort
from ipt.course.rules.planning import date_mistakes


@transaction.atomic
def move_half_days(
    *,
    cohort: Cohort,
    times: Mapping[int, tuple[dt.date, dt.time]],
    actor: Person,
    now: dt.datetime,
    submission: Submission | None = None,
) -> list[HalfDay]:
    """Give half-days, by number, other dates or times; SEQUENCE rises for those that changed, and for no other."""
    if first_result(submission):
        return []
    cohort = locked_cohort(cohort.id)
    if cohort.state in {Cohort.State.CANCELLED, Cohort.State.FINISHED}:
        raise ValidationError(_("This cohort is over: its dates stay as they were."))
    half_days = list(cohort.half_days.all())
    moved = [day for day in half_days if times.get(day.number, (day.date, day.starts)) != (day.date, day.starts)]
    for half_day in moved:
        if cohort.state != Cohort.State.DRAFT and half_day.ends_at(cohort.tz) <= now:
            raise ValidationError(_("Half-day %(number)s is over: it stays.") % {"number": half_day.number})
        half_day.date, half_day.starts = times[half_day.number]
        half_day.sequence += 1
    if mistakes := date_mistakes(half_days, cohort):
        raise ValidationError(mistakes)
    for position, half_day in enumerate(moved):
        half_day.save(update_fields=["date", "starts", "sequence"])
        record(
            "course.half_day.moved",
            actor=actor.id,
            subject=half_day.id,
            submission=submission if position == 0 else None,
            now=now,
            cohort=cohort.id,
            date=half_day.date,
            sequence=half_day.sequence,
        )
    if moved and cohort.takes_enrolments:
        mail.half_days_moved(cohort, moved, now)
    return moved
