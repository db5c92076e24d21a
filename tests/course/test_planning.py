"""Planning and publishing a cohort."""

import datetime as dt
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ipt import library
from ipt.accounts.models import Person
from ipt.course.models import Cohort, Pack
from tests import builders
from tests.builders import sent
from tests.conftest import sign_in

FIRST = timezone.now().date() + dt.timedelta(days=60)


def a_plan(**changes: object) -> dict[str, Any]:
    plan: dict[str, object] = {
        "title": "Summer cohort",
        "provider": "Northside Learning",
        "first_day": FIRST.isoformat(),
        "venue": "Room 4",
        "least": 6,
        "most": 15,
        "hold_hours": 48,
        "half_days_needed": 6,
        "minutes_tolerated": 15,
        "zone": "Europe/London",
    }
    return sent(**{**plan, **changes})


def test_an_operator_or_a_tutor_plans_and_becomes_tutor(
    client: Client, olu: Person, cohort: Cohort, tea: Person, ada: Person
) -> None:
    for person in (olu, tea):
        answer = sign_in(client, person).post("/cohorts/new/", a_plan())
        planned = Cohort.objects.get(memberships__person=person, title="Summer cohort")
        assert (answer.status_code, answer["Location"]) == (302, f"/cohorts/{planned.id}/dates/")
        assert client.get(answer["Location"]).status_code == 200
    assert sign_in(client, ada).post("/cohorts/new/", a_plan()).status_code == 404
    assert client.get("/cohorts/new/").status_code == 404
    assert Cohort.objects.filter(title="Summer cohort").count() == 2


def test_a_draft_has_the_half_days_of_the_content(client: Client, olu: Person) -> None:
    first = FIRST + dt.timedelta(days=(3 - FIRST.weekday()) % 7)  # a Thursday: the weekend lies between
    sign_in(client, olu).post("/cohorts/new/", a_plan(first_day=first.isoformat()))
    planned = Cohort.objects.select_related("pack").get()
    course = library.read_pack(library.find_content())
    days = [first, first + dt.timedelta(days=1), first + dt.timedelta(days=4)]
    assert [(day.number, day.date, day.starts, day.minutes, day.sequence) for day in planned.half_days.all()] == [
        (half_day.number, days[half_day.day - 1], half_day.starts, half_day.minutes, 0) for half_day in course.half_days
    ]
    assert planned.pack.digest == course.digest
    assert (planned.state, planned.decide_on) == ("draft", first - dt.timedelta(days=14))


def test_the_same_page_sent_twice_plans_once(client: Client, olu: Person) -> None:
    plan = a_plan()
    sign_in(client, olu)
    assert client.post("/cohorts/new/", plan)["Location"] == client.post("/cohorts/new/", plan)["Location"]
    again = client.post("/cohorts/new/", {**plan, "title": "Another"})
    assert again.status_code == 422
    assert "already sent" in again.content.decode()
    assert (Cohort.objects.count(), Pack.objects.count()) == (1, 1)


def test_mistakes_are_said_and_what_was_typed_is_kept(client: Client, olu: Person) -> None:
    answer = sign_in(client, olu).post("/cohorts/new/", a_plan(title="", least=9, most=8, zone="Mars/Base"))
    page = answer.content.decode()
    assert answer.status_code == 422
    for words in ("Name of the cohort: ", "cannot be more than the most", "“Mars/Base” is not a time zone"):
        assert words in page
    assert "Northside Learning" in page
    assert not Cohort.objects.exists()


def test_a_draft_is_seen_by_its_tutors_alone(client: Client, olu: Person, tea: Person, cleo: Person) -> None:
    sign_in(client, olu).post("/cohorts/new/", a_plan())
    planned = Cohort.objects.get()
    pages = [reverse(f"course:{name}", args=[planned.id]) for name in ("cohort", "edit", "dates", "publish", "people")]
    assert [client.get(page).status_code for page in pages] == [200] * 5
    for person in (tea, cleo):
        sign_in(client, person)
        assert [client.get(page).status_code for page in pages] == [404] * 5
    assert Client().get(f"/enrol/{planned.id}/").status_code == 404


def test_publishing_says_what_is_missing_and_then_opens(client: Client, olu: Person) -> None:
    sign_in(client, olu).post("/cohorts/new/", a_plan(venue="", decide_on=(FIRST + dt.timedelta(days=9)).isoformat()))
    planned = Cohort.objects.get()
    publish = f"/cohorts/{planned.id}/publish/"
    refused = client.post(publish, sent())
    assert refused.status_code == 422
    assert "Say where it takes place" in refused.content.decode()
    assert "The go/no-go date must come before the first half-day." in refused.content.decode()
    plan = a_plan(online_link="https://meet.example.org/ipt", venue="", decide_on=timezone.now().date().isoformat())
    assert client.post(f"/cohorts/{planned.id}/edit/", plan).status_code == 302
    assert client.post(publish, sent()).status_code == 302
    planned.refresh_from_db()
    assert planned.state == "open"
    assert client.post(publish, sent()).status_code == 422
    assert Client().get(f"/enrol/{planned.id}/").status_code == 200


def test_dates_in_the_past_are_not_published(client: Client, olu: Person) -> None:
    yesterday = (timezone.now() - dt.timedelta(days=1)).date()
    sign_in(client, olu).post("/cohorts/new/", a_plan(first_day=yesterday.isoformat()))
    refused = client.post(f"/cohorts/{Cohort.objects.get().id}/publish/", sent())
    assert refused.status_code == 422
    assert "The first half-day is in the past" in refused.content.decode()


def test_seats_that_are_held_cannot_be_planned_away(client: Client, tea: Person) -> None:
    cohort = builders.a_published_cohort(tea, least=1, most=2)
    builders.asked_for(cohort, "Ada", "Ben", "Cleo")
    edit = f"/cohorts/{cohort.id}/edit/"
    plan = a_plan(decide_on=cohort.decide_on.isoformat(), least=1, most=1)
    refused = sign_in(client, tea).post(edit, plan)
    assert refused.status_code == 422
    assert "2 places are taken or offered" in refused.content.decode()
    more = a_plan(decide_on=cohort.decide_on.isoformat(), least=1, most=3)
    assert client.post(edit, more).status_code == 302
    assert list(cohort.places.order_by("turn").values_list("state", flat=True)) == ["taken", "taken", "offered"]
    nowhere = a_plan(decide_on=cohort.decide_on.isoformat(), least=1, most=3, venue="")
    assert client.post(edit, nowhere).status_code == 422
