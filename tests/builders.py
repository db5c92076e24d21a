"""What tests begin from: typed builders of people, cohorts and places, with one meaning for each name.

The cast: Tea tutors; Ada and Ben are in her cohort; Cleo is in another cohort and may see nothing; Olu operates.
"""

import datetime as dt
import hashlib
import uuid
from functools import cache
from typing import Unpack

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from ipt import library
from ipt.accounts.models import Person
from ipt.course.actions.cohorts import Plan, plan_cohort, publish_cohort
from ipt.course.actions.enrolment import Entrant, ask_for_place
from ipt.course.models import Cohort, HalfDay, Membership, Pack, Place

# Monday 23 November 2026, nine in the morning in London.
NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
PASSWORD = "correct horse battery"
# The half-days of three days in a row: (days after the first, start).
HALVES = tuple((day, dt.time(hour, minute)) for day in range(3) for hour, minute in ((9, 30), (13, 30)))


def a_person(name: str, *, account: bool = False, email: str | None = None, operator: bool = False) -> Person:
    """Somebody; with `account` they have an e-mail address and the password `PASSWORD`."""
    if account and email is None:
        email = f"{name.split(maxsplit=1)[0].lower()}@example.org"
    person = Person(name=name, email=email, is_operator=operator)
    if account:
        person.password = _password_hash()
    else:
        person.set_unusable_password()
    person.save(force_insert=True)
    return person


@cache
def _password_hash() -> str:
    """Hash the one password of all tests once: it is slow by design."""
    return make_password(PASSWORD)


def a_pack(archive: bytes = b"") -> Pack:
    """A version of the content; empty unless a test reads it."""
    digest = hashlib.sha256(archive).hexdigest()
    return Pack.objects.get_or_create(digest=digest, defaults={"archive": archive, "added_at": NOW})[0]


@cache
def _real_archive() -> bytes:
    return library.make_pack(library.find_content())


def the_pack() -> Pack:
    """The course itself, as it is published today."""
    return a_pack(_real_archive())


def a_cohort(
    *tutors: Person,
    title: str = "Spring cohort",
    state: Cohort.State = Cohort.State.OPEN,
    first: dt.date = dt.date(2026, 11, 23),
    least: int = 6,
    most: int = 15,
    pack: Pack | None = None,
) -> Cohort:
    """A cohort with six half-days on three days in a row."""
    cohort = Cohort.objects.create(
        title=title,
        provider="Northside Learning",
        state=state,
        pack=pack or a_pack(),
        venue="Room 4, Northside House",
        decide_on=first - dt.timedelta(days=14),
        least=least,
        most=most,
        created_at=NOW,
    )
    for number, (days, starts) in enumerate(HALVES, start=1):
        HalfDay.objects.create(
            cohort=cohort, number=number, date=first + dt.timedelta(days=days), starts=starts, minutes=180
        )
    for tutor in tutors:
        Membership.objects.create(cohort=cohort, person=tutor, role=Membership.Role.TUTOR, since=NOW)
    return cohort


def a_place(cohort: Cohort, person: Person, state: Place.State = Place.State.TAKEN) -> Place:
    """A person's place in a cohort."""
    return Place.objects.create(
        cohort=cohort,
        person=person,
        state=state,
        source=Place.Source.LINK,
        turn=cohort.places.count() + 1,
        asked_at=NOW,
        taken_at=NOW if state == Place.State.TAKEN else None,
    )


def a_published_cohort(
    tutor: Person, *, first: dt.date | None = None, now: dt.datetime | None = None, **plan: Unpack[Plan]
) -> Cohort:
    """A cohort of the real course, planned and published through the actions; it begins in sixty days."""
    now = now or timezone.now()
    plan = Plan(title="Summer cohort", provider="Northside Learning", venue="Room 4, Northside House") | plan
    cohort = plan_cohort(
        first_day=first or now.date() + dt.timedelta(days=60), content=_real_archive(), actor=tutor, now=now, **plan
    )
    return publish_cohort(cohort=cohort, actor=tutor, now=now)


def asked_for(cohort: Cohort, *names: str, now: dt.datetime | None = None) -> list[Place]:
    """Places of people who asked for one, in this order, each with an address made from their first name."""
    return [
        ask_for_place(
            cohort=cohort,
            entrant=Entrant(name, f"{name.split(maxsplit=1)[0].lower()}@example.org"),
            source=Place.Source.LINK,
            actor=None,
            now=now or timezone.now(),
        ).place
        for name in names
    ]


def sent(**typed: object) -> dict[str, object]:
    """What a form sends: what was typed, with a fresh submission id unless one is given."""
    return {"submission": str(uuid.uuid4()), **typed}
