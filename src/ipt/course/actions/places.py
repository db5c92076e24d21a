"""Give up a place, change its details, make its person a new link."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt.accounts.actions.links import make_link, revoke_links
from ipt.accounts.models import Link, Person
from ipt.accounts.rules import is_staff
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result
from ipt.course import mail
from ipt.course.actions.waiting import promote_waiting
from ipt.course.models import Cohort, Place
from ipt.course.queries.people import can_be_mailed
from ipt.course.queries.seats import locked_cohort


@transaction.atomic
def withdraw(*, place: Place, actor: Person, now: dt.datetime, submission: Submission | None = None) -> Place:
    """Give up a place, decline an offer or leave the waiting list; a freed seat goes to the next."""
    if first := first_result(submission):
        return Place.objects.get(id=first.subject)
    cohort = locked_cohort(place.cohort_id)
    place = Place.objects.select_related("person").get(id=place.id)
    if not place.is_alive:
        raise ValidationError(_("This place has ended already."))
    if cohort.state in {Cohort.State.CANCELLED, Cohort.State.FINISHED}:
        raise ValidationError(_("This cohort is over: its places stay as they were."))
    place.cohort = cohort
    place.state = Place.State.WITHDRAWN
    place.ended_at = now
    place.save(update_fields=["state", "ended_at"])
    record(
        "course.place.withdrawn",
        actor=actor.id,
        subject=place.id,
        submission=submission,
        now=now,
        cohort=cohort.id,
    )
    mail.place_withdrawn(place, now)
    promote_waiting(now=now, cohort=cohort)
    return place


@transaction.atomic
def change_place(
    *,
    place: Place,
    adjustment: str,
    certificate_name: str,
    actor: Person,
    now: dt.datetime,
    submission: Submission | None = None,
) -> Place:
    """Change what to arrange for somebody, and how their name stands on the certificate."""
    if first := first_result(submission):
        return Place.objects.get(id=first.subject)
    place.adjustment = adjustment
    place.certificate_name = certificate_name
    place.save(update_fields=["adjustment", "certificate_name"])
    record(
        "course.place.changed",
        actor=actor.id,
        subject=place.id,
        submission=submission,
        now=now,
        cohort=place.cohort_id,
    )
    return place


@transaction.atomic
def renew_link(*, place: Place, actor: Person, now: dt.datetime, submission: Submission | None = None) -> str:
    """Make a new personal link: sent when it can be sent, else given back to be handed over (empty: sent).

    Links made before end, and whoever came by them is signed out. A person with an account is let in by their own
    password and by nobody's link.
    """
    if first_result(submission):
        raise ValidationError(_("A link is shown once. Make another one if it is lost."))
    if place.person.has_account or is_staff(place.person) or not place.is_alive:
        raise ValidationError(_("%(name)s cannot be given a link.") % {"name": place.person.name})
    revoke_links(person=place.person, kind=Link.Kind.PERSONAL, actor=actor, now=now)
    token = ""
    if can_be_mailed(place.person):
        mail.link_sent(place, now)
    else:
        token = make_link(person=place.person, kind=Link.Kind.PERSONAL, actor=actor, now=now)
    record(
        "course.place.link_renewed",
        actor=actor.id,
        subject=place.id,
        submission=submission,
        now=now,
        cohort=place.cohort_id,
    )
    return token
