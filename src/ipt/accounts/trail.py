"""The events of people and sign-in."""

from ipt.audit.registry import register

EVENTS = {
    "accounts.person.added": "A person was added",
    "accounts.person.changed": "A person's details were changed",
    "accounts.person.claimed": "A person claimed their account",
    "accounts.person.erased": "A person's data were erased",
    "accounts.operator.made": "The first operator was made",
    "accounts.password.changed": "A password was changed",
    "accounts.link.made": "A link was made",
    "accounts.link.used": "A link was used",
    "accounts.link.revoked": "A link was revoked",
    "accounts.session.ended": "Sessions were ended",
}


def register_events() -> None:
    """Register them all."""
    for name, label in EVENTS.items():
        register(name, label)
