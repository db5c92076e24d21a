"""Tutors read what is written to their cohort, before and after; nobody else does, and nobody reads a secret."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from ipt.accounts.models import Person
from ipt.course import mail
from ipt.course.models import Cohort, Place
from ipt.outbox.models import Message
from tests import builders
from tests.conftest import sign_in


@pytest.fixture
def message(cohort: Cohort, ben: Person, now: dt.datetime) -> Message:
    """Ben's first message, with his link still in it."""
    mail.place_taken(Place.objects.get(person=ben), now)
    return Message.objects.get()


def test_tutors_of_the_cohort_alone_see_its_messages(
    client: Client, cohort: Cohort, message: Message, tea: Person, ada: Person, olu: Person, cleo: Person
) -> None:
    addresses = [
        reverse("course:messages", args=[cohort.id]),
        reverse("course:message_kinds", args=[cohort.id]),
        reverse("course:message", args=[message.id]),
    ]
    assert [client.get(address).status_code for address in addresses] == [404] * 3
    for person in (ada, olu, cleo):
        assert [sign_in(client, person).get(address).status_code for address in addresses] == [404] * 3
    assert [sign_in(client, tea).get(address).status_code for address in addresses] == [200] * 3


def test_a_message_is_shown_as_it_is_sent_but_for_its_secret(client: Client, message: Message, tea: Person) -> None:
    page = sign_in(client, tea).get(reverse("course:message", args=[message.id])).content.decode()
    assert "You have a place on Spring cohort, with Tea Tanner." in page
    assert "Ben Bright, ben@example.org" in " ".join(page.split())
    assert "6 half-days, a calendar file each" in page
    assert "[a personal address, which only the recipient sees]" in page
    assert message.secret.rstrip("/").rpartition("/")[2] not in page
    assert "{secret}" not in page


def test_the_list_says_where_each_message_stands(
    client: Client, cohort: Cohort, message: Message, tea: Person, now: dt.datetime
) -> None:
    address = reverse("course:messages", args=[cohort.id])
    sign_in(client, tea)
    assert "0 sent, 1 not yet." in client.get(address).content.decode()
    Message.objects.update(attempts=8, last_error="The mail server refused this address (550).")
    page = client.get(address).content.decode()
    assert "One message could not be sent." in page
    assert "The mail server refused this address (550)." in page
    Message.objects.update(sent_at=now)
    assert "The one message that was written has been sent." in client.get(address).content.decode()


def test_a_message_that_failed_can_be_tried_again(client: Client, message: Message, tea: Person, ada: Person) -> None:
    Message.objects.update(attempts=8, last_error="The mail server could not be reached.")
    again = reverse("course:message_again", args=[message.id])
    assert sign_in(client, ada).post(again, builders.sent()).status_code == 404
    message.refresh_from_db()
    assert message.attempts == 8
    assert sign_in(client, tea).post(again, builders.sent()).status_code == 302
    message.refresh_from_db()
    assert (message.attempts, message.last_error) == (0, "")
    assert client.get(again).status_code == 405


def test_the_message_of_an_erased_person_names_nobody(
    client: Client, message: Message, cohort: Cohort, tea: Person
) -> None:
    Message.objects.update(recipient="", subject="", body="", calendar="", secret="", person=None)
    sign_in(client, tea)
    for address in (reverse("course:messages", args=[cohort.id]), reverse("course:message", args=[message.id])):
        assert "somebody whose data were erased" in client.get(address).content.decode()


@pytest.mark.parametrize("many", [1, 3, 300])
def test_the_list_asks_the_same_few_questions(
    client: Client,
    cohort: Cohort,
    tea: Person,
    now: dt.datetime,
    many: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    sign_in(client, tea)
    Message.objects.bulk_create(
        Message(
            key=str(number), kind="course.place_taken", about=cohort.id, person=tea.id, recipient="tea@example.org",
            subject="Your place", body="Hello", due_at=now, written_at=now,
        )
        for number in range(many)
    )  # fmt: skip
    address = reverse("course:messages", args=[cohort.id])
    client.get(address)
    with django_assert_num_queries(QUERIES):
        assert client.get(address).status_code == 200


# Session, person, cohort, counts, messages, names; the shell's own.
QUERIES = 6
