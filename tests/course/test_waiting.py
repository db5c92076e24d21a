"""The waiting list: order, offers with a hold time, promotion, leaving."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from ipt.accounts.models import Person
from ipt.course.actions.waiting import accept_offer, offer_place
from ipt.course.models import Cohort, Place
from ipt.outbox.due import run_due
from ipt.outbox.models import Message
from tests import builders
from tests.builders import sent
from tests.conftest import sign_in

NAMES = ("Ann", "Bob", "Cat", "Dan", "Eve")


@pytest.fixture
def summer(tea: Person) -> Cohort:
    """Two seats: Ann and Bob have them; Cat, Dan and Eve wait."""
    cohort = builders.a_published_cohort(tea, least=1, most=2)
    builders.asked_for(cohort, *NAMES)
    return cohort


def place_of(cohort: Cohort, name: str) -> Place:
    return cohort.places.select_related("person", "cohort").get(person__name=name)


def states(cohort: Cohort) -> dict[str, str]:
    return dict(cohort.places.values_list("person__name", "state"))


def test_a_freed_seat_is_offered_to_the_next(client: Client, summer: Cohort, cleo: Person) -> None:
    ann = place_of(summer, "Ann")
    assert sign_in(client, cleo).post(f"/places/{ann.id}/withdraw/", sent()).status_code == 404
    page = sent()
    sign_in(client, ann.person)
    for _ in range(2):
        assert client.post(f"/places/{ann.id}/withdraw/", page).status_code == 302
    assert client.post(f"/places/{ann.id}/withdraw/", sent()).status_code == 422
    expected = dict(zip(NAMES, ("withdrawn", "taken", "offered", "waiting", "waiting"), strict=True))
    assert states(summer) == expected
    cat = place_of(summer, "Cat")
    assert cat.offered_until is not None
    assert 47 < (cat.offered_until - timezone.now()).total_seconds() / 3600 <= 48
    assert Message.objects.filter(recipient="cat@example.org", kind__contains="offered").count() == 1


def test_an_offer_is_accepted_by_its_person_or_a_tutor(client: Client, summer: Cohort, tea: Person) -> None:
    ann, dan = place_of(summer, "Ann"), place_of(summer, "Dan")
    sign_in(client, ann.person).post(f"/places/{ann.id}/withdraw/", sent())
    cat = place_of(summer, "Cat")
    assert client.post(f"/places/{cat.id}/accept/", sent()).status_code == 404
    sign_in(client, dan.person)
    assert client.post(f"/places/{dan.id}/accept/", sent()).status_code == 422
    sign_in(client, cat.person)
    assert client.get(f"/places/{cat.id}/accept/").status_code == 200
    assert states(summer)["Cat"] == "offered"
    assert client.post(f"/places/{cat.id}/accept/", sent()).status_code == 302
    assert states(summer)["Cat"] == "taken"


def test_an_offer_runs_out_and_the_next_is_asked_in_the_same_run(summer: Cohort, tea: Person) -> None:
    ann = place_of(summer, "Ann")
    sign_in(Client(), ann.person).post(f"/places/{ann.id}/withdraw/", sent())
    cat = place_of(summer, "Cat")
    assert cat.offered_until is not None
    early = run_due(cat.offered_until - dt.timedelta(seconds=1))
    assert (early["course.offers.lapse"], early["course.offers.promote"]) == (0, 0)
    with pytest.raises(ValidationError, match="run out"):
        accept_offer(place=cat, actor=cat.person, now=cat.offered_until)
    late = run_due(cat.offered_until)
    assert (late["course.offers.lapse"], late["course.offers.promote"]) == (1, 1)
    again = run_due(cat.offered_until)
    assert (again["course.offers.lapse"], again["course.offers.promote"]) == (0, 0)
    expected = dict(zip(NAMES, ("withdrawn", "taken", "lapsed", "offered", "waiting"), strict=True))
    assert states(summer) == expected


def test_nobody_is_asked_once_the_course_has_begun(summer: Cohort) -> None:
    begins = summer.half_days.get(number=1).starts_at(summer.tz)
    Cohort.objects.filter(pk=summer.pk).update(most=5)
    assert run_due(begins)["course.offers.promote"] == 0
    assert run_due(begins - dt.timedelta(hours=1))["course.offers.promote"] == 3
    assert {place.offered_until for place in summer.places.filter(state="offered")} == {begins}


def test_anybody_leaves_the_list_and_asks_again_at_its_end(client: Client, summer: Cohort) -> None:
    cat = place_of(summer, "Cat")
    sign_in(client, cat.person)
    assert client.post(f"/places/{cat.id}/withdraw/", sent()).status_code == 302
    assert client.get(f"/places/{cat.id}/").status_code == 200
    assert client.post(f"/enrol/{summer.id}/", sent()).status_code == 302
    waiting = summer.places.filter(state="waiting").order_by("turn")
    assert [place.person.name for place in waiting] == ["Dan", "Eve", "Cat"]


def test_a_tutor_offers_a_free_seat_out_of_turn(client: Client, summer: Cohort, tea: Person) -> None:
    eve = place_of(summer, "Eve")
    assert sign_in(client, eve.person).post(f"/places/{eve.id}/offer/", sent()).status_code == 404
    full = sign_in(client, tea).post(f"/places/{eve.id}/offer/", sent())
    assert (full.status_code, "No seat is free." in full.content.decode()) == (422, True)
    Cohort.objects.filter(pk=summer.pk).update(most=3)
    assert client.post(f"/places/{eve.id}/offer/", sent()).status_code == 302
    assert states(summer)["Eve"] == "offered"
    with pytest.raises(ValidationError, match="not on the waiting list"):
        offer_place(place=eve, actor=tea, now=timezone.now())


def test_whoever_asks_while_others_wait_stands_behind_them(summer: Cohort) -> None:
    Cohort.objects.filter(pk=summer.pk).update(most=3)
    builders.asked_for(summer, "Fay")
    assert states(summer)["Fay"] == "waiting"
