"""What the shell shows around every page: verbs, account corner and foot; upper apps fill it in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django_stubs_ext import StrOrPromise

User: TypeAlias = AbstractBaseUser | AnonymousUser

# The order of the menu; a verb that is not here has no colour.
VERBS = ("learn", "practise", "use", "evidence")


class MenuError(Exception):
    """An app registered something that the shell cannot show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One entry of the menu; `within` are the beginnings of the view names that belong to it."""

    key: str
    label: StrOrPromise
    url_name: str
    may_see: Callable[[User], bool]
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the account corner; one with `post` is a small form (sign out)."""

    label: StrOrPromise
    url: str
    post: bool = False


@dataclass(frozen=True, slots=True)
class Corner:
    """Who is here, and what they may do about it."""

    name: StrOrPromise = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class FooterLink:
    """A public page worth a link at the foot of every page."""

    label: StrOrPromise
    url_name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A verb as one person sees it."""

    key: str
    label: StrOrPromise
    url: str


_verbs: dict[str, Verb] = {}
_corners: list[Callable[[HttpRequest], Corner]] = []
_footer: dict[str, FooterLink] = {}


def register_verb(verb: Verb) -> None:
    """Add a verb; each key once, and only one of the four."""
    if verb.key not in VERBS or verb.key in _verbs:
        raise MenuError(f"{verb.key!r} is not one of the four verbs, or is there already.")
    _verbs[verb.key] = verb


def register_corner(corner: Callable[[HttpRequest], Corner]) -> None:
    """Say who is signed in; one app does."""
    if _corners:
        raise MenuError("The account corner is taken.")
    _corners.append(corner)


def register_footer(link: FooterLink) -> None:
    """Add a link to the foot; a second one of the same name is a mistake."""
    if link.url_name in _footer:
        raise MenuError(f"{link.url_name!r} is in the footer already.")
    _footer[link.url_name] = link


def verb_of(view_name: str) -> str:
    """Find the verb that a view belongs to, by the longest matching beginning; "" when it has none."""
    matches = [
        (len(prefix), verb.key) for verb in _verbs.values() for prefix in verb.within if view_name.startswith(prefix)
    ]
    return max(matches)[1] if matches else ""


def entries(user: User) -> list[Entry]:
    """Give the verbs that this person may see, in the order of the menu."""
    seen = (_verbs[key] for key in VERBS if key in _verbs)
    return [Entry(verb.key, verb.label, reverse(verb.url_name)) for verb in seen if verb.may_see(user)]


def corner_of(request: HttpRequest) -> Corner:
    """Give the account corner of this request; an empty one when no app has registered it."""
    return _corners[0](request) if _corners else Corner()


def footer() -> list[Link]:
    """Give the links at the foot."""
    return [Link(link.label, reverse(link.url_name)) for link in _footer.values()]
