"""A message is written once, in the transaction of what it tells of."""

import datetime as dt

import pytest
from django.db import transaction

from ipt.audit.models import Event
from ipt.outbox.actions import Draft, send_due, write
from ipt.outbox.models import Message

DRAFT = Draft(kind="course.place_taken", subject="Your place", body="Hello")


def put(now: dt.datetime, key: str = "one", recipient: str = "ada@example.org", draft: Draft = DRAFT) -> Message | None:
    return write(draft, key=key, recipient=recipient, person=None, about=None, now=now)


@pytest.mark.django_db
def test_one_key_is_written_once(now: dt.datetime) -> None:
    first = put(now)
    second = put(now + dt.timedelta(hours=1), draft=Draft(kind="other", subject="Another", body="Other"))
    assert first is not None
    assert second is None
    assert [(message.pk, message.subject) for message in Message.objects.all()] == [(first.pk, "Your place")]
    assert list(Event.objects.values_list("name", "subject")) == [("outbox.message.written", first.pk)]


@pytest.mark.django_db
def test_a_repeated_key_does_not_break_the_transaction(now: dt.datetime) -> None:
    with transaction.atomic():
        put(now)
        put(now)
        put(now, key="two")
    assert Message.objects.count() == 2


@pytest.mark.django_db
def test_nobody_without_an_address_is_written_to(now: dt.datetime) -> None:
    assert put(now, recipient="") is None
    assert not Message.objects.exists()


@pytest.mark.django_db
def test_a_subject_is_one_line(now: dt.datetime) -> None:
    message = put(now, draft=Draft(kind="k", subject="Your place\r\nBcc: eve@example.org", body="Hello"))
    assert message is not None
    assert message.subject == "Your place Bcc: eve@example.org"


@pytest.mark.django_db
def test_a_message_waits_until_it_is_due(now: dt.datetime, mailoutbox: list[object]) -> None:
    later = now + dt.timedelta(days=1)
    write(DRAFT, key="later", recipient="ada@example.org", person=None, about=None, now=now, due=later)
    assert send_due(now) == 0
    assert send_due(later) == 1
    assert len(mailoutbox) == 1


@pytest.mark.django_db(transaction=True)
def test_a_message_goes_when_its_transaction_goes(now: dt.datetime) -> None:
    with transaction.atomic():
        put(now)
        transaction.set_rollback(True)
    assert not Message.objects.exists()
