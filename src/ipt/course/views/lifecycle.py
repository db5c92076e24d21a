"""The turns of a cohort's life: publish, decide, cancel, finish, another version of the content."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ipt import library
from ipt.accounts.access import person_of, requires
from ipt.audit.submissions import submission_of
from ipt.course.actions.cohorts import finish_cohort, publish_cohort
from ipt.course.actions.decisions import Verdict, cancel_cohort, decide
from ipt.course.actions.packs import repin
from ipt.course.forms.cohorts import DecisionForm, ReasonForm
from ipt.course.models import Cohort
from ipt.course.queries.cohorts import cohort_for
from ipt.course.queries.content import content_folder, difference
from ipt.course.queries.packs import course_of
from ipt.course.queries.seats import seats_of
from ipt.course.rules.cohorts import may_run
from ipt.course.views.posting import FormPage, attempt, form_page


def _back(cohort: Cohort) -> str:
    return reverse("course:cohort", args=[cohort.id])


@requires(may_run, load=cohort_for)
def publish(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Open a cohort for enrolment."""
    form = forms.Form(request.POST or None)
    published = attempt(
        form,
        lambda: publish_cohort(
            cohort=cohort, actor=person_of(request), now=timezone.now(), submission=submission_of(request)
        ),
    )
    if published:
        messages.success(request, _("The cohort is published. Now share its enrolment link."))
        return redirect("course:cohort", cohort.id)
    page = FormPage(
        title=_("Publish the cohort"),
        label=_("Publish"),
        back=_back(cohort),
        cohort=cohort,
        text=[
            _("Anybody with the enrolment link can then ask for a place, until the course begins."),
            _("The content stays as it is today; corrections reach the cohort only when you ask for them."),
        ],
    )
    return form_page(request, page, form)


@requires(may_run, load=cohort_for)
def decision(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Decide: go or no-go."""
    form = DecisionForm(request.POST or None)
    decided = attempt(
        form,
        lambda: decide(
            cohort=cohort,
            verdict=Verdict(form.cleaned_data["verdict"]),
            note=form.cleaned_data["note"],
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        ),
    )
    if decided:
        gone = decided.state == Cohort.State.CONFIRMED
        words = _("Decided: the course takes place.") if gone else _("Decided: the cohort is cancelled.")
        messages.success(request, f"{words} {_('Everybody with a place is told.')}")
        return redirect("course:cohort", cohort.id)
    seats = seats_of(cohort)
    page = FormPage(
        title=_("Go or no-go"),
        lede=_("Places taken: %(taken)s. The minimum is %(least)s, the maximum %(most)s.")
        % {"taken": seats.taken, "least": cohort.least, "most": cohort.most},
        label=_("Decide"),
        back=_back(cohort),
        cohort=cohort,
        text=[_("The decision is recorded with your name and the time, and everybody with a place is told.")],
    )
    return form_page(request, page, form)


@requires(may_run, load=cohort_for)
def cancel(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Call a cohort off."""
    form = ReasonForm(request.POST or None)
    cancelled = attempt(
        form,
        lambda: cancel_cohort(
            cohort=cohort,
            note=form.cleaned_data["note"],
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        ),
    )
    if cancelled:
        messages.success(request, _("The cohort is cancelled."))
        return redirect("course:cohort", cohort.id)
    page = FormPage(
        title=_("Cancel the cohort"),
        label=_("Cancel the cohort"),
        back=_back(cohort),
        cohort=cohort,
        text=[_("Everybody is told, and the dates leave their calendars. This cannot be undone.")],
        danger=True,
    )
    return form_page(request, page, form)


@requires(may_run, load=cohort_for)
def finish(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Put a cohort on the shelf."""
    form = forms.Form(request.POST or None)
    finished = attempt(
        form,
        lambda: finish_cohort(
            cohort=cohort, actor=person_of(request), now=timezone.now(), submission=submission_of(request)
        ),
    )
    if finished:
        messages.success(request, _("The cohort is finished."))
        return redirect("course:cohort", cohort.id)
    page = FormPage(
        title=_("Finish the cohort"),
        label=_("Finish"),
        back=_back(cohort),
        cohort=cohort,
        text=[_("People keep their pages and certificates; enrolment and the waiting list close.")],
    )
    return form_page(request, page, form)


@requires(may_run, load=cohort_for)
def content(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Show how the content has changed since this cohort took it, and take the new version on request."""
    form = forms.Form(request.POST or None)
    moved = attempt(
        form,
        lambda: repin(
            cohort=cohort,
            content=content_folder(),
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        ),
    )
    if moved:
        messages.success(request, _("The cohort now shows the new version of the content."))
        return redirect("course:cohort", cohort.id)
    context: dict[str, object] = {"cohort": cohort, "form": form}
    try:
        new = library.read_pack(content_folder())
    except library.PackError as error:
        context["mistakes"] = error.mistakes
    else:
        context["difference"] = difference(course_of(cohort), new)
    return render(request, "course/content.html", context, status=422 if form.errors else 200)
