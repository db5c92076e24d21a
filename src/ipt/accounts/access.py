"""Default deny: every view names its rule, and every refusal is a 404."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeAlias, TypeVar, cast

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponseBase

from ipt.accounts.models import Person

User: TypeAlias = Person | AnonymousUser
Thing = TypeVar("Thing")
P = ParamSpec("P")


class Refused(Http404):
    """A rule said no. A stranger cannot tell it from a page that does not exist."""


class View(Protocol):
    """A view with the name of its rule; tests/conventions walks all URLs and fails for one without."""

    rule_name: str

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase: ...


def user_of(request: HttpRequest) -> User:
    """Give the person behind the request, or an anonymous user."""
    return request.user


def person_of(request: HttpRequest) -> Person:
    """Give the person behind the request; for views whose rule has already turned strangers away."""
    if not isinstance(request.user, Person):
        raise Refused
    return request.user


def named(rule_name: str, view: Callable[..., HttpResponseBase]) -> View:
    """Mark a view with the name of the rule that it enforces."""
    marked = cast("View", view)
    marked.rule_name = rule_name
    return marked


def public(view: Callable[..., HttpResponseBase]) -> View:
    """Let everybody in."""
    return named("public", view)


def signed_in(view: Callable[P, HttpResponseBase]) -> View:
    """Let every known person in, whatever their role."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        person_of(cast("HttpRequest", args[0]))
        return view(*args, **kwargs)

    return named("signed_in", guarded)


def requires(
    rule: Callable[[User, Thing], bool], load: Callable[[User, object], Thing | None]
) -> Callable[[Callable[Concatenate[HttpRequest, Thing, P], HttpResponseBase]], View]:
    """Load the thing named by the first part of the address as this user may see it, then ask the rule.

    The view receives the loaded thing in place of its key.
    """

    def decorate(view: Callable[Concatenate[HttpRequest, Thing, P], HttpResponseBase]) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if args:
                key, rest = args[0], args[1:]
            else:
                first = next(iter(kwargs))
                key, rest = kwargs.pop(first), ()
            user = user_of(request)
            thing = load(user, key)
            if thing is None or not rule(user, thing):
                raise Refused
            return view(request, thing, *rest, **kwargs)  # type: ignore[arg-type]

        return named(getattr(rule, "__name__", "rule"), guarded)

    return decorate


def requires_person(rule: Callable[[User], bool]) -> Callable[[Callable[P, HttpResponseBase]], View]:
    """Ask a rule that needs no thing, such as who may plan a cohort."""

    def decorate(view: Callable[P, HttpResponseBase]) -> View:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not rule(user_of(cast("HttpRequest", args[0]))):
                raise Refused
            return view(*args, **kwargs)

        return named(getattr(rule, "__name__", "rule"), guarded)

    return decorate
