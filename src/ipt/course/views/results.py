"""What came of a sitting: shown, exported, and the feedback from which quotes are chosen."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ipt.accounts.access import Refused, person_of, requires
from ipt.audit.submissions import submission_of
from ipt.course.actions.quotes import choose_quote
from ipt.course.models import Cohort, Sitting
from ipt.course.queries.cohorts import cohort_for
from ipt.course.queries.export import rows_of
from ipt.course.queries.packs import course_of
from ipt.course.queries.results import results_of
from ipt.course.queries.sittings import FEEDBACK, sitting_for
from ipt.course.rules.cohorts import may_run
from ipt.course.rules.sittings import may_run_sitting, may_see_results
from ipt.course.views.spreadsheets import csv_file
from ipt.ui.asking import said


@requires(may_see_results, load=sitting_for)
def results(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Show what its reader may see."""
    is_tutor = may_run_sitting(person_of(request), sitting)
    found = results_of(sitting, "tutor" if is_tutor else "delegate")
    context = {
        "cohort": sitting.cohort,
        "sitting": sitting,
        "results": found,
        "is_tutor": is_tutor,
        "answers": [(answer.name, said(found.activity, answer.values)) for answer in found.answers],
    }
    return render(request, "course/results.html", context)


@requires(may_run_sitting, load=sitting_for)
def export(request: HttpRequest, sitting: Sitting) -> HttpResponse:  # noqa: ARG001 -- a view
    """Give the results as a file: by name where they are named, else as counts, once they may be shown."""
    found = results_of(sitting, "tutor")
    if found.hidden:
        raise Refused
    return csv_file(f"{sitting.activity}-{sitting.round}", rows_of(found))


@requires(may_run, load=cohort_for)
def feedback(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Show where the feedback stands: to be opened, who has answered, or what came of it."""
    rounds = list(cohort.sittings.filter(activity=FEEDBACK).order_by("-round"))
    for one in rounds:
        one.cohort = cohort
    context = {
        "cohort": cohort,
        "activity": course_of(cohort).surveys.get(FEEDBACK),
        "sitting": rounds[0] if rounds else None,
        "results": results_of(rounds[0], "tutor") if rounds else None,
        "earlier": rounds[1:],
    }
    return render(request, "course/feedback.html", context)


@require_POST
@requires(may_run_sitting, load=sitting_for)
def quote(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Show a comment on the prospectus, or take it off again."""
    shown = request.POST.get("shown") == "yes"
    try:
        choose_quote(
            sitting=sitting,
            receipt=request.POST.get("receipt", ""),
            shown=shown,
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        )
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(
            request,
            _("The comment stands on the prospectus now.") if shown else _("The comment is off the prospectus."),
        )
    return redirect("course:feedback", sitting.cohort_id)
