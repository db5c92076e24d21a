"""A request id for every request, a limit to its size, and no copies of private pages."""

import logging
import secrets
from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from ipt.site import errors

_current: ContextVar[str] = ContextVar("request_id", default="-")
Respond = Callable[[HttpRequest], HttpResponse]


class RequestIdFilter(logging.Filter):
    """Put the id of the request being answered into each log line."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Add the id; keep every line."""
        record.request_id = _current.get()
        return True


def request_id(get_response: Respond) -> Respond:
    """Name each request, so that an error page and the log can be laid side by side.

    The name stays until the next request: Django logs what went wrong after the last middleware is done.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        _current.set(secrets.token_hex(4))
        request.request_id = _current.get()  # type: ignore[attr-defined]
        response = get_response(request)
        response["X-Request-ID"] = _current.get()
        return response

    return middleware


def size_limit(get_response: Respond) -> Respond:
    """Refuse what is larger than anything a person would send, before it is read."""

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdigit() and int(length) > settings.LARGEST_BODY:
            return errors.too_large(request)
        return get_response(request)

    return middleware


def no_store(get_response: Respond) -> Respond:
    """Pages of people who are signed in are never kept by a browser or a proxy."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store, private"
        return response

    return middleware
