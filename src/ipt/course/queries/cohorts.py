"""Cohorts as a user may see them."""

import uuid

from django.contrib.auth.models import AnonymousUser
from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, QuerySet, Subquery, Value, When

from ipt.accounts.models import Person
from ipt.course.models import Cohort, Membership, Place

User = Person | AnonymousUser


def visible_to(user: User) -> QuerySet[Cohort]:
    """Give the cohorts that this user tutors or holds a place in, each with `role_of_user`; strangers see none."""
    if not isinstance(user, Person):
        return Cohort.objects.none()
    tutors = Membership.objects.filter(cohort=OuterRef("pk"), person=user, role=Membership.Role.TUTOR)
    attends = Place.objects.filter(cohort=OuterRef("pk"), person=user, state=Place.State.TAKEN)
    asks = Place.objects.filter(cohort=OuterRef("pk"), person=user, state__in=Place.ALIVE)
    return Cohort.objects.annotate(
        role_of_user=Case(
            When(Exists(tutors), then=Value("tutor")),
            When(Exists(attends), then=Value("delegate")),
            default=Value(""),
            output_field=CharField(),
        ),
        asks=Exists(asks),
        # The menu of those who attend leads to it.
        own_place_id=Subquery(attends.values("pk")[:1]),
    ).filter(Q(role_of_user__in=["tutor", "delegate"]) | Q(asks=True))


def open_cohorts() -> QuerySet[Cohort]:
    """Give the cohorts that take enrolments, soonest decision first, each with `held` places."""
    return (
        Cohort.objects.filter(state__in=[Cohort.State.OPEN, Cohort.State.CONFIRMED])
        .annotate(held=Count("places", filter=Q(places__state__in=Place.HELD)))
        .order_by("decide_on", "id")
    )


def cohort_for(user: User, key: object) -> Cohort | None:
    """Load one cohort as this user may see it."""
    return visible_to(user).select_related("pack").defer("pack__archive").filter(pk=_uuid(key)).first()


def open_cohort_for(user: User, key: object) -> Cohort | None:  # noqa: ARG001 -- loaders are told who asks
    """Load one cohort that takes enrolments; strangers may see it."""
    return open_cohorts().filter(pk=_uuid(key)).first()


def _uuid(key: object) -> uuid.UUID:
    """Addresses name things by UUID; the URL converter has made sure of it."""
    return key if isinstance(key, uuid.UUID) else uuid.UUID(str(key))
