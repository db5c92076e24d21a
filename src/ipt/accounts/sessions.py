"""Signing a browser in, and when a session was last used, written at most once a minute."""

import hashlib
from collections.abc import Callable

from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ipt.accounts.models import Link, Person

Respond = Callable[[HttpRequest], HttpResponse]
# In the sessions that are listed for their person.
KEPT = "session_is_listed"
MINUTE = 60


def begin(request: HttpRequest, person: Person, *, link: Link | None = None, by: str = "password") -> None:
    """Sign this browser in, with a fresh session key; a session begun by a link ends with it."""
    get_adapter(request).login(request, person)
    keep(request, {"by": "link", "link": str(link.id)} if link else {"by": by})


def keep(request: HttpRequest, how: dict[str, str]) -> None:
    """List this browser's session for its person, without its address, with how they came."""
    request.session[KEPT] = True
    UserSession.objects.create_from_request(request)
    UserSession.objects.filter(session_key=request.session.session_key).update(data=how)


def seen(get_response: Respond) -> Respond:
    """Keep the list of a person's sessions true without a write for every page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        key = request.session.session_key
        if key and request.user.is_authenticated and KEPT in request.session and _minute_begins(key):
            UserSession.objects.filter(session_key=key).update(last_seen_at=timezone.now())
        return response

    return middleware


def _minute_begins(key: str) -> bool:
    """Whether this session was not seen within the last minute."""
    return cache.add(f"seen:{hashlib.sha256(key.encode()).hexdigest()}", 1, MINUTE)
