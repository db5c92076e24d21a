"""The first page: where am I, what is next."""

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from ipt.accounts.access import public
from ipt.accounts.models import Person
from ipt.accounts.rules import may_begin
from ipt.course.models import Cohort
from ipt.course.queries.content import course_on_offer
from ipt.course.queries.delegate import attending
from ipt.course.queries.delegate_step import home_of
from ipt.course.queries.next_step import NextStep, Standing, next_step
from ipt.course.queries.prospectus import days_in_words
from ipt.course.queries.tutoring import MOST, Tutored, tutored_by
from ipt.course.rules.cohorts import may_plan
from ipt.course.rules.planning import decision_is_due, publishing_mistakes


@public
def home(request: HttpRequest) -> HttpResponse:
    """Show each person their next step."""
    if not isinstance(request.user, Person):
        return _for_strangers(request)
    person, now = request.user, timezone.now()
    tutored, courses = tutored_by(person), attending(person, now)
    if tutored:
        first, *others = [_to_do(one, now) for one in tutored[:MOST]]
        context = {
            "first": first,
            "others": others,
            "has_more": len(tutored) > MOST,
            "courses": [home_of(course, now) for course in courses],
        }
        return render(request, "site/tutor.html", context)
    if courses:
        return render(request, "course/delegate_home.html", {"home": home_of(courses[0], now, courses[1:])})
    return render(request, "site/nothing_yet.html", {"may_plan": may_plan(person)})


def _for_strangers(request: HttpRequest) -> HttpResponse:
    """Say what this is, and the ways in; on a machine where nobody is yet, the way to begin."""
    context = {"course": course_on_offer(), "may_begin": may_begin(request, "")}
    return render(request, "site/home.html", context)


@dataclass(frozen=True, slots=True)
class ToDo:
    """A cohort with the one thing that its tutor does next."""

    cohort: Cohort
    days: str
    step: NextStep
    url: str


def _to_do(one: Tutored, now: dt.datetime) -> ToDo:
    cohort, half_days = one.cohort, list(one.half_days)
    is_draft = cohort.state == Cohort.State.DRAFT
    standing = Standing(
        seats=one.seats,
        half_days=half_days,
        missing=publishing_mistakes(cohort, half_days, now) if is_draft else [],
        decision_is_due=decision_is_due(cohort, now),
        marked=one.marked,
        ending=one.ending,
    )
    step = next_step(cohort, standing, now)
    url = reverse(step.url_name, args=[cohort.id, *step.args]) if step.url_name else ""
    return ToDo(cohort, days_in_words(half_day.date for half_day in half_days), step, url)
