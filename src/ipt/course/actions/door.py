"""Open and close the room, knock, let in, turn away, come in."""

import datetime as dt
import secrets

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt.accounts.access import Refused
from ipt.accounts.models import Person
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result
from ipt.course.actions.enrolment import Entrant, ask_for_place
from ipt.course.models import Cohort, Knock, Place
from ipt.course.queries.door import hash_of, is_open, open_knocks
from ipt.course.queries.seats import locked_cohort, seats_of
from ipt.course.rules.door import ALPHABET, LENGTH, may_come_in_as

ROOM_LASTS = dt.timedelta(hours=8)
# Two full cohorts of strangers; more than that is somebody playing.
MOST_KNOCKS = 30


@transaction.atomic
def open_door(*, cohort: Cohort, actor: Person, now: dt.datetime, submission: Submission | None = None) -> Cohort:
    """Open the room under a fresh code for a working day; who knocked before knocks again."""
    if first_result(submission):
        return Cohort.objects.get(id=cohort.id)
    cohort = locked_cohort(cohort.id)
    if not cohort.takes_enrolments:
        raise ValidationError(_("Only the room of a published cohort that is not over can be opened."))
    cohort.knocks.all().delete()
    cohort.room_code = _fresh_code()
    cohort.room_open_until = now + ROOM_LASTS
    cohort.save(update_fields=["room_code", "room_open_until"])
    record("course.room.opened", actor=actor.id, subject=cohort.id, submission=submission, now=now)
    return cohort


@transaction.atomic
def close_door(*, cohort: Cohort, actor: Person, now: dt.datetime, submission: Submission | None = None) -> Cohort:
    """Close the room; the names of those who knocked are forgotten, those who are in stay in."""
    if first_result(submission):
        return Cohort.objects.get(id=cohort.id)
    cohort = locked_cohort(cohort.id)
    cohort.knocks.all().delete()
    cohort.room_code = cohort.room_open_until = None
    cohort.save(update_fields=["room_code", "room_open_until"])
    record("course.room.closed", actor=actor.id, subject=cohort.id, submission=submission, now=now)
    return cohort


@transaction.atomic
def knock_at(
    *,
    cohort: Cohort,
    name: str,
    token: str,
    now: dt.datetime,
    before: str = "",
    submission: Submission | None = None,
) -> Knock:
    """Ask to be let in. The token stays in the browser, the row keeps its hash; `before` is the token of a knock of
    the same browser, which this one takes the place of."""
    if first := first_result(submission):
        return Knock.objects.get(id=first.subject)
    cohort = locked_cohort(cohort.id)
    if not is_open(cohort, now):
        raise ValidationError(_("The room was closed just now."))
    open_knocks(cohort).filter(token_hash=hash_of(before)).delete()
    if open_knocks(cohort).count() >= MOST_KNOCKS:
        raise ValidationError(_("Too many people are waiting at the door. Tell your tutor, and try again in a minute."))
    knock = Knock.objects.create(cohort=cohort, name=name.strip(), at=now, token_hash=hash_of(token))
    record("course.room.knocked", actor=None, subject=knock.id, submission=submission, now=now, cohort=cohort.id)
    return knock


@transaction.atomic
def let_in(
    *, knock: Knock, place: Place, actor: Person, now: dt.datetime, submission: Submission | None = None
) -> Knock:
    """Let somebody in as the person of a place that the tutor has recognised them as."""
    if first_result(submission):
        return Knock.objects.get(id=knock.id)
    knock = _unanswered(knock, now)
    if place.cohort_id != knock.cohort_id:
        raise Refused
    if not may_come_in_as(place):
        raise ValidationError(_("%(name)s has a password: nobody else may let them in.") % {"name": place.person.name})
    return _answer(knock, place, actor, now, submission)


@transaction.atomic
def let_in_newcomer(
    *, knock: Knock, name: str, actor: Person, now: dt.datetime, submission: Submission | None = None
) -> Knock:
    """Give somebody who was not expected a place, if there is one that nobody waits for."""
    if first_result(submission):
        return Knock.objects.get(id=knock.id)
    knock = _unanswered(knock, now)
    seats = seats_of(knock.cohort)
    if not seats.free or seats.waiting:
        raise ValidationError(_("There is no free place: the cohort is full, or others wait for the next one."))
    asked = ask_for_place(
        cohort=knock.cohort, entrant=Entrant(name=name), source=Place.Source.DOOR, actor=actor, now=now
    )
    return _answer(knock, asked.place, actor, now, submission)


@transaction.atomic
def turn_away(*, knock: Knock, actor: Person, now: dt.datetime, submission: Submission | None = None) -> Knock:
    """Answer that this person does not belong here."""
    if first_result(submission):
        return Knock.objects.get(id=knock.id)
    knock = _unanswered(knock, now)
    knock.answered_at = now
    knock.save(update_fields=["answered_at"])
    record(
        "course.room.turned_away",
        actor=actor.id,
        subject=knock.id,
        submission=submission,
        now=now,
        cohort=knock.cohort_id,
    )
    return knock


@transaction.atomic
def come_in(*, knock: Knock, now: dt.datetime) -> Person:
    """Use a knock that was answered with a place, once: afterwards its token opens nothing."""
    place = knock.place
    unused = Knock.objects.filter(pk=knock.pk, token_hash=knock.token_hash)
    if place is None or not may_come_in_as(place) or not unused.update(token_hash=hash_of(secrets.token_urlsafe(24))):
        raise Refused
    record("course.room.entered", actor=place.person_id, subject=knock.id, now=now, place=place.id)
    return place.person


def _unanswered(knock: Knock, now: dt.datetime) -> Knock:
    """Load a knock under the cohort's lock; two desks may answer at the same time, one answer counts."""
    cohort = locked_cohort(knock.cohort_id)
    fresh = Knock.objects.filter(pk=knock.pk, answered_at=None).first()
    if fresh is None or not is_open(cohort, now):
        raise ValidationError(_("This knock was answered already, or the room was closed."))
    fresh.cohort = cohort
    return fresh


def _answer(knock: Knock, place: Place, actor: Person, now: dt.datetime, submission: Submission | None) -> Knock:
    """Write down as whom."""
    knock.place, knock.answered_at = place, now
    knock.save(update_fields=["place", "answered_at"])
    record(
        "course.room.let_in",
        actor=actor.id,
        subject=knock.id,
        submission=submission,
        now=now,
        cohort=knock.cohort_id,
        place=place.id,
    )
    return knock


def _fresh_code() -> str:
    """Draw a code that no open room has."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _letter in range(LENGTH))
        if not Cohort.objects.filter(room_code=code).exists():
            return code
