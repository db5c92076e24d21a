"""The tutor's list of activities, a delegate's own, and how many queries each page takes."""

from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ipt.accounts.models import Person
from ipt.course.actions.answers import give_response
from ipt.course.actions.packs import repin
from ipt.course.models import Ballot, Box, Cohort, Place, Response, Sitting
from tests.builders import NOW, sent
from tests.course.questions import NEEDS, a_course, a_room, closed, feedback, opened, send, signed_in

pytestmark = pytest.mark.django_db


def test_a_tutor_opens_closes_and_shows(tea: Person) -> None:
    cohort, places = a_room(tea, 5)
    tutor = signed_in(tea)
    page = tutor.get(f"/cohorts/{cohort.id}/sittings/").content.decode()
    for title in ("Half-day 1", "Your hopes", "Before and after the course", "Your feedback", "From memory"):
        assert title in page
    assert tutor.post(f"/cohorts/{cohort.id}/sittings/open/", sent(activity="needs")).status_code == 302
    sitting = Sitting.objects.get()
    for place in places:
        send(signed_in(place.person), sitting, {"role": "nurse"})
    assert "5 of 5" in tutor.get(f"/cohorts/{cohort.id}/sittings/").content.decode()
    assert "Close “Before we meet”?" in tutor.get(f"/sittings/{sitting.id}/close/").content.decode()
    assert tutor.post(f"/sittings/{sitting.id}/close/", sent()).status_code == 302
    assert tutor.post(f"/sittings/{sitting.id}/close/", sent()).status_code == 422
    assert tutor.post(f"/sittings/{sitting.id}/reveal/", sent()).status_code == 302
    sitting.refresh_from_db()
    assert (sitting.is_open, sitting.revealed_at is None) == (False, False)


def test_what_cannot_be_opened_is_said(tea: Person) -> None:
    cohort, _places = a_room(tea, 1)
    opened(cohort, "needs", tea)
    tutor = signed_in(tea)
    said = [
        tutor.post(f"/cohorts/{cohort.id}/sittings/open/", sent(activity=key), follow=True).content.decode()
        for key in ("needs", "no-such-thing")
    ]
    assert "is open already" in said[0]
    assert "no activity of that name" in said[1]
    assert Sitting.objects.count() == 1


def test_only_a_cohorts_own_tutors_run_its_sittings(
    tea: Person, olu: Person, cleo: Person, other_cohort: Cohort
) -> None:
    cohort, places = a_room(tea, 1)
    sitting = opened(cohort, "feedback", tea)
    people = {"tutor": tea, "another tutor": olu, "delegate": places[0].person, "another delegate": cleo}
    pages = ("close/", "paper/", "results/", "export.csv")
    seen = {
        name: [signed_in(person).get(f"/sittings/{sitting.id}/{page}").status_code for page in pages]
        for name, person in people.items()
    }
    assert seen == {
        "tutor": [200, 200, 200, 404],  # no file before closing
        "another tutor": [404] * 4,
        "delegate": [404] * 4,
        "another delegate": [404] * 4,
    }
    posts = ("close/", "reveal/", "quotes/")
    for person in (olu, places[0].person, cleo):
        browser = signed_in(person)
        assert [browser.post(f"/sittings/{sitting.id}/{page}", sent()).status_code for page in posts] == [404] * 3
        assert browser.get(f"/cohorts/{cohort.id}/feedback/").status_code == 404
    sitting.refresh_from_db()
    assert sitting.is_open


def test_a_delegate_sees_what_they_were_asked(tea: Person, client: Client) -> None:
    cohort, places = a_room(tea, 1)
    ada = signed_in(places[0].person)
    address = f"/cohorts/{cohort.id}/sittings/"
    assert "Nothing is asked yet" in ada.get(address).content.decode()
    needs, box = opened(cohort, "needs", tea), opened(cohort, "feedback", tea)
    assert "2 wait for your answers" in ada.get(address).content.decode()
    send(ada, box, feedback(5, 5))
    closed(needs, tea)
    page = ada.get(address).content.decode()
    assert "Nothing waits for your answer" in page
    assert page.count("not answered") == 1
    assert f'href="/sittings/{box.id}/"' not in page
    assert client.get(address).status_code == 404


def test_an_activity_that_is_no_longer_in_the_course_keeps_its_results(tea: Person) -> None:
    cohort, places = a_room(tea, 1)
    sitting = opened(cohort, "needs", tea)
    give_response(sitting=sitting, place=places[0], values={"role": "nurse"}, now=NOW)
    closed(sitting, tea)
    renamed = a_course(needs=NEEDS.replace("key: needs", "key: wishes"))
    repin(cohort=cohort, content=renamed, actor=tea, now=NOW)
    tutor = signed_in(tea)
    assert "From an earlier version of the course" in tutor.get(f"/cohorts/{cohort.id}/sittings/").content.decode()
    assert "1 of 1 (100%)" in tutor.get(f"/sittings/{sitting.id}/results/").content.decode()


def test_every_kind_prints(tea: Person) -> None:
    cohort, _places = a_room(tea, 1)
    tutor = signed_in(tea)
    words = {"feedback": "Very poor", "needs": "Nurse", "own": "A role dispute", "recall": "About 250"}
    for activity, word in words.items():
        sitting = opened(cohort, activity, tea)
        page = tutor.get(f"/sittings/{sitting.id}/paper/").content.decode()
        assert word in page
        assert "So the report" not in page


PAGES = {
    "/cohorts/{cohort}/sittings/": 8,
    "/cohorts/{cohort}/feedback/": 7,
    "/sittings/{needs}/results/": 6,
    "/sittings/{box}/results/": 6,
    "/sittings/{box}/export.csv": 6,
}
OWN_PAGES = {"/cohorts/{cohort}/sittings/": 7, "/sittings/{needs}/": 5, "/sittings/{own}/": 5, "/sittings/{box}/": 5}


@pytest.mark.parametrize("people", [1, 3, 300])
def test_pages_take_the_same_queries_however_many_people(tea: Person, people: int) -> None:
    cohort, places = a_room(tea, people)
    names = {"cohort": cohort.id}
    for key in ("needs", "own", "box"):
        sitting = opened(cohort, "feedback" if key == "box" else key, tea)
        names[key] = sitting.id
    for place in places:
        Response.objects.create(sitting_id=names["needs"], place=place, values={"role": "nurse"}, answered_at=NOW)
    own, tutor = signed_in(places[0].person), signed_in(tea)
    counted = {}
    for browser, pages in ((own, OWN_PAGES), (tutor, PAGES)):
        for page in pages:
            address = page.format(**names)
            if browser is tutor:
                _finish(names["box"], places)
            browser.get(address)
            with CaptureQueriesContext(connection) as taken:
                assert browser.get(address).status_code == 200
            counted[browser is tutor, page] = len(taken)
    wanted = {(False, page): queries for page, queries in OWN_PAGES.items()}
    assert counted == wanted | {(True, page): queries for page, queries in PAGES.items()}


def _finish(box: UUID, places: list[Place]) -> None:
    """As if everybody, and at least five, had answered, and it was closed."""
    n = max(5, len(places))
    Ballot.objects.update(answered=True)
    counts = {"ratings": {"": n}, "ratings-presentation": {"4": n}, "ratings-relevance": {"5": n}}
    Box.objects.filter(sitting=box).update(answers=n, counts=counts)
    Sitting.objects.filter(pk=box).update(closed_at=NOW)
