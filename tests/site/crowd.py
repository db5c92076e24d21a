"""A cohort with any number of rows of every kind, for counting queries."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from ipt.accounts.models import Person
from ipt.course.models import (
    Attendance,
    Ballot,
    Box,
    Certificate,
    Cohort,
    HalfDay,
    Knock,
    Membership,
    Place,
    Response,
    Sitting,
)
from ipt.course.queries.packs import course_of
from ipt.outbox.models import Message
from tests import builders

# Pieces of the real course that an address names; the block has a handout, slides, a role play and an activity.
CONTENT = {
    "block": "formulation-practice",
    "paper": "grief",
    "card": "who-is-there-for-you",
    "story": "dorothy",
    "talk": "gravy",
}
TALLY = {"ratings-presentation": "5", "ratings-relevance": "4"}


@dataclass(frozen=True)
class Crowd:
    """What the addresses name, and the people who ask."""

    tea: Person
    ada: Person
    things: dict[str, object]


def a_crowd(rows: int) -> Crowd:
    """Tea's cohort with so many places, marks, answers, comments, certificates, messages and knocks.

    Ada is one of them. There are as many other cohorts that Tea tutors, and finished ones with feedback.
    """
    tea = builders.a_person("Tea Tanner", account=True)
    cohort = builders.a_cohort(tea, state=Cohort.State.CONFIRMED, first=_coming(), pack=builders.the_pack())
    people = Person.objects.bulk_create(Person(name=f"Person {number:03}") for number in range(rows))
    places = _places(cohort, people)
    half_day = cohort.half_days.get(number=1)
    _marks(places, half_day)
    needs = _sitting(cohort, "needs")
    hopes = {"hopes": {"text": "To listen better.", "may_quote": False}}
    Response.objects.bulk_create(
        Response(sitting=needs, place=place, values=hopes, answered_at=builders.NOW) for place in places
    )
    feedback = _box(cohort, places)
    certificates = _certificates(places)
    messages = Message.objects.bulk_create(
        Message(
            key=f"one:{place.id}",
            kind="course.place_taken",
            about=cohort.id,
            person=place.person_id,
            recipient="person@example.org",
            subject="Your place",
            body="A place",
            due_at=builders.NOW,
            written_at=builders.NOW,
        )
        for place in places
    )
    knocks = Knock.objects.bulk_create(
        Knock(cohort=cohort, name="Dee", at=builders.NOW, token_hash=f"{number:064}") for number in range(rows)
    )
    _others(tea, rows)
    things: dict[str, object] = {
        "cohort": cohort.id,
        "place": places[0].id,
        "certificate": certificates[0].id,
        "sitting": needs.id,
        "feedback": feedback.id,
        "knock": knocks[0].id,
        "message": messages[0].id,
        "number": 1,
        **CONTENT,
    }
    return Crowd(tea, people[0], things)


def _coming() -> dt.date:
    """A day that is still to come, whenever the test runs: what a page looks up depends on it."""
    return timezone.now().date() + dt.timedelta(days=30)


def _places(cohort: Cohort, people: Iterable[Person]) -> list[Place]:
    return Place.objects.bulk_create(
        Place(
            cohort=cohort,
            person=person,
            state=Place.State.TAKEN,
            source=Place.Source.LINK,
            turn=turn,
            asked_at=builders.NOW,
            taken_at=builders.NOW,
            adjustment="Large print",
        )
        for turn, person in enumerate(people, start=1)
    )


def _marks(places: list[Place], half_day: HalfDay) -> None:
    """One mark each that was corrected once."""
    old = Attendance.objects.bulk_create(
        Attendance(
            place=place, half_day=half_day, present=False, source="tutor", marked_at=builders.NOW, is_current=False
        )
        for place in places
    )
    Attendance.objects.bulk_create(
        Attendance(
            place=mark.place,
            half_day=half_day,
            present=True,
            source="paper",
            marked_at=builders.NOW + dt.timedelta(hours=1),
            corrects=mark,
        )
        for mark in old
    )


def _sitting(cohort: Cohort, key: str, closed: dt.datetime | None = None) -> Sitting:
    activity = course_of(cohort).activity(key)
    return Sitting.objects.create(
        cohort=cohort,
        activity=key,
        wording=activity.wording_hash,
        linkage=activity.linkage.value,
        opened_at=builders.NOW,
        closed_at=closed,
    )


def _box(cohort: Cohort, places: list[Place]) -> Sitting:
    sitting = _sitting(cohort, "feedback", closed=builders.NOW)
    count = len(places)
    Ballot.objects.bulk_create(Ballot(sitting=sitting, place=place, answered=True) for place in places)
    marks = {field: {mark: count} for field, mark in TALLY.items()}
    comments = [
        {"part": "comment", "text": f"Comment {number:03}", "consent": True, "receipt": f"{number:064}", "shown": True}
        for number in range(count)
    ]
    counts = {**marks, "ratings": {"": count}, "comment": {"": count}}
    Box.objects.create(sitting=sitting, answers=count, counts=counts, comments=comments)
    return sitting


def _certificates(places: list[Place]) -> list[Certificate]:
    facts: dict[str, object] = {
        **dict.fromkeys(("course", "subtitle", "cohort", "provider", "place", "rule"), "IPT"),
        "dates": ["2026-11-23"],
        "half_days": 6,
        "minutes": 1080,
        "tutors": ["Tea"],
        "topics": [],
    }
    return Certificate.objects.bulk_create(
        Certificate(place=place, number=f"IPT-2222-{number:04}", name="Person", facts=facts, issued_at=builders.NOW)
        for number, place in enumerate(places)
    )


def _others(tea: Person, rows: int) -> list[UUID]:
    """As many cohorts again that Tea tutors, each with its half-days and one finished with feedback."""
    pack = builders.the_pack()
    cohorts = Cohort.objects.bulk_create(
        Cohort(
            title=f"Cohort {number:03}",
            provider="Northside Learning",
            state=Cohort.State.FINISHED if number % 2 else Cohort.State.OPEN,
            pack=pack,
            venue="Room 4",
            decide_on=_coming() - dt.timedelta(days=14),
            created_at=builders.NOW,
        )
        for number in range(rows)
    )
    HalfDay.objects.bulk_create(
        HalfDay(cohort=cohort, number=number, date=_coming(), starts=dt.time(9, 30), minutes=180)
        for cohort in cohorts
        for number in range(1, 7)
    )
    Membership.objects.bulk_create(
        Membership(cohort=cohort, person=tea, role=Membership.Role.TUTOR, since=builders.NOW) for cohort in cohorts
    )
    return [cohort.id for cohort in cohorts]
