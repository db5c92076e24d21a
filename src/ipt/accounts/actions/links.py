"""Make, use and revoke the links that let people in."""

import datetime as dt
import secrets

from allauth.usersessions.models import UserSession
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt.accounts.models import Link, Person
from ipt.accounts.queries.links import hash_of
from ipt.accounts.rules import is_staff
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result

# How long an invitation waits when nobody says otherwise.
INVITATION_LASTS = dt.timedelta(days=14)


@transaction.atomic
def make_link(
    *,
    person: Person,
    kind: Link.Kind,
    actor: Person | None,
    now: dt.datetime,
    expires_at: dt.datetime | None = None,
    submission: Submission | None = None,
) -> str:
    """Make a link and give its token, which is known from now on to its holder alone."""
    if first_result(submission):
        raise ValidationError(_("This link was made and shown once already. Make another one if it is lost."))
    if kind == Link.Kind.INVITATION and expires_at is None:
        expires_at = now + INVITATION_LASTS
    token = secrets.token_urlsafe(24)
    link = Link.objects.create(
        person=person, kind=kind, token_hash=hash_of(token), created_at=now, expires_at=expires_at
    )
    record(
        "accounts.link.made",
        actor=actor.id if actor else None,
        subject=link.id,
        submission=submission,
        now=now,
        person=person.id,
        kind=Link.Kind(kind),
    )
    return token


@transaction.atomic
def use_link(*, link: Link, now: dt.datetime) -> Person:
    """Let a person in by their personal link; staff use their password."""
    if is_staff(link.person):
        raise ValidationError(_("You run courses here, so a link is not enough: sign in with your password."))
    Link.objects.filter(pk=link.pk).update(used_at=now)
    record("accounts.link.used", actor=link.person_id, subject=link.id, now=now)
    return link.person


@transaction.atomic
def revoke_links(*, person: Person, kind: Link.Kind, actor: Person | None, now: dt.datetime) -> int:
    """Revoke a person's links of one kind and sign out whoever came by them; the number of links."""
    links = list(Link.objects.filter(person=person, kind=kind, revoked_at=None))
    Link.objects.filter(pk__in=[link.pk for link in links]).update(revoked_at=now)
    revoked = {str(link.pk) for link in links}
    for session in UserSession.objects.filter(user=person):
        if session.data.get("link") in revoked:
            session.end()
    for link in links:
        by = actor.id if actor else None
        record("accounts.link.revoked", actor=by, subject=link.id, now=now, person=person.id)
    return len(links)
