"""A mail server, and messages to send."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator

import pytest
from pytest_django import Settings

from ipt.outbox.actions import Draft, write
from ipt.outbox.models import Message
from tests.sink import Sink, mail_server

Compose = Callable[..., Message]


@pytest.fixture
def sink(settings: Settings) -> Iterator[Sink]:
    with mail_server(settings) as running:
        yield running


@pytest.fixture
def written(db: None, now: dt.datetime) -> Compose:
    """Write a message; each has its own key."""

    def write_one(to: str = "ada@example.org", **parts: str) -> Message:
        values = {"kind": "course.place_taken", "subject": "Your place", "body": "Hello", **parts}
        message = write(
            Draft(**values), key=str(uuid.uuid4()), recipient=to, person=uuid.uuid4(), about=uuid.uuid4(), now=now
        )
        assert message is not None
        return message

    return write_one
