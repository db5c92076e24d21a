"""What arrives at a real mail server: once, to one person, with its secret and its dates."""

import datetime as dt
import threading

import icalendar
import pytest
from django.db import connection
from pytest_django import Settings

from ipt.audit.models import Event
from ipt.outbox.actions import send_again, send_due
from ipt.outbox.models import Message
from ipt.outbox.queries import MOST_ATTEMPTS, Standing, standing_of
from tests.outbox.conftest import Compose
from tests.sink import Sink, free_port

MINUTE = dt.timedelta(minutes=1)
TWO_DATES = "".join(
    f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//IPT//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:{number}@ipt\r\n"
    "DTSTAMP:20261123T090000Z\r\nDTSTART:20261123T093000Z\r\nSUMMARY:Käse\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    for number in (1, 2)
)


def test_each_message_has_one_recipient(sink: Sink, written: Compose, now: dt.datetime) -> None:
    written("ada@example.org", subject="To Ada")
    written("ben@example.org", subject="Zu Bén, übermorgen")
    assert send_due(now) == 2
    assert sorted((to, str(message["To"]), str(message["Subject"])) for to, message in sink.arrived) == [
        (["ada@example.org"], "ada@example.org", "To Ada"),
        (["ben@example.org"], "ben@example.org", "Zu Bén, übermorgen"),
    ]
    assert not [message for _to, message in sink.arrived if message["Cc"] or message["Bcc"]]


def test_a_secret_is_sent_and_then_forgotten(sink: Sink, written: Compose, now: dt.datetime) -> None:
    address = "https://course.example.org/link/s3cr3t/"
    message = written(body="Open this:\n\n  {secret}\n", secret=address)
    assert address not in message.body
    assert send_due(now) == 1
    assert sink.arrived[0][1].get_content().split() == ["Open", "this:", address]
    message.refresh_from_db()
    assert (message.secret, message.sent_at, message.body) == ("", now, "Open this:\n\n  {secret}\n")


def test_each_date_is_attached_with_its_method(sink: Sink, written: Compose, now: dt.datetime) -> None:
    written(calendar=TWO_DATES)
    assert send_due(now) == 1
    parts = list(sink.arrived[0][1].iter_attachments())
    assert [part.get_content_type() for part in parts] == ["text/calendar"] * 2
    assert [part["Content-Type"].params["method"] for part in parts] == ["REQUEST"] * 2
    assert [part.get_filename() for part in parts] == ["half-day-1.ics", "half-day-2.ics"]
    texts = [bytes(part.get_payload(decode=True)) for part in parts]
    assert b"".join(texts).count(b"\r\n") == TWO_DATES.count("\r\n")
    events = [icalendar.Calendar.from_ical(text).events for text in texts]
    assert [[str(event["uid"]) for event in each] for each in events] == [["1@ipt"], ["2@ipt"]]
    assert str(events[0][0]["summary"]) == "Käse"


def test_a_refused_message_is_tried_again(sink: Sink, written: Compose, now: dt.datetime) -> None:
    sink.refuses["ada@example.org"] = "450 4.2.1 Mailbox of ada@example.org is busy"
    message = written("ada@example.org")
    other = written("ben@example.org")
    assert send_due(now) == 1, "a refused message must not keep the others"
    message.refresh_from_db()
    other.refresh_from_db()
    assert (standing_of(message), standing_of(other)) == (Standing.TRYING, Standing.SENT)
    assert (message.attempts, message.last_error) == (1, "The mail server refused this address (450).")
    assert message.due_at == now + 5 * MINUTE
    assert send_due(now + 4 * MINUTE) == 0
    sink.refuses.clear()
    assert send_due(now + 5 * MINUTE) == 1
    message.refresh_from_db()
    assert (standing_of(message), message.attempts, message.last_error) == (Standing.SENT, 1, "")
    assert sorted(Event.objects.filter(subject=message.pk).values_list("name", flat=True)) == [
        "outbox.message.failed",
        "outbox.message.sent",
        "outbox.message.written",
    ]


def test_after_eight_attempts_it_stays_until_somebody_says_again(
    sink: Sink, written: Compose, now: dt.datetime
) -> None:
    sink.refuses["ada@example.org"] = "550 5.1.1 no such person"
    message = written("ada@example.org", secret="https://course.example.org/link/x/")
    waits = []
    for _attempt in range(MOST_ATTEMPTS):
        message.refresh_from_db()
        waits.append((message.due_at - now) / MINUTE)
        send_due(message.due_at)
    assert waits == [0, 5, 20, 65, 200, 605, 1820, 5465]
    message.refresh_from_db()
    assert (standing_of(message), message.attempts) == (Standing.FAILED, 8)
    assert send_due(now + dt.timedelta(days=365)) == 0
    sink.refuses.clear()
    send_again(message=message, actor=message.pk, now=now + dt.timedelta(days=6))
    assert send_due(now + dt.timedelta(days=6)) == 1
    assert len(sink.arrived) == 1
    assert standing_of(send_again(message=message, actor=message.pk, now=now)) == Standing.SENT


def test_without_a_server_the_rest_waits(settings: Settings, sink: Sink, written: Compose, now: dt.datetime) -> None:
    first, second = written("ada@example.org"), written("ben@example.org")
    there, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()
    assert send_due(now) == 0
    first.refresh_from_db()
    second.refresh_from_db()
    assert sorted([first.attempts, second.attempts]) == [0, 1]
    assert {first.last_error, second.last_error} == {"", "The mail server could not be reached."}
    settings.EMAIL_PORT = there
    assert send_due(now + 5 * MINUTE) == 2


def test_what_cannot_be_put_together_is_said_without_the_address(
    sink: Sink, written: Compose, now: dt.datetime
) -> None:
    message = written("ada@example.org\nBcc: eve@example.org")
    assert send_due(now) == 0
    message.refresh_from_db()
    assert message.last_error.startswith("The message could not be put together (")
    assert "example.org" not in message.last_error
    assert sink.arrived == []


@pytest.mark.django_db(transaction=True)
def test_two_senders_at_once_send_each_message_once(sink: Sink, written: Compose, now: dt.datetime) -> None:
    for number in range(12):
        written(f"person{number}@example.org", subject=f"Message {number}")
    start = threading.Barrier(3)
    accepted: list[int] = []

    def send() -> None:
        try:
            start.wait()
            accepted.append(send_due(now))
        finally:
            connection.close()

    senders = [threading.Thread(target=send) for _sender in range(3)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert sorted(sink.subjects) == sorted(f"Message {number}" for number in range(12))
    assert sum(accepted) == 12
    assert not Message.objects.filter(sent_at=None).exists()


def test_a_sender_that_died_is_followed_by_another(sink: Sink, written: Compose, now: dt.datetime) -> None:
    message = written("ada@example.org")
    # What a sender that was killed between claiming and sending leaves behind.
    Message.objects.filter(pk=message.pk).update(due_at=now + 10 * MINUTE)
    assert send_due(now + 9 * MINUTE) == 0
    assert send_due(now + 10 * MINUTE) == 1
    assert str(sink.arrived[0][1]["Message-ID"]).startswith(f"<{message.pk}@")
