"""The timetable: six half-days in the cohort's own time, for those who are in the room."""

import datetime as dt

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ipt.accounts.models import Person
from ipt.course.models import Cohort, Place
from ipt.course.queries.timetable import timetable_of
from tests import builders
from tests.conftest import sign_in

# Session, user; cohort with its pack; half-days.
QUERIES = 4


@pytest.fixture
def spring(tea: Person, ada: Person) -> Cohort:
    """The real course, from the first to the third of March 2027."""
    cohort = builders.a_cohort(tea, first=dt.date(2027, 3, 1), pack=builders.the_pack())
    builders.a_place(cohort, ada)
    return cohort


def test_blocks_follow_each_other_from_the_planned_start(spring: Cohort) -> None:
    half_day = spring.half_days.get(number=1)
    half_day.starts = dt.time(10, 5)
    half_day.save(update_fields=["starts"])
    planned = timetable_of(spring, builders.NOW, "delegate")
    first = planned[0]
    assert [one.half_day.number for one in planned] == [1, 2, 3, 4, 5, 6]
    assert [(slot.starts, slot.ends) for slot in first.slots[:2]] == [
        (dt.time(10, 5), dt.time(10, 15)),
        (dt.time(10, 15), dt.time(10, 30)),
    ]
    assert [slot.ends for slot in first.slots][:-1] == [slot.starts for slot in first.slots][1:]
    assert sum(slot.minutes for slot in first.slots) == first.content.minutes == 195
    assert (first.starts.time(), first.ends.time()) == (dt.time(10, 5), dt.time(13, 20))


def test_times_are_those_of_the_cohort(spring: Cohort) -> None:
    spring.zone = "America/New_York"
    first = timetable_of(spring, dt.datetime(2027, 3, 1, 14, 31, tzinfo=dt.UTC), "delegate")[0]
    assert first.starts.isoformat() == "2027-03-01T09:30:00-05:00"
    assert [slot.state for slot in first.slots[:2]] == ["now", ""]


def test_minutes_pass_as_clocks_count_them_when_the_clocks_change(spring: Cohort) -> None:
    # In London the clocks go from 01:00 to 02:00 on 28 March 2027.
    half_day = spring.half_days.get(number=1)
    half_day.date, half_day.starts = dt.date(2027, 3, 28), dt.time(0, 50)
    half_day.save(update_fields=["date", "starts"])
    slots = timetable_of(spring, builders.NOW, "delegate")[0].slots
    assert [slot.starts for slot in slots[:3]] == [dt.time(0, 50), dt.time(2, 0), dt.time(2, 15)]


def test_delegates_are_led_to_materials_and_tutors_to_notes_and_spare_minutes(
    client: Client, tea: Person, ada: Person, spring: Cohort
) -> None:
    address = f"/cohorts/{spring.id}/timetable/"
    page = sign_in(client, ada).get(address).content.decode()
    assert f'href="/cohorts/{spring.id}/blocks/welcome/"' in page
    assert ["/tutor/" in page, "may shrink" in page, "09:30 to 12:45" in page] == [False, False, True]
    page = sign_in(client, tea).get(address).content.decode()
    assert f'href="/cohorts/{spring.id}/blocks/welcome/tutor/"' in page
    assert ["may shrink to 10 minutes" in page, "may be left out" in page] == [True, True]


def test_nobody_else_sees_it(client: Client, cleo: Person, olu: Person, ben: Person, spring: Cohort) -> None:
    builders.a_place(builders.a_cohort(olu, title="Autumn cohort"), cleo)
    builders.a_place(spring, ben, Place.State.WAITING)
    address = f"/cohorts/{spring.id}/timetable/"
    assert client.get(address).status_code == 404
    assert [sign_in(client, person).get(address).status_code for person in (cleo, olu, ben)] == [404, 404, 404]


def test_it_keeps_its_queries(
    client: Client, ada: Person, spring: Cohort, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    sign_in(client, ada).get(f"/cohorts/{spring.id}/timetable/")
    with django_assert_num_queries(QUERIES):
        client.get(f"/cohorts/{spring.id}/timetable/")
