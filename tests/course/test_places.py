"""A place: handed on with its history, changed, and reached by a link that is shown once."""

import pytest
from django.test import Client
from pytest_django import Settings

from ipt.accounts.models import Link, Person
from ipt.course.models import Cohort, Place
from ipt.outbox.models import Message
from tests import builders
from tests.builders import sent
from tests.conftest import sign_in


@pytest.fixture
def summer(tea: Person) -> Cohort:
    """Ann has a place."""
    cohort = builders.a_published_cohort(tea)
    builders.asked_for(cohort, "Ann", "Bob")
    return cohort


@pytest.fixture
def ann(summer: Cohort) -> Place:
    return summer.places.select_related("person").get(person__name="Ann")


def test_somebody_else_takes_over_and_the_history_stays(
    client: Client, tea: Person, summer: Cohort, ann: Place
) -> None:
    page = f"/places/{ann.id}/substitute/"
    assert sign_in(client, ann.person).post(page, sent(name="Zoe")).status_code == 404
    handed = sent(name="Zoe", email="zoe@example.org")
    first = sign_in(client, tea).post(page, handed)
    assert client.post(page, handed)["Location"] == first["Location"]
    zoe = summer.places.get(person__name="Zoe")
    ann.refresh_from_db()
    assert (ann.state, zoe.state, zoe.replaces, zoe.source) == ("replaced", "taken", ann, "substitution")
    for place in (ann, zoe):
        shown = client.get(f"/places/{place.id}/").content.decode()
        assert shown.index("until") < shown.index("since")
    people = client.get(f"/cohorts/{summer.id}/people/").content.decode()
    assert "in place of Ann" in people
    assert "Handed on to Zoe" in people
    again = client.post(page, sent(name="Yan"))
    assert (again.status_code, "Only a taken place" in again.content.decode()) == (422, True)


def test_nobody_takes_over_who_is_there_already(client: Client, tea: Person, ann: Place) -> None:
    refused = sign_in(client, tea).post(f"/places/{ann.id}/substitute/", sent(name="Bob", email="bob@example.org"))
    assert (refused.status_code, "Bob is in this cohort already." in refused.content.decode()) == (422, True)
    ann.refresh_from_db()
    assert ann.state == "taken"


def test_its_person_and_the_tutors_change_the_details(client: Client, tea: Person, cleo: Person, ann: Place) -> None:
    page = f"/places/{ann.id}/edit/"
    for person, name in ((ann.person, "Ann Example"), (tea, "Dr Ann Example")):
        assert sign_in(client, person).post(page, sent(certificate_name=name, adjustment="Quiet")).status_code == 302
        ann.refresh_from_db()
        assert (ann.certificate_name, ann.adjustment) == (name, "Quiet")
    assert sign_in(client, cleo).post(page, sent(certificate_name="X")).status_code == 404
    assert Client().get(page).status_code == 404
    assert sign_in(client, tea).post(page, sent(certificate_name="x" * 121)).status_code == 422


def test_a_link_is_shown_once_where_no_mail_is_sent(client: Client, tea: Person, ann: Place) -> None:
    page = f"/places/{ann.id}/link/"
    assert sign_in(client, ann.person).post(page, sent()).status_code == 404
    sign_in(client, tea)
    made = sent()
    first, second = client.post(page, made), client.post(page, made)
    address = first.context["address"]
    assert (first.status_code, second.status_code) == (200, 422)
    assert "A link is shown once." in second.content.decode()
    assert Link.objects.filter(person=ann.person, kind="personal", revoked_at=None).count() == 1
    browser = Client()
    assert browser.get(address.removeprefix("http://127.0.0.1:8000")).status_code == 200
    assert Message.objects.filter(kind__contains="link").count() == 0


def test_a_link_is_sent_where_mail_is(client: Client, tea: Person, ann: Place, settings: Settings) -> None:
    settings.MAIL_URL = "smtp://localhost:25"
    before = Message.objects.filter(recipient="ann@example.org").count()
    answer = sign_in(client, tea).post(f"/places/{ann.id}/link/", sent())
    assert answer.status_code == 302
    assert Message.objects.filter(recipient="ann@example.org").count() == before + 1


def test_nobody_is_given_a_link_to_an_account(client: Client, tea: Person, summer: Cohort, cleo: Person) -> None:
    place = builders.a_place(summer, cleo)
    refused = sign_in(client, tea).post(f"/places/{place.id}/link/", sent())
    assert (refused.status_code, "cannot be given a link" in refused.content.decode()) == (422, True)
    assert not Link.objects.filter(person=cleo).exists()


def test_a_place_is_seen_by_its_person_and_its_tutors(
    client: Client, tea: Person, olu: Person, other_cohort: Cohort, ann: Place, summer: Cohort
) -> None:
    bob = summer.places.get(person__name="Bob").person
    seen = [sign_in(client, person).get(f"/places/{ann.id}/").status_code for person in (ann.person, tea, bob, olu)]
    assert seen == [200, 200, 404, 404]
