"""Who may see and change a place."""

from django.contrib.auth.models import AnonymousUser

from ipt.accounts.models import Person
from ipt.course.models import Place
from ipt.course.rules.cohorts import may_run

User = Person | AnonymousUser


def may_hold(user: User, place: Place) -> bool:
    """Its own person."""
    return isinstance(user, Person) and place.person_id == user.id


def may_choose_degree(user: User, place: Place) -> bool:
    """Its own person, who attends: how far they take IPT into their work is theirs alone to say and to see."""
    return may_hold(user, place) and place.state == Place.State.TAKEN


def may_run_place(user: User, place: Place) -> bool:
    """The tutors of its cohort."""
    return may_run(user, place.cohort)


def may_see_place(user: User, place: Place) -> bool:
    """Its own person, and the tutors of its cohort."""
    return may_hold(user, place) or may_run_place(user, place)
