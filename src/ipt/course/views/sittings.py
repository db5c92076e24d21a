"""Activities put to a cohort: its tutors open, close and show them; those who attend see what they were asked."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ipt.accounts.access import Refused, person_of, requires
from ipt.audit.submissions import submission_of
from ipt.course.actions.sittings import close_sitting, open_sitting, reveal_results
from ipt.course.models import Cohort, Sitting
from ipt.course.queries.cohorts import cohort_for
from ipt.course.queries.places import own_place
from ipt.course.queries.sittings import FEEDBACK, activity_of, own_sittings, programme, sitting_for
from ipt.course.rules.cohorts import may_follow, may_run
from ipt.course.rules.sittings import may_run_sitting
from ipt.course.views.posting import FormPage, attempt, form_page
from ipt.ui.asking import asked


@requires(may_follow, load=cohort_for)
def sittings(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Show its tutors every activity of the course, and those who attend what they were asked."""
    if may_run(person_of(request), cohort):
        return render(request, "course/sittings.html", {"cohort": cohort, "parts": programme(cohort)})
    place = own_place(person_of(request), cohort)
    if place is None:
        raise Refused
    mine = own_sittings(place, cohort)
    context = {
        "cohort": cohort,
        "waiting": [one for one in mine if one.sitting.is_open and not one.answered],
        "others": [one for one in mine if one.answered or not one.sitting.is_open],
    }
    return render(request, "course/own_sittings.html", context)


@require_POST
@requires(may_run, load=cohort_for)
def open_one(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Put one activity to the cohort."""
    try:
        sitting = open_sitting(
            cohort=cohort,
            activity=request.POST.get("activity", ""),
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        )
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect("course:sittings", cohort.id)
    messages.success(request, _("“%(title)s” is open.") % {"title": activity_of(sitting).title})
    return _back_to(sitting)


@requires(may_run_sitting, load=sitting_for)
def close(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Ask whether to close, then close."""
    form = forms.Form(request.POST if request.method == "POST" else None)
    closed = attempt(
        form,
        lambda: close_sitting(
            sitting=sitting, actor=person_of(request), now=timezone.now(), submission=submission_of(request)
        ),
    )
    title = activity_of(sitting).title
    if closed:
        messages.success(request, _("“%(title)s” is closed.") % {"title": title})
        return _back_to(sitting)
    is_final = sitting.linkage == Sitting.Linkage.UNLINKED
    page = FormPage(
        title=_("Close “%(title)s”?") % {"title": title},
        text=[
            _("It takes no more answers. Then the results appear, when at least five people have answered.")
            if sitting.linkage != Sitting.Linkage.NAMED
            else _("It takes no more answers, and nobody can change theirs."),
            *([_("Closing is final: it cannot be opened again.")] if is_final else []),
        ],
        label=_("Close for good") if is_final else _("Close"),
        danger=is_final,
        back=_back_to(sitting).url,
        cohort=sitting.cohort,
        parent=(_("Answers"), reverse("course:sittings", args=[sitting.cohort_id])),
    )
    return form_page(request, page, form)


@require_POST
@requires(may_run_sitting, load=sitting_for)
def reveal(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Let those who attend see the summary."""
    try:
        reveal_results(sitting=sitting, actor=person_of(request), now=timezone.now(), submission=submission_of(request))
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, _("Everybody who attends can see the summary now."))
    return redirect("course:results", sitting.id)


@requires(may_run_sitting, load=sitting_for)
def paper(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Show the questions as a sheet to print."""
    activity = activity_of(sitting)
    context = {"sitting": sitting, "cohort": sitting.cohort, "activity": activity, "parts": asked(activity)}
    return render(request, "course/sitting_paper.html", context)


def _back_to(sitting: Sitting) -> HttpResponseRedirect:
    """Feedback has its own page."""
    if sitting.activity == FEEDBACK:
        return redirect("course:feedback", sitting.cohort_id)
    return redirect("course:results", sitting.id)
