"""Links by their token."""

import datetime as dt
import hashlib
from collections.abc import Collection

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from ipt.accounts.models import Link

# The kinds that the page of a link opens; a calendar feed reads its own.
DOORS = (Link.Kind.PERSONAL, Link.Kind.INVITATION)


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def address(token: str) -> str:
    """Give the whole address that a token makes."""
    return f"{settings.SERVED_URL}{reverse('accounts:link', args=[token])}"


def person_for_token(token: str, now: dt.datetime, kinds: Collection[Link.Kind] = tuple(Link.Kind)) -> Link | None:
    """Give the link that this token opens, with its person; None when it is unknown, used, expired or revoked."""
    return (
        Link.objects.select_related("person")
        .filter(
            Q(expires_at__isnull=True) | Q(expires_at__gt=now),
            Q(used_at__isnull=True) | ~Q(kind=Link.Kind.INVITATION),
            token_hash=hash_of(token),
            kind__in=kinds,
            revoked_at__isnull=True,
            person__is_active=True,
        )
        .first()
    )
