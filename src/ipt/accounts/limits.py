"""How often something may be tried: counted in the cache, in windows of time, per address or per person."""

import hashlib
import ipaddress

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def allow(name: str, key: str, most: int, seconds: int) -> bool:
    """Count one try of `name` by `key`, and say whether it is within the limit."""
    place = _place(name, key)
    if cache.add(place, 1, seconds):
        return most >= 1
    try:
        return cache.incr(place) <= most
    except ValueError:  # the window ended between the two calls
        cache.add(place, 1, seconds)
        return most >= 1


def has_left(name: str, key: str, most: int) -> bool:
    """Say whether another try is within the limit, without counting one."""
    return int(cache.get(_place(name, key), 0)) < most


def address_of(request: HttpRequest) -> str:
    """Give the address that a request came from; behind a provider's proxy, the one that the proxy saw."""
    seen = request.META.get("REMOTE_ADDR", "")
    if settings.PROVIDER:
        seen = request.headers.get("X-Forwarded-For", seen).rsplit(",", 1)[-1].strip()
    return seen or "unknown"


def is_loopback(request: HttpRequest) -> bool:
    """Whether the browser runs on this machine; behind a proxy nobody's does."""
    if settings.PROVIDER or "X-Forwarded-For" in request.headers:
        return False
    try:
        return ipaddress.ip_address(address_of(request)).is_loopback
    except ValueError:
        return False


def passwords_may_pass(request: HttpRequest) -> bool:
    """Whether a password typed here can be read by nobody on the way."""
    return request.is_secure() or is_loopback(request)


def too_many(request: HttpRequest) -> HttpResponse:
    """Answer 429."""
    return render(request, "429.html", status=429)


def _place(name: str, key: str) -> str:
    """Addresses stand in the cache as hashes."""
    return f"limit:{name}:{hashlib.sha256(key.encode()).hexdigest()}"
