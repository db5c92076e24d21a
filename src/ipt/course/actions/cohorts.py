"""Plan a cohort, change its plan, publish it and finish it."""

import datetime as dt
from pathlib import Path
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt import library
from ipt.accounts.models import Person
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result
from ipt.course import mail
from ipt.course.actions.packs import pin_pack
from ipt.course.actions.sittings import open_sitting
from ipt.course.actions.waiting import promote_waiting
from ipt.course.models import Cohort, HalfDay, Membership
from ipt.course.queries.needs import NEEDS
from ipt.course.queries.packs import course_of
from ipt.course.queries.seats import last_end, locked_cohort, seats_of
from ipt.course.rules.planning import default_dates, default_decision, publishing_mistakes

# What calendars show of a plan beside the dates.
IN_CALENDARS = ("title", "venue", "online_link", "zone")


class Plan(TypedDict, total=False):
    """What a tutor decides about a cohort; what is left out keeps its default or its value."""

    title: str
    provider: str
    zone: str
    venue: str
    venue_breaks: str
    venue_finish: str
    venue_fire: str
    venue_wifi: str
    venue_access: str
    venue_food: str
    online_link: str
    contact_email: str
    least: int
    most: int
    decide_on: dt.date
    hold_hours: int
    half_days_needed: int
    minutes_tolerated: int


@transaction.atomic
def plan_cohort(
    *,
    first_day: dt.date,
    content: Path | bytes,
    actor: Person,
    now: dt.datetime,
    submission: Submission | None = None,
    **plan: Unpack[Plan],
) -> Cohort:
    """Make a draft with six half-days on working days in a row; whoever plans it becomes its tutor."""
    if first := first_result(submission):
        return Cohort.objects.get(id=first.subject)
    pack = pin_pack(content=content, actor=actor, now=now)
    plan.setdefault("decide_on", default_decision(first_day, now.date()))
    cohort = Cohort.objects.create(pack=pack, created_at=now, **plan)
    course = library.open_pack(bytes(pack.archive))
    dates = default_dates(first_day, max(half_day.day for half_day in course.half_days))
    HalfDay.objects.bulk_create(
        HalfDay(
            cohort=cohort,
            number=half_day.number,
            date=dates[half_day.day - 1],
            starts=half_day.starts,
            minutes=half_day.minutes,
        )
        for half_day in course.half_days
    )
    Membership.objects.create(cohort=cohort, person=actor, role=Membership.Role.TUTOR, since=now)
    record("course.cohort.planned", actor=actor.id, subject=cohort.id, submission=submission, now=now, pack=pack.id)
    return cohort


@transaction.atomic
def change_cohort(
    *, cohort: Cohort, actor: Person, now: dt.datetime, submission: Submission | None = None, **plan: Unpack[Plan]
) -> Cohort:
    """Change the plan; more seats go to those who wait."""
    if first := first_result(submission):
        return Cohort.objects.get(id=first.subject)
    cohort = locked_cohort(cohort.id)
    if cohort.state in {Cohort.State.CANCELLED, Cohort.State.FINISHED}:
        raise ValidationError(_("This cohort is over: its plan stays as it was."))
    held = seats_of(cohort).held
    if plan.get("most", cohort.most) < held:
        raise ValidationError(
            _("%(held)s places are taken or offered: there cannot be fewer seats than that.") % {"held": held}
        )
    if cohort.decided_at and plan.get("decide_on", cohort.decide_on) != cohort.decide_on:
        raise ValidationError(_("The go/no-go decision has been taken: its date stays."))
    before = [getattr(cohort, name) for name in IN_CALENDARS]
    for name, value in plan.items():
        setattr(cohort, name, value)
    if cohort.state != Cohort.State.DRAFT and not (cohort.venue or cohort.online_link):
        raise ValidationError(_("People have been told of this cohort: keep a venue or an online link."))
    cohort.save(update_fields=list(plan))
    record("course.cohort.changed", actor=actor.id, subject=cohort.id, submission=submission, now=now)
    if cohort.takes_enrolments and before != [getattr(cohort, name) for name in IN_CALENDARS]:
        _renew_calendars(cohort, now)
    promote_waiting(now=now, cohort=cohort)
    return cohort


@transaction.atomic
def publish_cohort(*, cohort: Cohort, actor: Person, now: dt.datetime, submission: Submission | None = None) -> Cohort:
    """Open a draft for enrolment, once nothing is missing; whoever gets a place is asked what they need."""
    if first := first_result(submission):
        return Cohort.objects.get(id=first.subject)
    cohort = locked_cohort(cohort.id)
    if cohort.state != Cohort.State.DRAFT:
        raise ValidationError(_("This cohort has been published already."))
    if mistakes := publishing_mistakes(cohort, list(cohort.half_days.all()), now):
        raise ValidationError(mistakes)
    cohort.state = Cohort.State.OPEN
    cohort.save(update_fields=["state"])
    record("course.cohort.published", actor=actor.id, subject=cohort.id, submission=submission, now=now)
    if NEEDS in course_of(cohort).surveys:
        open_sitting(cohort=cohort, activity=NEEDS, actor=actor, now=now)
    return cohort


@transaction.atomic
def finish_cohort(*, cohort: Cohort, actor: Person, now: dt.datetime, submission: Submission | None = None) -> Cohort:
    """Put a cohort on the shelf once its last half-day is over; people keep their pages and certificates."""
    if first := first_result(submission):
        return Cohort.objects.get(id=first.subject)
    cohort = locked_cohort(cohort.id)
    if cohort.state != Cohort.State.CONFIRMED:
        raise ValidationError(_("Only a cohort that went ahead can be finished."))
    if last_end(list(cohort.half_days.all()), cohort) > now:
        raise ValidationError(_("The last half-day is not over yet."))
    cohort.state = Cohort.State.FINISHED
    cohort.finished_at = now
    cohort.save(update_fields=["state", "finished_at"])
    record("course.cohort.finished", actor=actor.id, subject=cohort.id, submission=submission, now=now)
    return cohort


def _renew_calendars(cohort: Cohort, now: dt.datetime) -> None:
    """Send the half-days that are still to come once more, with a higher SEQUENCE."""
    coming = [half_day for half_day in cohort.half_days.all() if half_day.ends_at(cohort.tz) > now]
    for half_day in coming:
        half_day.sequence += 1
        half_day.save(update_fields=["sequence"])
    mail.half_days_moved(cohort, coming, now)
