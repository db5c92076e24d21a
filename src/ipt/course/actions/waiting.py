"""The waiting list: offer a free seat to the next, take it up, let it lapse."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt.accounts.models import Person
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result
from ipt.course import mail
from ipt.course.models import Cohort, Place
from ipt.course.queries.seats import (
    cohorts_with_lapsed_offers,
    cohorts_with_waiting,
    first_start,
    locked_cohort,
    seats_of,
)

OFFERED = "course.place.offered"


@transaction.atomic
def offer_place(*, place: Place, actor: Person, now: dt.datetime, submission: Submission | None = None) -> Place:
    """Offer a free seat to one person who waits, whatever their turn; the trail says who did it."""
    if first := first_result(submission):
        return Place.objects.get(id=first.subject)
    cohort = locked_cohort(place.cohort_id)
    place = Place.objects.select_related("person").get(id=place.id)
    if place.state != Place.State.WAITING or not cohort.takes_enrolments:
        raise ValidationError(_("%(name)s is not on the waiting list.") % {"name": place.person.name})
    if not seats_of(cohort).free:
        raise ValidationError(_("No seat is free."))
    _hold(place, cohort, now)
    record(OFFERED, actor=actor.id, subject=place.id, submission=submission, now=now, cohort=cohort.id)
    return place


@transaction.atomic
def accept_offer(*, place: Place, actor: Person, now: dt.datetime, submission: Submission | None = None) -> Place:
    """Take up an offer while it holds."""
    if first := first_result(submission):
        return Place.objects.get(id=first.subject)
    cohort = locked_cohort(place.cohort_id)
    place = Place.objects.select_related("person").get(id=place.id)
    if place.state != Place.State.OFFERED or not cohort.takes_enrolments:
        raise ValidationError(_("There is no offer to accept."))
    if place.offered_until is None or place.offered_until <= now:
        raise ValidationError(_("The offer has run out, and the next person on the list is asked."))
    place.cohort = cohort
    place.state = Place.State.TAKEN
    place.taken_at = now
    place.save(update_fields=["state", "taken_at"])
    record(
        "course.place.accepted",
        actor=actor.id,
        subject=place.id,
        submission=submission,
        now=now,
        cohort=cohort.id,
    )
    mail.place_taken(place, now)
    return place


def lapse_offers(now: dt.datetime) -> int:
    """End the offers whose time has run out, and tell those who had them."""
    lapsed = 0
    for cohort_id in cohorts_with_lapsed_offers(now):
        with transaction.atomic():
            cohort = locked_cohort(cohort_id)
            places = cohort.places.filter(state=Place.State.OFFERED, offered_until__lte=now)
            for place in places.select_related("person").order_by("turn"):
                place.cohort = cohort
                place.state = Place.State.LAPSED
                place.ended_at = now
                place.save(update_fields=["state", "ended_at"])
                record("course.place.lapsed", actor=None, subject=place.id, now=now, cohort=cohort.id)
                mail.offer_lapsed(place, now)
                lapsed += 1
    return lapsed


def promote_waiting(*, now: dt.datetime, cohort: Cohort | None = None) -> int:
    """Offer every free seat to whoever has waited longest, in one cohort or in all, until the course begins."""
    promoted = 0
    for cohort_id in [cohort.id] if cohort else cohorts_with_waiting():
        with transaction.atomic():
            locked = locked_cohort(cohort_id)
            begins = first_start(locked)
            if not locked.takes_enrolments or begins is None or begins <= now:
                continue
            waiting = locked.places.filter(state=Place.State.WAITING).select_related("person").order_by("turn")
            for place in waiting[: seats_of(locked).free]:
                _hold(place, locked, now)
                record(OFFERED, actor=None, subject=place.id, now=now, cohort=locked.id)
                promoted += 1
    return promoted


def _hold(place: Place, cohort: Cohort, now: dt.datetime) -> None:
    """Keep a seat for somebody, for the cohort's hold time or until the course begins."""
    begins = first_start(cohort)
    until = now + dt.timedelta(hours=cohort.hold_hours)
    place.cohort = cohort
    place.state = Place.State.OFFERED
    place.offered_until = min(until, begins) if begins and begins > now else until
    place.save(update_fields=["state", "offered_until"])
    mail.place_offered(place, now)
