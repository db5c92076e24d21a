"""Places as a user may see them."""

import uuid

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from ipt.accounts.models import Person
from ipt.course.models import Cohort, Membership, Place

User = Person | AnonymousUser


def visible_to(user: User) -> QuerySet[Place]:
    """Give a person's own places, and all places of the cohorts that they tutor."""
    if not isinstance(user, Person):
        return Place.objects.none()
    tutored = Membership.objects.filter(person=user, role=Membership.Role.TUTOR).values("cohort")
    return Place.objects.select_related("person", "cohort").filter(Q(person=user) | Q(cohort__in=tutored))


def place_for(user: User, key: object) -> Place | None:
    """Load one place as this user may see it."""
    return visible_to(user).filter(pk=str(key)).first()


def own_place(user: User, cohort: Cohort) -> Place | None:
    """Give the taken place that this person holds in a cohort."""
    if not isinstance(user, Person):
        return None
    return Place.objects.select_related("person").filter(cohort=cohort, person=user, state=Place.State.TAKEN).first()


def own_place_in(user: User, key: object) -> Place | None:
    """Load the taken place that this person holds in the cohort with this key."""
    if not isinstance(user, Person):
        return None
    places = Place.objects.select_related("person", "cohort")
    return places.filter(cohort__id=uuid.UUID(str(key)), person=user, state=Place.State.TAKEN).first()


def taken_places(cohort: Cohort) -> QuerySet[Place]:
    """Give the places of those who attend, by name."""
    return cohort.places.filter(state=Place.State.TAKEN).select_related("person").order_by("person__name", "id")
