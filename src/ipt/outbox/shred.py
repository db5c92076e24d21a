"""What the outbox keeps about a person: messages that were written to them."""

import uuid

from ipt.outbox.files import erase_files
from ipt.outbox.models import Message
from ipt.outbox.queries import masked
from ipt.vault import erasure


def register_shredder() -> None:
    """Register with the vault."""
    erasure.register(erasure.Shredder(name="messages", models=("outbox.Message",), export=export, erase=erase))


def export(person: uuid.UUID) -> erasure.Json:
    """Give all messages that were written to this person."""
    return [
        {
            "kind": message.kind,
            "to": message.recipient,
            "subject": message.subject,
            "text": masked(message.body),
            "calendar": message.calendar,
            "written": message.written_at.isoformat(),
            "sent": message.sent_at.isoformat() if message.sent_at else None,
        }
        for message in Message.objects.filter(person=person).order_by("written_at", "pk")
    ]


def erase(person: uuid.UUID) -> int:
    """Wipe what was sent, leaving that something was; what was not sent yet never will be."""
    messages = Message.objects.filter(person=person)
    erase_files({address.lower() for address in messages.values_list("recipient", flat=True)})
    unsent, _tables = messages.filter(sent_at=None).delete()
    wiped = messages.update(recipient="", subject="", body="", calendar="", secret="", last_error="", person=None)
    return unsent + wiped
