"""Pages that take a password answer only where nobody can read it on the way."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from ipt.accounts.limits import passwords_may_pass

Respond = Callable[..., HttpResponseBase]


def private_line(view: Respond) -> Respond:
    """Refuse over plain HTTP from another machine, and say what to do instead."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not passwords_may_pass(request):
            return render(request, "accounts/not_private.html", status=404)
        return view(request, *args, **kwargs)

    return guarded
