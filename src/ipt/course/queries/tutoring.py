"""The living cohorts that somebody tutors, each with all that its next step is chosen from."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Min

from ipt.accounts.models import Person
from ipt.course.models import Cohort, HalfDay, Membership
from ipt.course.queries.counted import Ending, endings_in, marked_in, seats_in
from ipt.course.queries.seats import Seats

LIVING = (Cohort.State.DRAFT, Cohort.State.OPEN, Cohort.State.CONFIRMED)
# The first page shows so many; the others are in the list of cohorts.
MOST = 8


@dataclass(frozen=True, slots=True)
class Tutored:
    """One cohort, with what was counted of it."""

    cohort: Cohort
    half_days: tuple[HalfDay, ...]
    seats: Seats
    marked: Mapping[uuid.UUID, int]
    ending: Ending


def tutored_by(person: Person) -> list[Tutored]:
    """Give the first of them by date (six queries, however many cohorts)."""
    cohorts = list(
        Cohort.objects.filter(memberships__person=person, memberships__role=Membership.Role.TUTOR, state__in=LIVING)
        .annotate(first_day=Min("half_days__date"))
        .order_by("first_day", "title", "id")
        .prefetch_related("half_days")[: MOST + 1]
    )
    if not cohorts:
        return []
    seats, marked, endings = seats_in(cohorts), marked_in(cohorts), endings_in(cohorts)
    return [
        Tutored(cohort, tuple(cohort.half_days.all()), seats[cohort.id], marked, endings[cohort.id])
        for cohort in cohorts
    ]
