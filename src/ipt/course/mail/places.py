"""What people are told about their place."""

import datetime as dt

from ipt.course.mail import kinds
from ipt.course.mail.facts import facts_of
from ipt.course.mail.letters import post
from ipt.course.models import Place


def place_taken(place: Place, now: dt.datetime) -> None:
    """Somebody has a place: their dates, and the way to their own page."""
    facts = facts_of(place.cohort)
    post(kinds.PLACE_TAKEN, facts, place.person, key=str(place.id), now=now, dates=facts.half_days)


def place_waiting(place: Place, now: dt.datetime) -> None:
    """Somebody waits, and can see where they stand or leave the list."""
    post(kinds.PLACE_WAITING, facts_of(place.cohort), place.person, key=str(place.id), now=now)


def place_offered(place: Place, now: dt.datetime) -> None:
    """A place is held for somebody who waited, until they say yes or the time is up."""
    facts = facts_of(place.cohort)
    until = place.offered_until or now
    key = f"{place.id}:{until.isoformat()}"
    post(kinds.PLACE_OFFERED, facts, place.person, key=key, now=now, until=facts.moment(until))


def offer_lapsed(place: Place, now: dt.datetime) -> None:
    """The time is up, and the next person is asked."""
    post(kinds.OFFER_LAPSED, facts_of(place.cohort), place.person, key=str(place.id), now=now)


def place_withdrawn(place: Place, now: dt.datetime) -> None:
    """Somebody gave up their place, or left the waiting list: only those who had dates have them cancelled."""
    facts = facts_of(place.cohort)
    dates = facts.half_days if place.taken_at else ()
    post(kinds.PLACE_WITHDRAWN, facts, place.person, key=str(place.id), now=now, dates=dates)


def place_replaced(old: Place, new: Place, now: dt.datetime) -> None:
    """One person comes in place of another; neither is told who the other is."""
    facts = facts_of(old.cohort)
    dates = facts.half_days if old.taken_at else ()
    post(kinds.PLACE_REPLACED, facts, old.person, key=str(old.id), now=now, dates=dates)
    place_taken(new, now)


def already_here(place: Place, now: dt.datetime) -> None:
    """Somebody asked for a place with the address of a person who has one; told at most once an hour."""
    key = f"{place.id}:{now:%Y-%m-%dT%H}"
    post(kinds.ALREADY_HERE, facts_of(place.cohort), place.person, key=key, now=now, state=place.state)


def link_sent(place: Place, now: dt.datetime) -> None:
    """Somebody lost the way to their page: a new personal link."""
    key = f"{place.id}:{now.isoformat()}"
    post(kinds.LINK_SENT, facts_of(place.cohort), place.person, key=key, now=now)
