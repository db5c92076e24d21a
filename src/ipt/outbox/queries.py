"""Messages as those who run things may read them; the secret is never part of what they see."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import models
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from ipt.outbox.models import Message
from ipt.outbox.sending import SECRET

# After this many attempts a message stays where it is, and whoever runs the cohort sees it.
MOST_ATTEMPTS = 8


class Standing(models.TextChoices):
    """Where a message stands."""

    SENT = "sent", _lazy("Sent")
    DUE = "due", _lazy("To be sent")
    TRYING = "trying", _lazy("Trying again")
    FAILED = "failed", _lazy("Not sent")


@dataclass(frozen=True, slots=True)
class Counts:
    """How the messages about one thing stand."""

    sent: int
    due: int
    trying: int
    failed: int

    @property
    def unsent(self) -> int:
        """All that nobody has received yet."""
        return self.due + self.trying + self.failed


def standing_of(message: Message) -> Standing:
    """Say where a message stands."""
    if message.sent_at:
        return Standing.SENT
    if message.attempts >= MOST_ATTEMPTS:
        return Standing.FAILED
    return Standing.TRYING if message.attempts else Standing.DUE


def due(now: dt.datetime) -> QuerySet[Message]:
    """Give what is to be sent now, oldest first."""
    return Message.objects.filter(sent_at=None, due_at__lte=now, attempts__lt=MOST_ATTEMPTS).order_by(
        "due_at", "written_at", "pk"
    )


def messages_about(about: uuid.UUID) -> QuerySet[Message]:
    """Give the messages about one thing, newest first, without their secrets and long texts."""
    return Message.objects.filter(about=about).defer("secret", "body", "calendar").order_by("-written_at", "kind", "pk")


def counts_about(about: uuid.UUID) -> Counts:
    """Count the messages about one thing by how they stand."""
    waiting = Q(sent_at=None)
    return Counts(
        **Message.objects.filter(about=about).aggregate(
            sent=Count("pk", filter=~waiting),
            due=Count("pk", filter=waiting & Q(attempts=0)),
            trying=Count("pk", filter=waiting & Q(attempts__gt=0, attempts__lt=MOST_ATTEMPTS)),
            failed=Count("pk", filter=waiting & Q(attempts__gte=MOST_ATTEMPTS)),
        )
    )


def is_written(key: str) -> bool:
    """Whether a message with this key is there already."""
    return Message.objects.filter(key=key).exists()


def message_with(key: object) -> Message | None:
    """Load one message, without its secret."""
    return Message.objects.defer("secret").filter(pk=str(key)).first()


def masked(body: str) -> str:
    """Give a text as it is sent, with words in place of the address that only its recipient may know."""
    return body.replace(SECRET, _("[a personal address, which only the recipient sees]"))
