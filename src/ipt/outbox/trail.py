"""The events of the outbox."""

from ipt.audit.registry import register

EVENTS = {
    "outbox.message.written": "A message was written",
    "outbox.message.sent": "A message was sent",
    "outbox.message.failed": "A message could not be sent",
    "outbox.message.retried": "A message was given a fresh start",
}


def register_events() -> None:
    """Register them all."""
    for name, label in EVENTS.items():
        register(name, label)
