"""What is read in a block: lesson and handout by those in the room, notes by the tutor alone."""

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from ipt.accounts.models import Person
from ipt.course.actions.answers import give_response
from ipt.course.actions.sittings import close_sitting, open_sitting
from ipt.course.models import Cohort, Place
from tests import builders
from tests.conftest import sign_in

BLOCK = "mood-and-people"
# Session, user; cohort with its pack; half-day; open activities.
QUERIES = 5


@pytest.fixture
def spring(tea: Person, ada: Person) -> Cohort:
    """A cohort of the real course."""
    cohort = builders.a_cohort(tea, pack=builders.the_pack())
    builders.a_place(cohort, ada)
    return cohort


def block(cohort: Cohort, key: str = BLOCK, paper: str = "") -> str:
    return f"/cohorts/{cohort.id}/blocks/{key}/{paper}"


def test_a_delegate_reads_the_lesson_its_sources_and_the_handout(client: Client, ada: Person, spring: Cohort) -> None:
    page = " ".join(sign_in(client, ada).get(block(spring)).content.decode().split())
    shown = ("<h1>", 'id="sources"', "Day 1 morning", "09:55 to 10:10", block(spring, paper="handout/"))
    assert [text in page for text in shown] == [True] * len(shown)
    assert [text in page for text in (block(spring, "who-is-here"), block(spring, "naming-shown"))] == [True, True]
    paper = client.get(block(spring, paper="handout/"))
    assert paper.status_code == 200
    assert "made to be printed" in paper.content.decode().lower()


def test_notes_are_for_tutors_alone(client: Client, tea: Person, ada: Person, spring: Cohort) -> None:
    notes = block(spring, paper="tutor/")
    sign_in(client, ada)
    assert [client.get(notes).status_code, notes in client.get(block(spring)).content.decode()] == [404, False]
    sign_in(client, tea)
    assert [client.get(notes).status_code, notes in client.get(block(spring)).content.decode()] == [200, True]
    assert "may shrink to 12 minutes" in client.get(notes).content.decode()


@pytest.mark.parametrize("paper", ["", "handout/", "tutor/"])
def test_nobody_else_reads_anything(
    client: Client, cleo: Person, olu: Person, ben: Person, spring: Cohort, paper: str
) -> None:
    builders.a_place(builders.a_cohort(olu, title="Autumn cohort"), cleo)
    builders.a_place(spring, ben, Place.State.WAITING)
    address = block(spring, paper=paper)
    assert client.get(address).status_code == 404
    assert [sign_in(client, person).get(address).status_code for person in (cleo, olu, ben)] == [404, 404, 404]


def test_what_is_not_there_is_not_found(client: Client, tea: Person, spring: Cohort) -> None:
    sign_in(client, tea)
    missing = [block(spring, "break-1"), block(spring, "no-such-block"), block(spring, "welcome", "handout/")]
    assert [client.get(address).status_code for address in missing] == [404, 404, 404]
    assert client.get(block(spring, "welcome")).status_code == 200


def test_what_is_open_now_is_linked_until_it_closes(client: Client, tea: Person, ada: Person, spring: Cohort) -> None:
    now = timezone.now()
    sitting = open_sitting(cohort=spring, activity="day-1-asking-about-people", actor=tea, now=now)
    elsewhere = open_sitting(cohort=spring, activity="day-1-hopes", actor=tea, now=now)
    link = f"/sittings/{sitting.id}/"
    page = sign_in(client, ada).get(block(spring)).content.decode()
    assert [link in page, f"/sittings/{elsewhere.id}/" in page, "Answered" in page] == [True, False, False]
    give_response(sitting=sitting, place=spring.places.get(), values={}, now=now)
    assert "Answered" in client.get(block(spring)).content.decode()
    close_sitting(sitting=sitting, actor=tea, now=now)
    assert link not in client.get(block(spring)).content.decode()


def test_a_block_keeps_its_queries(
    client: Client, ada: Person, spring: Cohort, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    sign_in(client, ada).get(block(spring))
    with django_assert_num_queries(QUERIES):
        client.get(block(spring))
    with django_assert_num_queries(QUERIES - 2):
        client.get(block(spring, paper="handout/"))
