"""How people come in: by the enrolment link, by a tutor's hand, from a file, in somebody's stead."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt.accounts.actions.people import add_person
from ipt.accounts.models import Person
from ipt.accounts.queries.people import person_by_email
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result
from ipt.course import mail
from ipt.course.models import Cohort, Place
from ipt.course.queries.seats import first_start, locked_cohort, next_turn, seats_of

# Somebody whose e-mail is in the cohort already asked again.
AGAIN = "course.place.asked_again"


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking: the place, and whether its person was unknown until now."""

    place: Place
    is_newcomer: bool


@dataclass(frozen=True, slots=True)
class Entrant:
    """Somebody to be enrolled."""

    name: str
    email: str | None = None
    adjustment: str = ""


@transaction.atomic
def ask_for_place(
    *,
    cohort: Cohort,
    entrant: Entrant,
    source: Place.Source,
    actor: Person | None,
    now: dt.datetime,
    submission: Submission | None = None,
    person: Person | None = None,
) -> Asked:
    """Give a seat while one is free and nobody waits for it, else a turn on the waiting list.

    Whoever is in the cohort already keeps the place they have and is told by e-mail. `person` is given when it is
    known who asks; otherwise an e-mail address tells it.
    """
    if first := first_result(submission):
        place = Place.objects.select_related("person", "cohort").get(id=first.subject)
        return Asked(place, bool(first.facts.get("newcomer")))
    cohort = locked_cohort(cohort.id)
    _refuse_closed(cohort, source, now)
    person = person or _known(entrant)
    if person and (here := _alive(cohort, person)):
        record(AGAIN, actor=actor.id if actor else None, subject=here.id, submission=submission, now=now)
        mail.already_here(here, now)
        return Asked(here, is_newcomer=False)
    is_newcomer = person is None
    person = person or add_person(name=entrant.name, email=entrant.email, actor=actor, now=now)
    place = _seated(cohort, person, entrant, source, now)
    is_taken = place.state == Place.State.TAKEN
    record(
        "course.place.taken" if is_taken else "course.place.waiting",
        actor=actor.id if actor else person.id,
        subject=place.id,
        submission=submission,
        now=now,
        cohort=cohort.id,
        source=source,
        newcomer=is_newcomer,
    )
    tell = mail.place_taken if is_taken else mail.place_waiting
    tell(place, now)
    return Asked(place, is_newcomer)


@transaction.atomic
def import_people(
    *,
    cohort: Cohort,
    entrants: Sequence[Entrant],
    actor: Person,
    now: dt.datetime,
    submission: Submission | None = None,
) -> list[Place]:
    """Enrol a whole list, in its order, or nobody; whoever is in the cohort already is passed over."""
    if first := first_result(submission):
        return list(cohort.places.filter(source=Place.Source.FILE, asked_at=first.at))
    cohort = locked_cohort(cohort.id)
    known = [(entrant, _known(entrant)) for entrant in entrants]
    new = [entrant for entrant, person in known if person is None or _alive(cohort, person) is None]
    if not new:
        raise ValidationError(_("Everybody on this list is in the cohort already."))
    places = [
        ask_for_place(cohort=cohort, entrant=entrant, source=Place.Source.FILE, actor=actor, now=now).place
        for entrant in new
    ]
    record(
        "course.people.imported",
        actor=actor.id,
        subject=cohort.id,
        submission=submission,
        now=now,
        people=len(places),
    )
    return places


@transaction.atomic
def substitute(
    *,
    place: Place,
    entrant: Entrant,
    actor: Person,
    now: dt.datetime,
    submission: Submission | None = None,
) -> Place:
    """Let somebody else take over a place: the old one stays as history, the new one begins."""
    if first := first_result(submission):
        return Place.objects.get(id=first.subject)
    cohort = locked_cohort(place.cohort_id)
    old = Place.objects.select_related("person").get(id=place.id)
    if old.state != Place.State.TAKEN or not cohort.takes_enrolments:
        raise ValidationError(_("Only a taken place can be handed on."))
    person = _known(entrant)
    if person and _alive(cohort, person):
        raise ValidationError(_("%(name)s is in this cohort already.") % {"name": person.name})
    if person is None:
        person = add_person(name=entrant.name, email=entrant.email, actor=actor, now=now)
    old.cohort = cohort
    old.state = Place.State.REPLACED
    old.ended_at = now
    old.save(update_fields=["state", "ended_at"])
    new = Place.objects.create(
        cohort=cohort,
        person=person,
        state=Place.State.TAKEN,
        source=Place.Source.SUBSTITUTION,
        turn=next_turn(cohort),
        asked_at=now,
        taken_at=now,
        replaces=old,
        adjustment=entrant.adjustment,
    )
    record(
        "course.place.replaced",
        actor=actor.id,
        subject=new.id,
        submission=submission,
        now=now,
        cohort=cohort.id,
        replaces=old.id,
    )
    mail.place_replaced(old, new, now)
    return new


def _seated(cohort: Cohort, person: Person, entrant: Entrant, source: Place.Source, now: dt.datetime) -> Place:
    """Give the next seat or the next turn; the caller holds the cohort's lock."""
    seats = seats_of(cohort)
    is_taken = bool(seats.free) and not seats.waiting
    return Place.objects.create(
        cohort=cohort,
        person=person,
        state=Place.State.TAKEN if is_taken else Place.State.WAITING,
        source=source,
        turn=next_turn(cohort),
        asked_at=now,
        taken_at=now if is_taken else None,
        adjustment=entrant.adjustment,
    )


def _refuse_closed(cohort: Cohort, source: Place.Source, now: dt.datetime) -> None:
    """The link works until the course begins; a tutor may add people afterwards."""
    if not cohort.takes_enrolments:
        raise ValidationError(_("This cohort takes no enrolments."))
    if source == Place.Source.LINK:
        begins = first_start(cohort)
        if begins is None or begins <= now:
            raise ValidationError(_("The course has begun: ask its tutor whether there is a place."))


def _known(entrant: Entrant) -> Person | None:
    """Find a person by e-mail; a name alone is not proof of who somebody is."""
    return person_by_email(entrant.email) if entrant.email else None


def _alive(cohort: Cohort, person: Person) -> Place | None:
    """Find the place that a person has or waits for in a cohort."""
    return cohort.places.select_related("person", "cohort").filter(person=person, state__in=Place.ALIVE).first()
