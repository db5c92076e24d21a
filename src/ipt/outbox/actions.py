"""Write a message in the transaction of what it tells of, and send what is due."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F

from ipt.audit.actions import record
from ipt.outbox.models import Message
from ipt.outbox.queries import due
from ipt.outbox.sending import Outcome, deliver

# Waiting grows threefold from attempt to attempt: five minutes at first, nearly four days in all.
FIRST_WAIT = dt.timedelta(minutes=5)
# So long nobody else tries a message that one sender has begun to send; past it, that sender is taken for dead.
CLAIM = dt.timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a message says. `{secret}` in the body marks where the secret address goes when it is sent."""

    kind: str
    subject: str
    body: str
    secret: str = ""
    calendar: str = ""


@transaction.atomic
def write(
    draft: Draft,
    *,
    key: str,
    recipient: str,
    person: uuid.UUID | None,
    about: uuid.UUID | None,
    now: dt.datetime,
    due: dt.datetime | None = None,
) -> Message | None:
    """Put one message into the outbox, or None when one with this key is there already or nobody can receive it."""
    if not recipient:
        return None
    message = Message(
        key=key,
        kind=draft.kind,
        about=about,
        person=person,
        recipient=recipient,
        subject=_one_line(draft.subject),
        body=draft.body,
        secret=draft.secret,
        calendar=draft.calendar,
        due_at=due or now,
        written_at=now,
    )
    # Of two writers of one key the first wins, and neither transaction breaks.
    Message.objects.bulk_create([message], ignore_conflicts=True)
    if not Message.objects.filter(pk=message.pk).exists():
        return None
    record("outbox.message.written", actor=None, subject=message.pk, now=now, about=about)
    return message


def send_due(now: dt.datetime) -> int:
    """Send what is due, oldest first, and give how many were accepted.

    No transaction is open while a mail server is spoken to: a slow one would keep everybody else from writing.
    A message is claimed first, so that of several senders one sends it; it counts as sent only when the server
    has accepted it. When no server can be reached the rest waits for the next round.
    """
    accepted = 0
    for key, was_due in due(now).values_list("pk", "due_at"):
        message = _claim(key, was_due, now)
        if message is None:
            continue
        outcome = deliver(message)
        with transaction.atomic():
            if outcome.accepted:
                _settle(message, was_due, now)
                record("outbox.message.sent", actor=None, subject=key, now=now, about=message.about)
            else:
                _postpone(message, outcome, now)
                record("outbox.message.failed", actor=None, subject=key, now=now, attempt=message.attempts)
        accepted += outcome.accepted
        if not outcome.reached:
            break
    return accepted


@transaction.atomic
def send_again(*, message: Message, actor: uuid.UUID, now: dt.datetime) -> Message:
    """Give a message that failed a fresh start: it is due now, with all its attempts before it."""
    again = Message.objects.filter(pk=message.pk, sent_at=None, attempts__gt=0)
    if again.update(due_at=now, attempts=0, last_error=""):
        record("outbox.message.retried", actor=actor, subject=message.pk, now=now)
    message.refresh_from_db()
    return message


def _claim(key: uuid.UUID, was_due: dt.datetime, now: dt.datetime) -> Message | None:
    """Take a message for this sender, unless another was quicker."""
    mine = Message.objects.filter(pk=key, due_at=was_due, sent_at=None)
    if not mine.update(due_at=now + CLAIM):
        return None
    return Message.objects.get(pk=key)


def _settle(message: Message, was_due: dt.datetime, now: dt.datetime) -> None:
    """Note that it was accepted; its secret has done its work."""
    message.sent_at, message.due_at, message.secret, message.last_error = now, was_due, "", ""
    message.save(update_fields=["sent_at", "due_at", "secret", "last_error"])


def _postpone(message: Message, outcome: Outcome, now: dt.datetime) -> None:
    """Note why it was not accepted, and when to try again."""
    wait = FIRST_WAIT * 3**message.attempts
    Message.objects.filter(pk=message.pk).update(
        attempts=F("attempts") + 1, due_at=now + wait, last_error=outcome.reason[:200]
    )
    message.attempts += 1


def _one_line(subject: str) -> str:
    """A subject is one line: what stands after a line break could pass for another header."""
    return " ".join(subject.split())[:200]
