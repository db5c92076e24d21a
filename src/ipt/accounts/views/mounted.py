"""The sign-in library's own views, mounted one by one."""

from collections.abc import Callable
from functools import wraps

from allauth.account import views as library
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse

from ipt.accounts.access import View, named, requires_person
from ipt.accounts.rules import may_change_password
from ipt.accounts.views.passwords import private_line

Respond = Callable[..., HttpResponseBase]


def _telling(view: Respond) -> Respond:
    """Answer 422 when a form is shown again with mistakes."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if isinstance(response, TemplateResponse) and response.status_code == 200:  # noqa: PLR2004 -- OK
            form = (response.context_data or {}).get("form")
            if form is not None and form.errors:
                response.status_code = 422
        return response

    return wrapped


def _public(view: Respond) -> View:
    return named("public", private_line(_telling(view)))


login = _public(library.login)
logout = named("public", library.logout)
inactive = named("public", library.account_inactive)
reset_password = named("public", _telling(library.password_reset))
reset_password_done = named("public", library.password_reset_done)
reset_password_from_key = _public(library.password_reset_from_key)
reset_password_from_key_done = named("public", library.password_reset_from_key_done)
change_password = requires_person(may_change_password)(private_line(_telling(library.password_change)))
