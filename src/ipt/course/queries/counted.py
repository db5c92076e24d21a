"""What has been counted of several cohorts at once: seats, marks, feedback and certificates, in one query each."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from ipt.course.models import Attendance, Certificate, Cohort, Place, Sitting
from ipt.course.queries.seats import Seats
from ipt.course.queries.sittings import FEEDBACK


@dataclass(frozen=True, slots=True)
class Ending:
    """How far a cohort has come after its last half-day."""

    feedback: Sitting | None
    answered: int
    asked: int
    certified: bool


def seats_in(cohorts: Sequence[Cohort]) -> dict[uuid.UUID, Seats]:
    """Count the places of each cohort."""
    state = Place.State
    counts = (
        Place.objects.filter(cohort__in=cohorts)
        .order_by()
        .values("cohort")
        .annotate(
            taken=Count("id", filter=Q(state=state.TAKEN)),
            offered=Count("id", filter=Q(state=state.OFFERED)),
            waiting=Count("id", filter=Q(state=state.WAITING)),
        )
    )
    found = {row["cohort"]: (row["taken"], row["offered"], row["waiting"]) for row in counts}
    return {cohort.id: Seats(cohort.most, *found.get(cohort.id, (0, 0, 0))) for cohort in cohorts}


def marked_in(cohorts: Sequence[Cohort]) -> dict[uuid.UUID, int]:
    """Count, by half-day, how many of those who have a place are marked."""
    standing = Attendance.objects.filter(place__cohort__in=cohorts, place__state=Place.State.TAKEN, is_current=True)
    return dict(standing.order_by().values_list("half_day").annotate(many=Count("id")))


def endings_in(cohorts: Sequence[Cohort]) -> dict[uuid.UUID, Ending]:
    """Find the latest feedback form of each cohort and whether a certificate was issued (two queries)."""
    issued = Certificate.objects.filter(place__cohort=OuterRef("pk"))
    certified = dict(
        Cohort.objects.filter(pk__in=[cohort.pk for cohort in cohorts])
        .annotate(certified=Exists(issued))
        .values_list("pk", "certified")
    )
    forms = Sitting.objects.filter(cohort__in=cohorts, activity=FEEDBACK).annotate(
        asked=Count("ballots"), answered=Count("ballots", filter=Q(ballots__answered=True))
    )
    latest = {form.cohort_id: form for form in forms.order_by("round")}
    return {cohort.id: _ending(latest.get(cohort.id), certified.get(cohort.id, False)) for cohort in cohorts}


def _ending(form: Sitting | None, certified: bool) -> Ending:
    return Ending(form, getattr(form, "answered", 0), getattr(form, "asked", 0), certified)
