"""How far a delegate wants to use IPT, as it stands on their own first page."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ipt.course.models import Cohort, Place
from ipt.course.queries.delegate import Attending
from ipt.course.queries.timetable import moments_of
from ipt.method import Degree

# The block in which the four degrees are told.
BLOCK = "degrees-of-use"
FEW_CARDS = 3


@dataclass(frozen=True, slots=True)
class DegreeLine:
    """What was chosen, or that one may choose, with the way there."""

    text: str
    label: str
    url: str
    # A few cards that suit it, each with its address.
    cards: tuple[tuple[str, str], ...] = ()


def in_words(place: Place) -> str:
    """Say what was chosen; nothing when it is left open."""
    if not place.degree:
        return ""
    label = Degree(place.degree).label
    return _("You chose: %(degree)s.") % {"degree": label[:1].lower() + label[1:]}


def degree_line(one: Attending, now: dt.datetime) -> DegreeLine | None:
    """Give the choice from the day on which the degrees are told; until there is one, the invitation (no query)."""
    if one.place.state != Place.State.TAKEN or one.cohort.state == Cohort.State.CANCELLED:
        return None
    told = _told_at(one)
    if told is None or now.astimezone(told.tzinfo).date() < told.date():
        return None
    url = reverse("course:degree", args=[one.cohort.id])
    if chosen := in_words(one.place):
        return DegreeLine(chosen, _("Change"), url, _cards(one))
    if now < told:
        return None
    return DegreeLine(_("How far do you want to use IPT? It is for you alone to say and to see."), _("Choose"), url)


def _cards(one: Attending) -> tuple[tuple[str, str], ...]:
    """Give the first few Monday cards for the degree that was chosen."""
    fitting = [card for card in one.course.monday.values() if one.place.degree in card.degrees]
    return tuple(
        (card.title, reverse("course:monday_card", args=[one.cohort.id, card.key])) for card in fitting[:FEW_CARDS]
    )


def _told_at(one: Attending) -> dt.datetime | None:
    """Find when the block begins; None in a version of the course that has no such block."""
    for half_day in one.half_days:
        for moment in moments_of(half_day, one.course.half_days[half_day.number - 1], one.cohort):
            if moment.block.key == BLOCK:
                return moment.starts
    return None
