"""How many seats a cohort has left, and whose turn it is."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Count, Max, Q

from ipt.course.models import Cohort, HalfDay, Place


@dataclass(frozen=True, slots=True)
class Seats:
    """The places of a cohort, counted."""

    most: int
    taken: int
    offered: int
    waiting: int

    @property
    def held(self) -> int:
        """Seats that nobody else may have."""
        return self.taken + self.offered

    @property
    def free(self) -> int:
        """Seats that may still be taken or offered."""
        return max(0, self.most - self.held)


def seats_of(cohort: Cohort) -> Seats:
    """Count a cohort's places (one query)."""
    state = Place.State
    counts = cohort.places.aggregate(
        taken=Count("id", filter=Q(state=state.TAKEN)),
        offered=Count("id", filter=Q(state=state.OFFERED)),
        waiting=Count("id", filter=Q(state=state.WAITING)),
    )
    return Seats(most=cohort.most, **counts)


def locked_cohort(cohort_id: uuid.UUID) -> Cohort:
    """Load a cohort for a change of its seats: whoever comes second waits until the first is done."""
    return Cohort.objects.select_for_update().get(pk=cohort_id)


def next_turn(cohort: Cohort) -> int:
    """Give the next number of a cohort; the caller holds its lock."""
    last: int | None = cohort.places.aggregate(last=Max("turn"))["last"]
    return (last or 0) + 1


def waiting_position(place: Place) -> int:
    """Give how far from the front of the list a waiting place stands: 1 is next."""
    ahead = Place.objects.filter(cohort=place.cohort_id, state=Place.State.WAITING, turn__lt=place.turn)
    return ahead.count() + 1


def first_start(cohort: Cohort) -> dt.datetime | None:
    """Give the moment at which a cohort begins."""
    first = cohort.half_days.order_by("number").first()
    return first.starts_at(cohort.tz) if first else None


def last_end(half_days: list[HalfDay], cohort: Cohort) -> dt.datetime:
    """Give the moment at which the last half-day is over."""
    return max(half_day.ends_at(cohort.tz) for half_day in half_days)


def cohorts_with_waiting() -> list[uuid.UUID]:
    """Give the cohorts that take people and in which somebody waits."""
    alive = Cohort.objects.filter(state__in=[Cohort.State.OPEN, Cohort.State.CONFIRMED])
    return list(alive.filter(places__state=Place.State.WAITING).distinct().order_by("id").values_list("id", flat=True))


def cohorts_with_lapsed_offers(now: dt.datetime) -> list[uuid.UUID]:
    """Give the cohorts in which an offer has run out."""
    lapsed = Place.objects.filter(
        state=Place.State.OFFERED,
        offered_until__lte=now,
        cohort__state__in=[Cohort.State.OPEN, Cohort.State.CONFIRMED],
    )
    return list(lapsed.order_by("cohort").values_list("cohort", flat=True).distinct())
