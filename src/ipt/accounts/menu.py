"""The corner of every page that says who is signed in."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ipt.accounts.models import Person
from ipt.ui.menu import Corner, Link, register_corner


def corner(request: HttpRequest) -> Corner:
    """Give a person their name and their account, and a stranger the way in."""
    person = request.user
    if not isinstance(person, Person):
        return Corner(links=(Link(_("Sign in"), reverse("account_login")),))
    links = (
        Link(_("Your account"), reverse("accounts:account")),
        Link(_("Sign out"), reverse("account_logout"), post=True),
    )
    return Corner(name=person.name, links=links)


def register() -> None:
    """Register with the shell."""
    register_corner(corner)
