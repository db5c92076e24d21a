"""The places behind a calendar address."""

import datetime as dt

from django.db.models import QuerySet

from ipt.accounts.models import Link, Person
from ipt.accounts.queries.links import person_for_token
from ipt.course.models import Place


def dated_places(person: Person) -> QuerySet[Place]:
    """Give the places that are or once were this person's, with their half-days."""
    return (
        Place.objects.filter(person=person, taken_at__isnull=False)
        .select_related("cohort__pack")
        .defer("cohort__pack__archive")
        .prefetch_related("cohort__half_days")
        .order_by("asked_at", "id")
    )


def places_behind(token: str, now: dt.datetime) -> QuerySet[Place] | None:
    """Give the places whose dates a calendar address tells; None when the address is unknown or was stopped."""
    link = person_for_token(token, now, [Link.Kind.CALENDAR])
    return dated_places(link.person) if link else None


def has_feed(person: Person) -> bool:
    """Whether a calendar address of this person is alive."""
    return Link.objects.filter(person=person, kind=Link.Kind.CALENDAR, revoked_at=None).exists()
