"""What everybody in a cohort is told, and what its tutors are."""

import datetime as dt
from collections.abc import Sequence

from django.db.models import Count, Q, QuerySet

from ipt.accounts.models import Person
from ipt.course.mail import kinds
from ipt.course.mail.facts import facts_of, tutors_of
from ipt.course.mail.letters import post
from ipt.course.models import Cohort, HalfDay, Place


def cohort_confirmed(cohort: Cohort, now: dt.datetime) -> None:
    """The course goes ahead: told to all who have a place."""
    facts = facts_of(cohort)
    for place in _places(cohort, Place.State.TAKEN):
        post(kinds.COHORT_CONFIRMED, facts, place.person, key=str(place.id), now=now)


def cohort_cancelled(cohort: Cohort, now: dt.datetime) -> None:
    """The course does not take place: told to all who have, were offered or wait for a place."""
    facts = facts_of(cohort)
    for place in _places(cohort, *Place.ALIVE):
        dates = facts.half_days if place.state == Place.State.TAKEN else ()
        post(kinds.COHORT_CANCELLED, facts, place.person, key=str(place.id), now=now, dates=dates)


def half_days_moved(cohort: Cohort, half_days: Sequence[HalfDay], now: dt.datetime) -> None:
    """Some half-days have new times: told to everybody, with new dates for those who have a place."""
    facts = facts_of(cohort)
    moved = sorted(half_days, key=lambda half_day: half_day.number)
    change = "-".join(f"{half_day.number}.{half_day.sequence}" for half_day in moved)
    for place in _places(cohort, *Place.ALIVE):
        dates = moved if place.state == Place.State.TAKEN else ()
        key = f"{place.id}:{change}"
        post(kinds.HALF_DAYS_MOVED, facts, place.person, key=key, now=now, dates=dates, moved=facts.days(moved))


def decision_due(cohort: Cohort, now: dt.datetime) -> None:
    """Today it is decided whether the course goes ahead: told to its tutors, with the numbers."""
    facts = facts_of(cohort)
    counts = cohort.places.aggregate(
        taken=Count("pk", filter=Q(state=Place.State.TAKEN)),
        offered=Count("pk", filter=Q(state=Place.State.OFFERED)),
        waiting=Count("pk", filter=Q(state=Place.State.WAITING)),
    )
    for tutor in tutors_of(cohort):
        key = f"{cohort.id}:{tutor.id}:{cohort.decide_on.isoformat()}"
        post(kinds.DECISION_DUE, facts, tutor, key=key, now=now, **counts)


def tutor_invited(person: Person, cohort: Cohort, token: str, now: dt.datetime) -> None:
    """Somebody is asked to tutor a cohort: their way in."""
    key = f"{cohort.id}:{person.id}:{now.isoformat()}"
    post(kinds.TUTOR_INVITED, facts_of(cohort), person, key=key, now=now, token=token)


def _places(cohort: Cohort, *states: str) -> QuerySet[Place]:
    return cohort.places.filter(state__in=states).select_related("person").order_by("turn")
