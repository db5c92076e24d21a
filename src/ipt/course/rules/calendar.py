"""Who may have the dates of a place in a calendar."""

from django.contrib.auth.models import AnonymousUser

from ipt.accounts.models import Person
from ipt.course.models import Place
from ipt.course.rules.places import may_hold, may_see_place

User = Person | AnonymousUser


def may_have_dates(user: User, place: Place) -> bool:
    """Those who may see the place, once it is or was taken: nobody who waits has dates."""
    return place.taken_at is not None and may_see_place(user, place)


def may_subscribe(user: User, place: Place) -> bool:
    """Whoever holds the place, while it is taken."""
    return place.state == Place.State.TAKEN and may_hold(user, place)
