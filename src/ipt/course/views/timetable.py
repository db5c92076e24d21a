"""The timetable of a cohort."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ipt.accounts.access import person_of, requires
from ipt.course.models import Cohort
from ipt.course.queries.cohorts import cohort_for
from ipt.course.queries.timetable import timetable_of
from ipt.course.rules.cohorts import may_follow, role_in


@requires(may_follow, load=cohort_for)
def timetable(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Show the six half-days in the cohort's own time."""
    is_tutor = role_in(person_of(request), cohort) == "tutor"
    half_days = timetable_of(cohort, timezone.now(), "tutor" if is_tutor else "delegate")
    context = {"cohort": cohort, "half_days": half_days, "is_tutor": is_tutor}
    return render(request, "course/timetable.html", context)
