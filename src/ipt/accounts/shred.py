"""What accounts keeps about a person: export, then erase."""

import uuid

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession

from ipt.accounts.models import Link, Person
from ipt.accounts.queries.sessions import device_of
from ipt.audit.actions import record
from ipt.vault.erasure import Json, Shredder, register

# What stands where a name was; places keep pointing at the row.
NOBODY = "Erased person"


def export(person: uuid.UUID) -> Json:
    """Give the person, their links without what opens them, and where they are signed in."""
    one = Person.objects.filter(id=person).first()
    if one is None:
        return None
    links = Link.objects.filter(person=person).order_by("created_at", "id")
    visits = UserSession.objects.filter(user=person).order_by("created_at", "id")
    return {
        "name": one.name,
        "email": one.email,
        "is_operator": one.is_operator,
        "is_active": one.is_active,
        "has_account": one.has_account,
        "added": one.created_at.isoformat(),
        "last_sign_in": one.last_login.isoformat() if one.last_login else None,
        "links": [
            {
                "kind": link.kind,
                "made": link.created_at.isoformat(),
                "expires": link.expires_at.isoformat() if link.expires_at else None,
                "used": link.used_at.isoformat() if link.used_at else None,
                "revoked": link.revoked_at.isoformat() if link.revoked_at else None,
            }
            for link in links
        ],
        "sessions": [
            {
                "device": device_of(visit.user_agent),
                "began": visit.created_at.isoformat(),
                "seen": visit.last_seen_at.isoformat(),
            }
            for visit in visits
        ],
    }


def erase(person: uuid.UUID) -> int:
    """Delete links and sessions, and empty the person's row, which stays for the places that point at it."""
    one = Person.objects.filter(id=person).first()
    if one is None:
        return 0
    visits = list(UserSession.objects.filter(user=person))
    for visit in visits:
        visit.end()
    links = Link.objects.filter(person=person).delete()[0]
    addresses: int = EmailAddress.objects.filter(user=person).delete()[0]
    one.name, one.email, one.last_login = NOBODY, None, None
    one.is_operator = one.is_active = False
    one.set_unusable_password()
    one.save(update_fields=["name", "email", "last_login", "is_operator", "is_active", "password"])
    record("accounts.person.erased", actor=None, subject=person)
    return len(visits) + links + addresses + 1


def register_shredder() -> None:
    """Register with the vault."""
    models = (
        *("accounts.Person", "accounts.Link"),
        *("account.EmailAddress", "account.EmailConfirmation"),  # a confirmation goes with its address
        *("usersessions.UserSession", "sessions.Session"),  # ending a visit deletes its session
    )
    register(Shredder(name="accounts", models=models, export=export, erase=erase))
