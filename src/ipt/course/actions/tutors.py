"""Who tutors a cohort."""

import datetime as dt
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt.accounts.actions.links import make_link
from ipt.accounts.actions.people import add_person
from ipt.accounts.actions.sessions import end_sessions_without_password
from ipt.accounts.models import Link, Person
from ipt.accounts.queries.people import person_by_email
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result
from ipt.course import mail
from ipt.course.models import Cohort, Membership
from ipt.course.queries.seats import locked_cohort

INVITATION_DAYS = 14


@dataclass(frozen=True, slots=True)
class Appointment:
    """A tutor's membership, and the single-use link that lets a new one in (known here and now only)."""

    membership: Membership
    token: str = ""


@transaction.atomic
def appoint_tutor(
    *,
    cohort: Cohort,
    name: str,
    email: str,
    actor: Person,
    now: dt.datetime,
    submission: Submission | None = None,
) -> Appointment:
    """Let somebody run the cohort: a person with an account at once, anybody else by a single-use link."""
    if first := first_result(submission):
        return Appointment(Membership.objects.select_related("person").get(id=first.subject))
    person = person_by_email(email)
    if person is None:
        person = add_person(name=name, email=email, actor=actor, now=now)
    membership, is_new = Membership.objects.get_or_create(
        cohort=cohort, person=person, role=Membership.Role.TUTOR, defaults={"since": now}
    )
    if not is_new:
        raise ValidationError(_("%(name)s tutors this cohort already.") % {"name": person.name})
    # Whoever runs courses has given a password: sessions begun by a link or a room code end here.
    end_sessions_without_password(person=person, actor=actor, now=now)
    token = ""
    if not person.has_account:
        expires_at = now + dt.timedelta(days=INVITATION_DAYS)
        token = make_link(person=person, kind=Link.Kind.INVITATION, actor=actor, now=now, expires_at=expires_at)
        mail.tutor_invited(person, cohort, token, now)
    record(
        "course.tutor.added",
        actor=actor.id,
        subject=membership.id,
        submission=submission,
        now=now,
        cohort=cohort.id,
        person=person.id,
    )
    return Appointment(membership, token)


@transaction.atomic
def remove_tutor(
    *, membership: Membership, actor: Person, now: dt.datetime, submission: Submission | None = None
) -> None:
    """Let a tutor go; the last one stays, for somebody must be able to run the cohort."""
    if first_result(submission):
        return
    cohort = locked_cohort(membership.cohort_id)
    if cohort.memberships.filter(role=Membership.Role.TUTOR).count() == 1:
        raise ValidationError(_("This is the only tutor: add another one first."))
    record(
        "course.tutor.removed",
        actor=actor.id,
        subject=membership.id,
        submission=submission,
        now=now,
        cohort=cohort.id,
        person=membership.person_id,
    )
    membership.delete()
