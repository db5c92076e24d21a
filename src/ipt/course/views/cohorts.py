"""Pages of cohorts: the list, the plan, where a cohort stands."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ipt.accounts.access import Refused, person_of, public, requires, requires_person, user_of
from ipt.accounts.models import Person
from ipt.audit.submissions import submission_of
from ipt.course.actions.cohorts import change_cohort, plan_cohort
from ipt.course.actions.half_days import move_half_days
from ipt.course.forms.cohorts import CohortForm, DatesForm, PlanForm, plan_of
from ipt.course.models import Cohort
from ipt.course.queries.cohorts import cohort_for
from ipt.course.queries.content import content_folder
from ipt.course.queries.delegate import attending_in
from ipt.course.queries.delegate_step import home_of
from ipt.course.queries.listing import cohorts_of
from ipt.course.queries.next_step import Standing, next_step
from ipt.course.queries.people import tutors_of
from ipt.course.queries.seats import seats_of
from ipt.course.queries.venue import venue_lines
from ipt.course.rules.cohorts import may_follow, may_plan, may_run, role_in
from ipt.course.rules.planning import decision_is_due, publishing_mistakes
from ipt.course.views.posting import FormPage, attempt, form_page

ON_A_PAGE = 25


@public
def cohorts(request: HttpRequest) -> HttpResponse:
    """List the cohorts that somebody runs, attends or asks for; strangers read the prospectus."""
    person = user_of(request)
    if not isinstance(person, Person):
        return redirect("course:prospectus")
    page = Paginator(cohorts_of(person), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "course/cohorts.html", {"page": page, "may_plan": may_plan(person)})


@requires_person(may_plan)
def plan(request: HttpRequest) -> HttpResponse:
    """Plan a new cohort."""
    form = PlanForm(request.POST or None)
    cohort = attempt(
        form,
        lambda: plan_cohort(
            **form.cleaned_data,
            content=content_folder(),
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        ),
    )
    if cohort:
        messages.success(request, _("The cohort is planned. Nobody but its tutors sees it until it is published."))
        return redirect("course:dates", cohort.id)
    page = FormPage(
        title=_("Plan a cohort"),
        lede=_("A draft first: you can change everything until you publish it, and nearly everything afterwards."),
        label=_("Plan the cohort"),
        back=reverse("course:cohorts"),
    )
    return form_page(request, page, form, "course/plan.html")


@requires(may_follow, load=cohort_for)
def cohort(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Show tutors where a cohort stands and what is next, delegates the home of their course."""
    if role_in(person_of(request), cohort) != "tutor":
        return delegate_home(request, cohort)
    now = timezone.now()
    half_days = list(cohort.half_days.all())
    seats = seats_of(cohort)
    missing = publishing_mistakes(cohort, half_days, now) if cohort.state == Cohort.State.DRAFT else []
    standing = Standing(seats, half_days, missing, decision_is_due(cohort, now))
    step = next_step(cohort, standing, now)
    context = {
        "cohort": cohort,
        "step": step,
        "step_url": reverse(step.url_name, args=[cohort.id, *step.args]) if step.url_name else "",
        "half_days": [(day, day.starts_at(cohort.tz), day.ends_at(cohort.tz)) for day in half_days],
        "seats": seats,
        "has_begun": bool(half_days) and half_days[0].starts_at(cohort.tz) <= now,
        "is_over": bool(half_days) and half_days[-1].ends_at(cohort.tz) <= now,
        "tutors": tutors_of(cohort),
        "room": venue_lines(cohort),
        "enrol_url": request.build_absolute_uri(reverse("course:enrol", args=[cohort.id])),
    }
    return render(request, "course/cohort.html", context)


@requires(may_run, load=cohort_for)
def edit(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Change a cohort's plan."""
    form = CohortForm(request.POST or None, initial=plan_of(cohort))
    changed = attempt(
        form,
        lambda: change_cohort(
            cohort=cohort,
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
            **form.cleaned_data,
        ),
    )
    if changed:
        messages.success(request, _("The plan is saved."))
        return redirect("course:cohort", cohort.id)
    page = FormPage(
        title=_("Change the plan"),
        label=_("Save"),
        back=reverse("course:cohort", args=[cohort.id]),
        cohort=cohort,
        lede=_("Dates and times of the half-days have a page of their own."),
    )
    return form_page(request, page, form, "course/plan.html")


@requires(may_run, load=cohort_for)
def dates(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Move half-days."""
    half_days = list(cohort.half_days.all())
    form = DatesForm(request.POST or None, half_days=half_days)
    moved = attempt(
        form,
        lambda: move_half_days(
            cohort=cohort,
            times=form.times,
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        ),
    )
    if moved is not None:
        messages.success(request, _said_of(len(moved), cohort))
        return redirect("course:cohort", cohort.id)
    status = 422 if form.errors else 200
    return render(request, "course/dates.html", {"cohort": cohort, "form": form}, status=status)


def delegate_home(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Show a delegate their course (the rule has been asked)."""
    one = attending_in(person_of(request), cohort)
    if one is None:
        raise Refused
    home = home_of(one, timezone.now())
    return render(request, "course/delegate_home.html", {"home": home, "here": "cohort"})


def _said_of(moved: int, cohort: Cohort) -> str:
    if not moved:
        return _("The dates are as they were.")
    if cohort.takes_enrolments:
        return _("The dates are saved. Everybody with a place is sent the new ones for their calendar.")
    return _("The dates are saved.")
