"""Who is staff, and who may claim an account or make the first one."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from ipt.accounts.limits import is_loopback
from ipt.accounts.models import Person
from ipt.accounts.queries.people import anybody_has_account

User = Person | AnonymousUser

_STAFF: dict[str, Callable[[Person], bool]] = {}


def register_staff(name: str, is_one: Callable[[Person], bool]) -> None:
    """Add a role that must sign in by password; called from an upper app's `apps.py`."""
    _STAFF[name] = is_one


def is_staff(person: Person) -> bool:
    """Operators, and whoever holds a role that an upper app registered: no link signs them in."""
    return person.is_operator or any(is_one(person) for is_one in _STAFF.values())


def may_claim(user: User) -> bool:
    """Those who came by link or room code and have no account yet."""
    return isinstance(user, Person) and not user.has_account


def may_begin(request: HttpRequest, token: str) -> bool:
    """While nobody has an account: whoever sits at this machine, or holds the token from its console."""
    if anybody_has_account():
        return False
    expected = settings.FIRST_RUN_TOKEN
    return is_loopback(request) or (expected is not None and constant_time_compare(token, expected))


def may_change_password(user: User) -> bool:
    """Whoever has one; guests choose their first when they claim their account."""
    return isinstance(user, Person) and user.has_account
