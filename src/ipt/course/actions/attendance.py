"""Mark who was there; a correction is a new mark that keeps the old one."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt.accounts.access import Refused
from ipt.accounts.models import Person
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result
from ipt.course.models import Attendance, Cohort, HalfDay, Place
from ipt.course.queries.attendance import half_day_now


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to stand for one place: there or not, and how many minutes of the half-day were missed."""

    place: Place
    present: bool
    minutes_missed: int = 0


@transaction.atomic
def mark_register(
    *,
    half_day: HalfDay,
    marks: Sequence[Mark],
    source: Attendance.Source,
    actor: Person,
    now: dt.datetime,
    reason: str = "",
    submission: Submission | None = None,
) -> int:
    """Write the marks that differ from what stands; how many were written."""
    if first := first_result(submission):
        return int(first.facts["marks"])
    # One register is written at a time.
    Cohort.objects.select_for_update().get(pk=half_day.cohort_id)
    standing = {
        mark.place_id: mark
        for mark in Attendance.objects.filter(half_day=half_day, is_current=True).select_for_update()
    }
    written = 0
    for mark in marks:
        _check(half_day, mark)
        earlier = standing.get(mark.place.id)
        if earlier and (earlier.present, earlier.minutes_missed) == (mark.present, _missed(half_day, mark)):
            continue
        written += 1
        _write(half_day, mark, earlier, source=source, actor=actor, now=now, reason=reason)
    record(
        "course.attendance.marked",
        actor=actor.id,
        subject=half_day.id,
        submission=submission,
        now=now,
        cohort=half_day.cohort_id,
        marks=written,
        source=source,
    )
    return written


def _missed(half_day: HalfDay, mark: Mark) -> int:
    """Whoever was not there missed it all."""
    return mark.minutes_missed if mark.present else half_day.minutes


def _check(half_day: HalfDay, mark: Mark) -> None:
    if mark.place.cohort_id != half_day.cohort_id:
        raise Refused
    if mark.present and not 0 <= mark.minutes_missed < half_day.minutes:
        raise ValidationError(
            _("Minutes missed must be from 0 to %(most)s: this half-day has %(all)s. For more, mark “not there”.")
            % {"most": half_day.minutes - 1, "all": half_day.minutes}
        )


def _write(
    half_day: HalfDay,
    mark: Mark,
    earlier: Attendance | None,
    *,
    source: Attendance.Source,
    actor: Person,
    now: dt.datetime,
    reason: str,
) -> None:
    """Write one mark; the earlier one stays and stands no more."""
    if earlier:
        earlier.is_current = False
        earlier.save(update_fields=["is_current"])
    fresh = Attendance.objects.create(
        place=mark.place,
        half_day=half_day,
        present=mark.present,
        minutes_missed=_missed(half_day, mark),
        source=source,
        marked_at=now,
        marked_by=actor.id,
        corrects=earlier,
        reason=reason if earlier else "",
    )
    if earlier:
        record(
            "course.attendance.corrected",
            actor=actor.id,
            subject=fresh.id,
            now=now,
            corrects=earlier.id,
            present=mark.present,
            minutes_missed=fresh.minutes_missed,
        )


@transaction.atomic
def check_in(*, place: Place, actor: Person, now: dt.datetime, submission: Submission | None = None) -> Attendance:
    """Mark oneself as there, in the half-day that is on now and in no other; what a tutor marked stands."""
    if first := first_result(submission):
        return Attendance.objects.get(pk=first.subject)
    cohort = Cohort.objects.select_for_update().get(pk=place.cohort_id)
    half_day = half_day_now(cohort, now)
    if place.person_id != actor.id or place.state != Place.State.TAKEN:
        raise Refused
    if half_day is None:
        raise ValidationError(_("No half-day is on now: you can check in from 30 minutes before its start to its end."))
    if standing := Attendance.objects.filter(place=place, half_day=half_day, is_current=True).first():
        return standing
    late = max(0, int((now - half_day.starts_at(cohort.tz)).total_seconds() // 60))
    mark = Attendance.objects.create(
        place=place,
        half_day=half_day,
        present=True,
        minutes_missed=min(late, half_day.minutes - 1),
        source=Attendance.Source.SELF,
        marked_at=now,
        marked_by=actor.id,
    )
    record(
        "course.attendance.marked",
        actor=actor.id,
        subject=mark.id,
        submission=submission,
        now=now,
        cohort=cohort.id,
        marks=1,
        source=Attendance.Source.SELF,
    )
    return mark
