"""Who opens the door of the room, and as whom somebody may be let in."""

from django.contrib.auth.models import AnonymousUser

from ipt.accounts.models import Person
from ipt.accounts.rules import is_staff
from ipt.course.models import Knock, Place
from ipt.course.rules.cohorts import may_run

User = Person | AnonymousUser

# Letters and digits that nobody mistakes for one another when they are read from a wall or called across a room, and
# no vowels, so that no code is a word: 25 to the power of 6 is 244 million.
ALPHABET = "BCDFGHJKMNPQRTVWXY2346789"
LENGTH = 6


def may_answer(user: User, knock: Knock) -> bool:
    """The tutors of the cohort whose door it is."""
    return may_run(user, knock.cohort)


def may_come_in_as(place: Place) -> bool:
    """Whether a tutor's word is enough: not for those who have a password, nor for staff."""
    person = place.person
    return place.state == Place.State.TAKEN and not person.has_account and not is_staff(person)


def tidied(code: str) -> str:
    """Give a code as it was meant: capitals, without the spaces or dashes that people put in."""
    return "".join(letter for letter in code.upper() if letter.isalnum())
