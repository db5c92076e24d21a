"""Dates as a file and as a secret address: for whoever has a place, and for nobody who waits."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import reverse

from ipt.accounts.actions.links import make_link
from ipt.accounts.models import Link, Person
from ipt.course.models import Cohort, Place
from tests import builders
from tests.conftest import sign_in
from tests.course.rfc5545 import read


def place_of(person: Person) -> Place:
    return Place.objects.get(person=person)


def events(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    [calendar] = read(response.content.decode())
    return [event.values["STATUS"] for event in calendar.all("VEVENT")]


def make_address(client: Client, person: Person) -> str:
    page = sign_in(client, person).post(reverse("course:calendar", args=[place_of(person).id]), builders.sent())
    assert page.status_code == 200
    [address] = re.findall(r"http://127\.0\.0\.1:8000(/calendar/[\w-]{32}\.ics)", page.content.decode())
    return str(address)


def test_the_file_is_for_whoever_has_the_place_and_their_tutors(
    client: Client, cohort: Cohort, ada: Person, ben: Person, tea: Person, cleo: Person
) -> None:
    address = reverse("course:calendar_file", args=[place_of(ada).id])
    assert client.get(address).status_code == 404
    for person in (ben, cleo):
        assert sign_in(client, person).get(address).status_code == 404
    for person in (ada, tea):
        assert events(sign_in(client, person), address) == ["CONFIRMED"] * 6


@pytest.mark.parametrize("state", [Place.State.WAITING, Place.State.OFFERED])
def test_nobody_who_waits_has_dates(client: Client, cohort: Cohort, cleo: Person, state: Place.State) -> None:
    place = builders.a_place(cohort, cleo, state)
    sign_in(client, cleo)
    assert client.get(reverse("course:calendar_file", args=[place.id])).status_code == 404
    assert client.get(reverse("course:calendar", args=[place.id])).status_code == 404
    assert client.post(reverse("course:calendar", args=[place.id]), builders.sent()).status_code == 404
    assert Link.objects.count() == 0


def test_an_address_is_shown_once_and_works_without_signing_in(client: Client, cohort: Cohort, ada: Person) -> None:
    address = make_address(client, ada)
    token = address.rpartition("/")[2].removesuffix(".ics")
    assert token not in client.get(reverse("course:calendar", args=[place_of(ada).id])).content.decode()
    assert not Link.objects.filter(token_hash=token).exists()
    assert events(Client(), address) == ["CONFIRMED"] * 6
    assert Client().get(address.replace(token, "x" * 32)).status_code == 404


def test_a_place_that_ends_cancels_what_the_address_tells(
    client: Client, cohort: Cohort, ada: Person, now: dt.datetime
) -> None:
    address = make_address(client, ada)
    Place.objects.filter(person=ada).update(state=Place.State.WITHDRAWN, ended_at=now)
    assert events(Client(), address) == ["CANCELLED"] * 6


def test_a_new_address_ends_the_old_and_stopping_ends_it(client: Client, cohort: Cohort, ada: Person) -> None:
    old = make_address(client, ada)
    new = make_address(client, ada)
    assert Client().get(old).status_code == 404
    assert events(Client(), new) == ["CONFIRMED"] * 6
    stopped = client.post(reverse("course:calendar_stop", args=[place_of(ada).id]), builders.sent())
    assert stopped.status_code == 302
    assert Client().get(new).status_code == 404


def test_nobody_makes_an_address_for_somebody_else(
    client: Client, cohort: Cohort, ada: Person, ben: Person, tea: Person
) -> None:
    for person in (ben, tea):
        sign_in(client, person)
        for name in ("course:calendar", "course:calendar_stop"):
            assert client.post(reverse(name, args=[place_of(ada).id]), builders.sent()).status_code == 404
    assert Link.objects.count() == 0


def test_a_page_sent_twice_makes_one_address(client: Client, cohort: Cohort, ada: Person) -> None:
    sign_in(client, ada)
    address = reverse("course:calendar", args=[place_of(ada).id])
    sent = {"submission": "6f1d3f0e-6c0b-4c43-9b6e-0f4f9f1d2a11"}
    assert client.post(address, sent).status_code == 200
    again = client.post(address, sent)
    assert again.status_code == 422
    assert "was made and shown once already" in again.content.decode()
    assert Link.objects.count() == 1


def test_a_personal_link_is_no_calendar(client: Client, cohort: Cohort, ada: Person, now: dt.datetime) -> None:
    token = make_link(person=ada, kind=Link.Kind.PERSONAL, actor=None, now=now)
    assert client.get(reverse("course:calendar_feed", args=[token])).status_code == 404
