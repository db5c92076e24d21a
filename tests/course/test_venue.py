"""Notes for the room: written by its tutor, read by those who come into it, and by nobody else."""

import pytest
from django.test import Client

from ipt.accounts.models import Person
from ipt.course.models import Cohort, Place
from ipt.course.queries.venue import venue_lines
from tests import builders
from tests.builders import sent
from tests.conftest import sign_in

TYPED = {"venue_fire": "A bell.\nMeet at the gate.", "venue_wifi": "Guests, key: willow-seven"}


def page_of(cohort: Cohort) -> str:
    return f"/cohorts/{cohort.id}/venue/"


def noted(client: Client, tea: Person, cohort: Cohort) -> None:
    assert sign_in(client, tea).post(page_of(cohort), sent(**TYPED)).status_code == 302
    cohort.refresh_from_db()


def test_only_its_tutor_writes_them(client: Client, ada: Person, olu: Person, tea: Person, cohort: Cohort) -> None:
    builders.a_cohort(olu, title="Autumn cohort")
    assert client.get(page_of(cohort)).status_code == 404
    for person in (ada, olu):
        sign_in(client, person)
        seen = (client.get(page_of(cohort)).status_code, client.post(page_of(cohort), sent(**TYPED)).status_code)
        assert seen == (404, 404)
    cohort.refresh_from_db()
    assert venue_lines(cohort) == []
    noted(client, tea, cohort)
    assert venue_lines(cohort) == [
        ("If the fire alarm sounds", "A bell.\nMeet at the gate."),
        ("Wi-Fi", "Guests, key: willow-seven"),
    ]
    assert "Guests, key: willow-seven" in client.get(page_of(cohort)).content.decode()


def test_what_is_too_long_is_kept_and_said_in_one_sentence(client: Client, tea: Person, cohort: Cohort) -> None:
    sign_in(client, tea)
    refused = client.post(page_of(cohort), sent(venue_food="x" * 301, venue_wifi="Guests"))
    page = refused.content.decode()
    assert (refused.status_code, "Please use at most 300 characters here." in page) == (422, True)
    assert ("x" * 301 in page, ">\nGuests</textarea>" in page) == (True, True)
    cohort.refresh_from_db()
    assert venue_lines(cohort) == []
    assert client.post(page_of(cohort), sent(venue_food="x" * 300)).status_code == 302


def test_people_with_a_place_read_them_where_they_look(
    client: Client, tea: Person, ada: Person, cleo: Person, cohort: Cohort
) -> None:
    place = cohort.places.get(person=ada)
    pages = ("/", f"/cohorts/{cohort.id}/", f"/places/{place.id}/", f"/cohorts/{cohort.id}/blocks/welcome/")
    sign_in(client, ada)
    assert ["In the room" in client.get(page).content.decode() for page in pages] == [False] * 4
    noted(client, tea, cohort)
    assert "willow-seven" in client.get(f"/cohorts/{cohort.id}/").content.decode()
    sign_in(client, ada)
    assert ["willow-seven" in client.get(page).content.decode() for page in pages] == [True] * 4
    assert "A bell.<br>Meet at the gate." in client.get(pages[0]).content.decode()
    elsewhere = client.get(f"/cohorts/{cohort.id}/blocks/mood-and-people/")
    assert "willow-seven" not in elsewhere.content.decode()
    waits = builders.a_place(cohort, cleo, Place.State.WAITING)
    sign_in(client, cleo)
    for page in ("/", f"/places/{waits.id}/"):
        assert "willow-seven" not in client.get(page).content.decode()


@pytest.mark.parametrize("state", [Cohort.State.CANCELLED, Cohort.State.FINISHED])
def test_when_it_is_over_they_stay_as_they_were(
    client: Client, tea: Person, cohort: Cohort, state: Cohort.State
) -> None:
    Cohort.objects.filter(pk=cohort.pk).update(state=state)
    refused = sign_in(client, tea).post(page_of(cohort), sent(**TYPED))
    assert (refused.status_code, "This cohort is over" in refused.content.decode()) == (422, True)
    cohort.refresh_from_db()
    assert venue_lines(cohort) == []
