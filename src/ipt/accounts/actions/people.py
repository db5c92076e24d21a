"""Add people, change what is known of them, and give them an account."""

import datetime as dt

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from ipt.accounts.access import Refused
from ipt.accounts.models import Link, Person
from ipt.accounts.queries.people import anybody_has_account
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result

# Any number will do, as long as it is always this one.
FIRST_RUN_LOCK = 20261123


@transaction.atomic
def add_person(
    *, name: str, email: str | None = None, actor: Person | None, now: dt.datetime, submission: Submission | None = None
) -> Person:
    """Add somebody without credentials; they come by link or room code."""
    if first := first_result(submission):
        return Person.objects.get(id=first.subject)
    person = Person(name=name.strip(), email=_address(email))
    person.set_unusable_password()
    _save_new(person)
    by = actor.id if actor else None
    record("accounts.person.added", actor=by, subject=person.id, submission=submission, now=now)
    return person


@transaction.atomic
def change_person(
    *,
    person: Person,
    name: str,
    email: str | None,
    actor: Person,
    now: dt.datetime,
    submission: Submission | None = None,
) -> Person:
    """Change a person's name and e-mail address; an account keeps an address."""
    if first_result(submission):
        return Person.objects.get(id=person.id)
    address = _address(email)
    if person.has_account and not address:
        raise ValidationError({"email": _("You sign in with this address: give another one, or keep it.")})
    moved = address != person.email
    person.name, person.email = name.strip(), address
    _save(person, "name", "email")
    if moved:
        # What the sign-in library has noted of the old address must not open the account any more.
        EmailAddress.objects.filter(user=person).delete()
    record(
        "accounts.person.changed",
        actor=actor.id,
        subject=person.id,
        submission=submission,
        now=now,
        address_moved=moved,
    )
    return person


@transaction.atomic
def claim_account(
    *,
    person: Person,
    email: str,
    password: str,
    now: dt.datetime,
    invitation: Link | None = None,
    submission: Submission | None = None,
) -> Person:
    """Give a guest an e-mail address and a password. An invitation that let them do so is used up."""
    if first_result(submission):
        return Person.objects.get(id=person.id)
    person = Person.objects.select_for_update().get(id=person.id)
    if person.has_account:
        raise ValidationError(_("You have an account already: sign in with your password."))
    if invitation and not _use_up(invitation, now):
        raise Refused
    person.email = _address(email)
    _set_password(person, password)
    _save(person, "email", "password")
    record(
        "accounts.person.claimed",
        actor=person.id,
        subject=person.id,
        submission=submission,
        now=now,
        invitation=invitation.id if invitation else None,
    )
    return person


@transaction.atomic
def change_password(*, person: Person, password: str, now: dt.datetime) -> None:
    """Set another password; the form has asked for the old one, or the person came by the link in a mail."""
    person.set_password(password)
    person.save(update_fields=["password"])
    record("accounts.password.changed", actor=person.id, subject=person.id, now=now)


@transaction.atomic
def make_first_operator(
    *, name: str, email: str, password: str, now: dt.datetime, submission: Submission | None = None
) -> Person:
    """Make the account of whoever installs this; refused as soon as anybody has one."""
    if connection.vendor == "postgresql":
        # Two first runs at once wait for each other here; SQLite's IMMEDIATE transactions already do.
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [FIRST_RUN_LOCK])
    if first := first_result(submission):
        return Person.objects.get(id=first.subject)
    if anybody_has_account():
        raise Refused
    person = Person(name=name.strip(), email=_address(email), is_operator=True)
    _set_password(person, password)
    _save_new(person)
    record("accounts.operator.made", actor=person.id, subject=person.id, submission=submission, now=now)
    return person


def _address(email: str | None) -> str | None:
    """E-mail addresses are kept in lower case; none is NULL."""
    return email.strip().lower() or None if email else None


def _set_password(person: Person, password: str) -> None:
    """Check a password against the rules for this person, then set it."""
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise ValidationError({"password": error}) from error
    person.set_password(password)


def _use_up(invitation: Link, now: dt.datetime) -> bool:
    """Use an invitation once, whoever else tries at the same time."""
    left = Link.objects.filter(pk=invitation.pk, kind=Link.Kind.INVITATION, used_at=None, revoked_at=None)
    return left.update(used_at=now) == 1


def _save_new(person: Person) -> None:
    """Insert, and say in words when the address is somebody else's."""
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as error:
        raise _taken() from error


def _save(person: Person, *fields: str) -> None:
    """Update, and say in words when the address is somebody else's."""
    try:
        with transaction.atomic():
            person.save(update_fields=fields)
    except IntegrityError as error:
        raise _taken() from error


def _taken() -> ValidationError:
    return ValidationError(
        {"email": _("Somebody here has this address already. Is it you? Then use the link you were sent.")}
    )
