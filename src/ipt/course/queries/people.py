"""The people of a cohort: who has a place, who waits in which order, and who was there before whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, QuerySet

from ipt.accounts.models import Person
from ipt.course.models import Cohort, Membership, Place


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who ever asked for a place, by where they stand."""

    taken: tuple[Place, ...]
    offered: tuple[Place, ...]
    waiting: tuple[Place, ...]
    ended: tuple[Place, ...]

    @property
    def adjustments(self) -> tuple[Place, ...]:
        """Those who come and need something arranged."""
        return tuple(place for place in self.taken if place.adjustment)

    @property
    def without_email(self) -> tuple[Place, ...]:
        """Those whom no message reaches."""
        alive = (*self.taken, *self.offered, *self.waiting)
        return tuple(place for place in alive if not place.person.email)


def people_of(cohort: Cohort) -> People:
    """Sort a cohort's places (one query)."""
    places = cohort.places.select_related("person", "replaces__person", "replaced_by__person").order_by("turn")
    state = Place.State
    everybody = list(places)
    return People(
        taken=tuple(sorted(_in(everybody, state.TAKEN), key=lambda place: (place.person.name, place.turn))),
        offered=tuple(_in(everybody, state.OFFERED)),
        waiting=tuple(_in(everybody, state.WAITING)),
        ended=tuple(_in(everybody, state.WITHDRAWN, state.LAPSED, state.REPLACED)),
    )


def chain_of(place: Place) -> list[Place]:
    """Give all who held this seat one after the other, first to last (one query)."""
    handed_on = place.cohort.places.filter(Q(state=Place.State.REPLACED) | Q(replaces__isnull=False))
    by_id = {one.id: one for one in handed_on.select_related("person")}
    after = {one.replaces_id: one for one in by_id.values() if one.replaces_id}
    chain = [by_id.get(place.id, place)]
    while chain[0].replaces_id:
        chain.insert(0, by_id[chain[0].replaces_id])
    while later := after.get(chain[-1].id):
        chain.append(later)
    return chain


def tutors_of(cohort: Cohort) -> QuerySet[Membership]:
    """Give those who tutor a cohort, the longest first."""
    tutors = cohort.memberships.filter(role=Membership.Role.TUTOR).select_related("person")
    return tutors.order_by("since", "person__name")


def can_be_mailed(person: Person) -> bool:
    """Whether a message reaches somebody: they gave an address, and this installation sends mail."""
    return bool(person.email) and bool(settings.MAIL_URL)


def emails_alive(cohort: Cohort) -> set[str]:
    """Give the addresses of all who have or wait for a place."""
    alive = cohort.places.filter(state__in=Place.ALIVE, person__email__isnull=False)
    return {str(email) for email in alive.values_list("person__email", flat=True)}


def _in(places: Iterable[Place], *states: str) -> list[Place]:
    return [place for place in places if place.state in states]
