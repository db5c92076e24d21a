"""What a group needs, for its tutors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ipt.accounts.access import requires
from ipt.course.models import Cohort
from ipt.course.queries.cohorts import cohort_for
from ipt.course.queries.needs import needs_of
from ipt.course.rules.cohorts import may_run


@requires(may_run, load=cohort_for)
def needs(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Show what the group brings and what may follow from it; nothing here changes the course by itself."""
    return render(request, "course/needs.html", {"cohort": cohort, "needs": needs_of(cohort)})
