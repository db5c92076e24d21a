"""Registers: marks with source, minutes and corrections; checking in; who may."""

import datetime as dt
import uuid

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from ipt.accounts.models import Person
from ipt.audit.models import Event
from ipt.course.actions.attendance import Mark, check_in, mark_register
from ipt.course.models import Attendance, Cohort, Place
from ipt.course.queries.certificates import standing, standing_from
from tests import builders
from tests.conftest import sign_in

pytestmark = pytest.mark.django_db


def sent(**fields: object) -> dict[str, object]:
    return {"submission": str(uuid.uuid4()), "source": "tutor", **fields}


def place_of(cohort: Cohort, person: Person) -> Place:
    return Place.objects.get(cohort=cohort, person=person)


def test_a_tutor_marks_a_half_day_and_others_may_not(
    client: Client, cohort: Cohort, other_cohort: Cohort, tea: Person, ada: Person, ben: Person, olu: Person
) -> None:
    url = reverse("course:register_half_day", args=[cohort.id, 1])
    here, away = place_of(cohort, ada), place_of(cohort, ben)
    data = sent(**{f"there-{here.id}": "yes", f"missed-{here.id}": "5", f"there-{away.id}": "no"})
    for stranger in (None, ada, olu):
        browser = sign_in(Client(), stranger) if stranger else Client()
        assert (browser.get(url).status_code, browser.post(url, data).status_code) == (404, 404)
    assert not Attendance.objects.exists()

    sign_in(client, tea)
    assert client.get(url).status_code == 200
    assert client.post(url, data).status_code == 302
    assert list(
        Attendance.objects.order_by("minutes_missed").values_list("place", "present", "minutes_missed", "source")
    ) == [(here.id, True, 5, "tutor"), (away.id, False, 180, "tutor")]
    # The same page sent again writes nothing.
    assert client.post(url, data).status_code == 302
    assert Attendance.objects.count() == 2


def test_bad_minutes_are_said_and_kept(client: Client, cohort: Cohort, tea: Person, ada: Person) -> None:
    url = reverse("course:register_half_day", args=[cohort.id, 1])
    here = place_of(cohort, ada)
    sign_in(client, tea)
    for minutes, there in (("180", "yes"), ("-1", "yes"), ("ten", "yes"), ("5", "")):
        response = client.post(url, sent(**{f"there-{here.id}": there, f"missed-{here.id}": minutes}))
        assert response.status_code == 422
        assert f'value="{minutes}"' in response.text
    assert not Attendance.objects.exists()


def test_a_correction_keeps_the_earlier_mark(client: Client, cohort: Cohort, tea: Person, ada: Person) -> None:
    url = reverse("course:register_half_day", args=[cohort.id, 2])
    here = place_of(cohort, ada)
    sign_in(client, tea)
    client.post(url, sent(**{f"there-{here.id}": "no"}))
    client.post(url, sent(**{f"there-{here.id}": "yes", "source": "paper", "reason": "signed the wrong line"}))
    first, second = Attendance.objects.order_by("marked_at")
    assert (first.is_current, first.present) == (False, False)
    assert (second.is_current, second.present, second.source, second.corrects) == (True, True, "paper", first)
    assert "signed the wrong line" in client.get(url).text
    assert Event.objects.filter(name="course.attendance.corrected", subject=second.id).count() == 1


def test_people_check_in_to_the_half_day_that_is_on_and_to_no_other(cohort: Cohort, ada: Person, cleo: Person) -> None:
    here = place_of(cohort, ada)
    start = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)
    for early in (start - dt.timedelta(minutes=31), start + dt.timedelta(minutes=181)):
        with pytest.raises(Exception, match="No half-day is on now"):
            check_in(place=here, actor=ada, now=early)
    with pytest.raises(Exception):  # noqa: B017, PT011 -- refused: it is not Cleo's place
        check_in(place=here, actor=cleo, now=start)
    assert not Attendance.objects.exists()
    mark = check_in(place=here, actor=ada, now=start + dt.timedelta(minutes=7, seconds=20))
    assert (mark.half_day.number, mark.present, mark.minutes_missed, mark.source) == (1, True, 7, "self")
    assert check_in(place=here, actor=ada, now=start + dt.timedelta(minutes=30)) == mark


def test_what_is_missing_is_said_in_words(cohort: Cohort, tea: Person, ada: Person, now: dt.datetime) -> None:
    here = place_of(cohort, ada)
    for half_day in cohort.half_days.all():
        mark = Mark(here, present=half_day.number != 4, minutes_missed=16 if half_day.number == 5 else 15)
        mark_register(half_day=half_day, marks=[mark], source=Attendance.Source.TUTOR, actor=tea, now=now)
    told = standing(here)
    assert (told.met, told.summary) == (False, "You have 4 of 6 half-days.")
    assert told.missing == (
        "day 2 afternoon is missing",
        "day 3 morning: 16 minutes missed, and no more than 15 may be",
    )


@given(
    needed=st.integers(1, 6),
    tolerated=st.integers(0, 60),
    marks=st.dictionaries(st.integers(1, 6), st.tuples(st.booleans(), st.integers(0, 179))),
)
def test_the_rule_counts_exactly_the_half_days_that_meet_it(
    needed: int, tolerated: int, marks: dict[int, tuple[bool, int]]
) -> None:
    from ipt.course.models import HalfDay

    cohort = Cohort(half_days_needed=needed, minutes_tolerated=tolerated)
    half_days = tuple(HalfDay(number=number, minutes=180) for number in range(1, 7))
    written = {
        number: Attendance(present=present, minutes_missed=missed) for number, (present, missed) in marks.items()
    }
    told = standing_from(cohort, half_days, written)
    counted = sum(1 for present, missed in marks.values() if present and missed <= tolerated)
    short = len(marks) - counted
    assert (told.counted, told.met, len(told.missing)) == (counted, counted >= needed, short + (len(marks) < 6))


@pytest.mark.parametrize("people", [1, 3, 300])
def test_the_register_takes_the_same_queries_for_any_number(
    client: Client, tea: Person, people: int, django_assert_num_queries: object
) -> None:
    cohort = builders.a_cohort(tea)
    for number in range(people):
        place = builders.a_place(cohort, builders.a_person(f"Person {number}"))
        Attendance.objects.create(
            place=place, half_day=cohort.half_days.get(number=1), present=True, source="tutor", marked_at=builders.NOW
        )
    sign_in(client, tea)
    client.get(reverse("course:register", args=[cohort.id]))
    with django_assert_num_queries(6):  # type: ignore[operator]
        assert client.get(reverse("course:register", args=[cohort.id])).status_code == 200
    with django_assert_num_queries(7):  # type: ignore[operator]
        assert client.get(reverse("course:register_half_day", args=[cohort.id, 1])).status_code == 200
