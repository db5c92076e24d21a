"""Asking for a place: uniform answers, an order that holds, and a way in where no mail is sent."""

import datetime as dt
import uuid

import pytest
from django.test import Client
from pytest_django import Settings

from ipt.accounts.models import Person
from ipt.course.models import Cohort, Place
from ipt.outbox.models import Message
from tests import builders
from tests.builders import sent
from tests.conftest import sign_in


@pytest.fixture
def summer(tea: Person) -> Cohort:
    """Two seats, nobody in them."""
    return builders.a_published_cohort(tea, least=1, most=2)


@pytest.fixture
def mailed(settings: Settings) -> None:
    """This installation sends mail."""
    settings.MAIL_URL = "smtp://localhost:25"


def ask(cohort: Cohort, name: str, **more: object) -> Client:
    client = Client()
    email = f"{name.split(maxsplit=1)[0].lower()}@example.org"
    answer = client.post(f"/enrol/{cohort.id}/", sent(**{"name": name, "email": email, **more}))
    assert (answer.status_code, answer["Location"]) == (302, f"/enrol/{cohort.id}/thanks/")
    return client


def turns(cohort: Cohort) -> list[tuple[str, str]]:
    return list(cohort.places.order_by("turn").values_list("person__name", "state"))


def test_seats_are_given_in_order_and_then_turns(summer: Cohort) -> None:
    for name in ("Ada Adeyemi", "Ben Bright", "Cleo Clarke"):
        ask(summer, name)
    assert turns(summer) == [("Ada Adeyemi", "taken"), ("Ben Bright", "taken"), ("Cleo Clarke", "waiting")]
    kinds = list(Message.objects.order_by("recipient").values_list("recipient", "calendar"))
    assert [(who, bool(calendar)) for who, calendar in kinds] == [
        ("ada@example.org", True),
        ("ben@example.org", True),
        ("cleo@example.org", False),
    ]


@pytest.mark.usefixtures("mailed")
def test_the_answer_does_not_tell_whether_an_address_is_known(summer: Cohort, cleo: Person) -> None:
    first, again, elsewhere = (ask(summer, name) for name in ("Ada Adeyemi", "Ada Other", "Cleo Clarke"))
    pages = [client.get(f"/enrol/{summer.id}/thanks/").content.decode() for client in (first, again, elsewhere)]
    assert pages[0] == pages[1] == pages[2].replace("cleo@", "ada@")
    assert "We have sent what comes next to ada@example.org." in pages[0]
    assert turns(summer) == [("Ada Adeyemi", "taken"), ("Cleo Clarke", "taken")]
    assert summer.places.get(turn=2).person == cleo
    for client in (first, again, elsewhere):
        assert client.get(f"/places/{summer.places.get(turn=1).id}/").status_code == 404


@pytest.mark.usefixtures("mailed")
def test_where_mail_is_sent_an_address_is_needed(summer: Cohort) -> None:
    answer = Client().post(f"/enrol/{summer.id}/", sent(name="Ada Adeyemi"))
    assert answer.status_code == 422
    assert 'value="Ada Adeyemi"' in answer.content.decode()
    assert turns(summer) == []


def test_without_mail_a_newcomer_is_let_in_and_nobody_else(summer: Cohort, cleo: Person) -> None:
    ada = ask(summer, "Ada Adeyemi", email="")
    place = summer.places.get()
    assert ada.get(f"/enrol/{summer.id}/thanks/").context["place"] == place
    assert ada.get(f"/places/{place.id}/").status_code == 200
    impostor = ask(summer, "Cleo Clarke")
    assert impostor.get(f"/places/{summer.places.get(turn=2).id}/").status_code == 404


def test_a_page_sent_twice_asks_once_and_lets_in_twice(summer: Cohort) -> None:
    page = sent(name="Ada Adeyemi", email="")
    for client in (Client(), Client()):
        assert client.post(f"/enrol/{summer.id}/", page).status_code == 302
        assert client.get(f"/places/{summer.places.get().id}/").status_code == 200
    other = Client().post(f"/enrol/{summer.id}/", {**page, "name": "Ben Bright"})
    assert other.status_code == 422
    assert turns(summer) == [("Ada Adeyemi", "taken")]


def test_whoever_is_signed_in_asks_as_themselves(client: Client, summer: Cohort, cleo: Person, tea: Person) -> None:
    page = f"/enrol/{summer.id}/"
    assert sign_in(client, cleo).post(page, sent(adjustment="Large print")).status_code == 302
    place = summer.places.get()
    assert (place.person, place.adjustment) == (cleo, "Large print")
    assert "You have asked already" in client.get(page).content.decode()
    sign_in(client, tea).post(page, sent(name="Ada Adeyemi", email=""))
    assert turns(summer) == [("Cleo Clarke", "taken"), ("Ada Adeyemi", "taken")]
    assert client.get("/account/").context["user"] == tea


def test_those_who_wait_see_their_position(summer: Cohort) -> None:
    for name in ("Ada", "Ben", "Cleo"):
        ask(summer, name, email="")
    dan = ask(summer, "Dan", email="")
    page = f"/places/{summer.places.get(person__name='Dan').id}/"
    assert "You are number 2 on the waiting list" in dan.get(page).content.decode()


def test_enrolment_ends_when_the_course_begins_or_is_called_off(summer: Cohort) -> None:
    assert Client().get(f"/enrol/{uuid.uuid4()}/").status_code == 404
    summer.half_days.filter(number=1).update(date=dt.date(2020, 1, 6))
    refused = Client().post(f"/enrol/{summer.id}/", sent(name="Ada", email=""))
    assert refused.status_code == 422
    assert "The course has begun" in refused.content.decode()
    Cohort.objects.filter(pk=summer.pk).update(state="cancelled")
    assert Client().post(f"/enrol/{summer.id}/", sent(name="Ada", email="")).status_code == 404
    assert not summer.places.exists()


@pytest.mark.usefixtures("counting_afresh")
def test_one_address_cannot_ask_without_end(summer: Cohort) -> None:
    answers = [Client().post(f"/enrol/{summer.id}/", sent(name="Ada", email="x")).status_code for _ in range(61)]
    assert answers == [422] * 60 + [429]


def test_a_tutor_adds_somebody_by_hand(client: Client, summer: Cohort, tea: Person, cleo: Person) -> None:
    page = f"/cohorts/{summer.id}/people/add/"
    assert sign_in(client, cleo).post(page, sent(name="Ada")).status_code == 404
    answer = sign_in(client, tea).post(page, sent(name="  Ada   Adeyemi ", adjustment="Large print"))
    place = Place.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/places/{place.id}/")
    assert (place.person.name, place.source, place.adjustment) == ("Ada Adeyemi", "tutor", "Large print")
    assert client.post(page, sent(name="")).status_code == 422
