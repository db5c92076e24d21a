"""Messages as files, what a person takes away, and what is left of them when they go."""

import datetime as dt
import uuid
from pathlib import Path

import pytest
from django.core.mail import EmailMessage
from pytest_django import Settings

from ipt.outbox import due, shred
from ipt.outbox.actions import send_due
from ipt.outbox.models import Message
from ipt.outbox.queries import counts_about, messages_about
from ipt.site import connections
from ipt.site.data_folder import DataFolder
from tests.outbox.conftest import Compose


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """The folder for messages of an installation without a mail server."""
    for name, value in connections.mail(DataFolder(tmp_path)).items():
        setattr(settings, name, value)
    return tmp_path / "mail"


def test_without_a_mail_server_each_message_is_a_file(folder: Path, written: Compose, now: dt.datetime) -> None:
    message = written("ada@example.org", body="Hello {secret}", secret="https://course.example.org/link/x/")
    assert send_due(now) == 1
    assert [file.name for file in folder.iterdir()] == [f"{message.pk}.eml"]
    assert b"Hello https://course.example.org/link/x/" in (folder / f"{message.pk}.eml").read_bytes()


def test_erasing_a_person_leaves_none_of_their_words(folder: Path, written: Compose, now: dt.datetime) -> None:
    sent, other = written("ada@example.org", body="Hello Ada"), written("ben@example.org", body="Hello Ben")
    assert send_due(now) == 2
    EmailMessage("Password", "Reset it, Ada", to=["Ada <Ada@example.org>"]).send()
    person = sent.person
    assert person is not None
    unsent = written("ada@example.org", body="More for Ada", calendar="")
    Message.objects.filter(pk=unsent.pk).update(person=person)
    exported = shred.export(person)
    assert isinstance(exported, list)
    assert sorted(str(each["text"]) for each in exported if isinstance(each, dict)) == ["Hello Ada", "More for Ada"]

    assert shred.erase(person) == 2
    assert list(Message.objects.exclude(pk=other.pk).values_list("pk", "recipient", "subject", "body", "person")) == [
        (sent.pk, "", "", "", None)
    ]
    assert [file.name for file in folder.iterdir()] == [f"{other.pk}.eml"]
    assert shred.export(person) == []
    assert send_due(now + dt.timedelta(days=1)) == 0


def test_counts_and_lists_are_of_one_thing(written: Compose, now: dt.datetime) -> None:
    mine, _other = written("ada@example.org"), written("ben@example.org")
    assert mine.about is not None
    assert [message.pk for message in messages_about(mine.about)] == [mine.pk]
    counts = counts_about(mine.about)
    assert (counts.sent, counts.due, counts.trying, counts.failed, counts.unsent) == (0, 1, 0, 0, 1)
    assert counts_about(uuid.uuid4()).unsent == 0


def test_sending_is_a_due_job_and_the_last(written: Compose, now: dt.datetime, mailoutbox: list[object]) -> None:
    written("ada@example.org")
    done = due.run_due(now)
    assert list(done.items())[-1] == ("outbox.send", 1)
    assert len(mailoutbox) == 1
