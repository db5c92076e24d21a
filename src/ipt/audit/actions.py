"""Record what happened."""

import datetime as dt
import enum
import uuid

from django.utils import timezone

from ipt.audit.errors import WordsInTrail
from ipt.audit.models import Event
from ipt.audit.registry import label_of
from ipt.audit.submissions import Submission

# What the trail may hold (bool is an int).
Fact = uuid.UUID | int | dt.datetime | dt.date | enum.Enum | None


def record(
    event: str,
    *,
    actor: uuid.UUID | None,
    subject: uuid.UUID,
    submission: Submission | None = None,
    now: dt.datetime | None = None,
    **facts: Fact,
) -> Event:
    """Write one event, in the caller's transaction. `actor` is None for what the system does by itself."""
    label_of(event)
    return Event.objects.create(
        name=event,
        at=now or timezone.now(),
        actor=actor,
        subject=subject,
        facts={name: _plain(event, name, value) for name, value in facts.items()},
        submission=submission.id if submission else None,
        digest=submission.digest if submission else "",
    )


def _plain(event: str, name: str, value: Fact) -> str | int | None:
    """Turn a fact into JSON; words are refused by their type."""
    match value:
        case enum.Enum():
            return str(value.value) if isinstance(value.value, str) else int(value.value)
        case str():
            raise WordsInTrail(f"{event}: the fact {name} is text; record an id, an enum, a number or a date.")
        case uuid.UUID():
            return str(value)
        case dt.datetime() | dt.date():
            return value.isoformat()
        case None | int():
            return value
