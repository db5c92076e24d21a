"""The door of the room: whose code it is, and who knocks."""

import datetime as dt
import hashlib
import uuid

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from ipt.accounts.models import Person
from ipt.course.models import Cohort, Knock, Membership, Place

User = Person | AnonymousUser


def hash_of(token: str) -> str:
    """What is kept of a browser's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def is_open(cohort: Cohort, now: dt.datetime) -> bool:
    """Whether the room takes knocks."""
    return bool(cohort.room_code) and cohort.room_open_until is not None and cohort.room_open_until > now


def open_room(code: str, now: dt.datetime) -> Cohort | None:
    """Find the cohort whose room is open under this code."""
    return Cohort.objects.filter(room_code=code, room_open_until__gt=now).first()


def open_knocks(cohort: Cohort) -> QuerySet[Knock]:
    """Give those who wait outside, the first who knocked first."""
    return cohort.knocks.filter(answered_at=None).order_by("at", "id")


def knock_by_token(token: str, now: dt.datetime) -> Knock | None:
    """Find the knock of the browser that holds this token, while the room is open."""
    knocks = Knock.objects.select_related("cohort", "place__person")
    return knocks.filter(token_hash=hash_of(token), cohort__room_open_until__gt=now).first()


def knock_for(user: User, key: object) -> Knock | None:
    """Load a knock at a door that this user keeps."""
    if not isinstance(user, Person):
        return None
    tutored = Membership.objects.filter(person=user, role=Membership.Role.TUTOR).values("cohort")
    number = key if isinstance(key, uuid.UUID) else uuid.UUID(str(key))
    return Knock.objects.select_related("cohort").filter(pk=number, cohort__in=tutored).first()


def places_without_account(cohort: Cohort) -> list[Place]:
    """Give the places whose person has no password, by name: a tutor may let somebody in as one of them."""
    places = cohort.places.filter(state=Place.State.TAKEN).select_related("person").order_by("person__name", "id")
    return [place for place in places if not place.person.has_account and not place.person.is_operator]
