"""Error pages: what happened, what was kept, what to do next."""

import sys

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.template.loader import render_to_string

# Fields that nobody typed, or that nobody may see again.
HIDDEN = frozenset({"csrfmiddlewaretoken", "submission", "token", "password", "password1", "password2", "oldpassword"})
TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
RETRY_SECONDS = "30"


def page(request: HttpRequest, status: int, *, name: str = "", **facts: object) -> HttpResponse:
    """Render the page of one status with the request's id, and nothing else of it: what went wrong may lie there."""
    context = {"request_id": getattr(request, "request_id", ""), **facts}
    return HttpResponse(render_to_string(f"{name or status}.html", context), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 where Django found the request too large while reading it."""
    return too_large(request) if isinstance(exception, TOO_LARGE) else page(request, 400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """403: the page was too old or came from elsewhere. What was typed is shown again, to copy from."""
    try:
        return page(request, 403, name="403_csrf", typed=typed(request))
    except TOO_LARGE:
        return too_large(request)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """404: also every refusal."""
    return page(request, 404)


def too_large(request: HttpRequest) -> HttpResponse:
    """413."""
    return page(request, 413)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 where the database is busy, full or away: then the same again may succeed."""
    if not isinstance(sys.exception(), OperationalError | InterfaceError):
        return page(request, 500)
    response = page(request, 503, typed=typed(request))
    response["Retry-After"] = RETRY_SECONDS
    return response


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Give what a person typed into a form, so that it is not lost; raises what is in TOO_LARGE."""
    try:
        fields = request.POST
    except UnreadablePostError:
        return []
    return [
        (name, str(value))
        for name, values in fields.lists()
        if name not in HIDDEN
        for value in values
        if str(value).strip()
    ]
