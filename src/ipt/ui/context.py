"""What every template may ask for: the product's name, the menu, the account corner and the request's id."""

from functools import partial

from django.http import HttpRequest

from ipt.ui import menu

PRODUCT = "IPT Essentials"


def shell(request: HttpRequest) -> dict[str, object]:
    """Give the shell its parts, as calls, so that a page without the shell asks the database nothing."""
    match = request.resolver_match
    return {
        "product": PRODUCT,
        "verb": menu.verb_of(match.view_name) if match else "",
        "menu": partial(menu.entries, request.user),
        "corner": partial(menu.corner_of, request),
        "footer": menu.footer,
        "request_id": getattr(request, "request_id", ""),
    }
