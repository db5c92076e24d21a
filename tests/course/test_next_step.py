"""The one next step of a cohort, from the first plan to the shelf."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from ipt.accounts.models import Person
from ipt.course.models import Attendance, Certificate, Cohort, Place, Sitting
from ipt.course.queries.next_step import NextStep, Standing, next_step
from ipt.course.queries.seats import seats_of
from ipt.course.rules.planning import decision_is_due, publishing_mistakes
from tests import builders
from tests.conftest import sign_in

FIRST = dt.date(2027, 3, 1)
STATE = Cohort.State


def step_of(cohort: Cohort, now: dt.datetime) -> NextStep:
    half_days = list(cohort.half_days.all())
    missing = publishing_mistakes(cohort, half_days, now)
    return next_step(cohort, Standing(seats_of(cohort), half_days, missing, decision_is_due(cohort, now)), now)


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2027, 3, day, hour, minute, tzinfo=dt.UTC)


@pytest.fixture
def spring(tea: Person, ada: Person, ben: Person) -> Cohort:
    """First to third of March 2027, for two to three people; Ada and Ben are in."""
    cohort = builders.a_cohort(tea, first=FIRST, least=2, most=3)
    builders.a_place(cohort, ada)
    builders.a_place(cohort, ben)
    return cohort


def mark(cohort: Cohort, *numbers: int) -> None:
    for half_day in cohort.half_days.filter(number__in=numbers):
        for place in cohort.places.all():
            Attendance.objects.create(
                place=place, half_day=half_day, present=True, source="tutor", marked_at=builders.NOW
            )


def test_before_the_course(spring: Cohort) -> None:
    before = builders.NOW
    spring.state = STATE.DRAFT
    assert step_of(spring, before).url_name == "course:publish"
    spring.venue = ""
    assert step_of(spring, before).url_name == "course:edit"
    spring.state = STATE.OPEN
    assert step_of(spring, before).url_name == "course:enrol"
    assert "The minimum is reached" in step_of(spring, before).text
    spring.most = 2
    assert step_of(spring, before).title == "The cohort is full: decide early if you like"
    due = dt.datetime(2027, 2, 15, 9, tzinfo=dt.UTC)
    assert step_of(spring, due).title == "Decide: go or no-go"
    spring.state = STATE.CANCELLED
    assert step_of(spring, due).url_name == ""


def test_during_the_course(spring: Cohort) -> None:
    spring.state = STATE.CONFIRMED
    assert step_of(spring, builders.NOW).url_name == "course:needs"
    assert step_of(spring, at(1, 8, 59)).url_name == "course:needs"
    assert step_of(spring, at(1, 9)) == step_of(spring, at(1, 9, 30))
    assert (step_of(spring, at(1, 9)).url_name, step_of(spring, at(1, 9)).args) == ("course:register_half_day", (1,))
    mark(spring, 1)
    assert step_of(spring, at(1, 12)).title == "Prepare day 1 afternoon"
    mark(spring, 2, 3)
    Attendance.objects.filter(half_day__number=2, place__person__name="Ben Bright").delete()
    assert step_of(spring, at(2, 12)).args == (2,)


def test_after_the_course(spring: Cohort) -> None:
    spring.state = STATE.CONFIRMED
    mark(spring, 1, 2, 3, 4, 5, 6)
    end = at(3, 17)
    assert step_of(spring, end).title == "Ask for feedback"
    sitting = Sitting.objects.create(cohort=spring, activity="feedback", wording="x", linkage="unlinked", opened_at=end)
    assert step_of(spring, end).title == "Close the feedback"
    Sitting.objects.filter(pk=sitting.pk).update(closed_at=end)
    assert step_of(spring, end).title == "Issue the certificates"
    Certificate.objects.create(
        place=spring.places.get(person__name="Ben Bright"), number="A", name="Ada", facts={}, issued_at=end
    )
    assert step_of(spring, end).url_name == "course:finish"
    spring.state = STATE.FINISHED
    assert step_of(spring, end).url_name == "course:certificates"


@pytest.mark.parametrize("rows", [1, 3, 300])
def test_the_page_keeps_its_queries(
    client: Client, tea: Person, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cohort = builders.a_cohort(tea, first=timezone.now().date() - dt.timedelta(days=1), state=STATE.CONFIRMED)
    people = Person.objects.bulk_create(Person(name=f"Person {n}", password="!") for n in range(rows))
    Place.objects.bulk_create(
        Place(cohort=cohort, person=person, state="taken", source="link", turn=turn, asked_at=builders.NOW)
        for turn, person in enumerate(people, start=1)
    )
    sign_in(client, tea)
    # Session, user; cohort; half-days; seats; marks; tutors.
    with django_assert_num_queries(7):
        answer = client.get(f"/cohorts/{cohort.id}/")
    assert answer.context["step"].title == "Take the register, day 1 morning"
