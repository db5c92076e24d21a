"""The courses that somebody attends or asked for, each with what has been marked, what is open and what is ready."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ipt import library
from ipt.accounts.models import Person
from ipt.course.models import Attendance, Certificate, Cohort, HalfDay, Place, Sitting
from ipt.course.queries.attendance import EARLY
from ipt.course.queries.certificates import half_day_in_words
from ipt.course.queries.materials import answered_by, open_sittings
from ipt.course.queries.packs import course_of


@dataclass(frozen=True, slots=True)
class Attending:
    """One person's place, and everything that their next step is chosen from."""

    place: Place
    half_days: tuple[HalfDay, ...]
    marks: Mapping[uuid.UUID, Attendance]
    # Open, and not answered by this person.
    unanswered: tuple[Sitting, ...]
    certificate: Certificate | None

    @property
    def cohort(self) -> Cohort:
        """The cohort of the place."""
        return self.place.cohort

    @property
    def course(self) -> library.Course:
        """The course as this cohort sees it."""
        return course_of(self.cohort)

    def mark(self, half_day: HalfDay) -> Attendance | None:
        """Give the mark that stands."""
        return self.marks.get(half_day.id)

    def on_now(self, now: dt.datetime) -> HalfDay | None:
        """Give the half-day to check in to."""
        tz = self.cohort.tz
        return next((one for one in self.half_days if one.starts_at(tz) - EARLY <= now <= one.ends_at(tz)), None)

    def coming(self, now: dt.datetime) -> HalfDay | None:
        """Give the next half-day that has not begun."""
        return next((one for one in self.half_days if one.starts_at(self.cohort.tz) > now), None)

    def title_of(self, half_day: HalfDay) -> str:
        """Say what a half-day is about."""
        return self.course.half_days[half_day.number - 1].title

    def which(self, half_day: HalfDay) -> str:
        """Say which half-day: “Day 2 afternoon”."""
        words = half_day_in_words(half_day)
        return words[:1].upper() + words[1:]


def attending(person: Person, now: dt.datetime) -> list[Attending]:
    """Give the living places of a person, the one that matters now first (five queries, however many places)."""
    places = list(
        Place.objects.filter(person=person, state__in=Place.ALIVE)
        .select_related("cohort__pack")
        .defer("cohort__pack__archive")
        .prefetch_related("cohort__half_days")
    )
    return sorted(_with_facts(places, person), key=lambda one: _urgency(one, now)) if places else []


def attending_in(person: Person, cohort: Cohort) -> Attending | None:
    """Give the taken place that a person has in a cohort they were let into (five queries)."""
    place = Place.objects.filter(person=person, cohort=cohort, state=Place.State.TAKEN).first()
    if place is None:
        return None
    place.cohort = cohort
    return next(_with_facts([place], person))


def _with_facts(places: list[Place], person: Person) -> Iterator[Attending]:
    taken = [place for place in places if place.state == Place.State.TAKEN]
    cohorts = {place.cohort_id: place.cohort for place in taken}
    marks: dict[uuid.UUID, dict[uuid.UUID, Attendance]] = {}
    for mark in Attendance.objects.filter(place__in=taken, is_current=True):
        marks.setdefault(mark.place_id, {})[mark.half_day_id] = mark
    sittings: dict[uuid.UUID, list[Sitting]] = {}
    for sitting in open_sittings([place.cohort_id for place in taken]).exclude(answered_by(person)):
        sitting.cohort = cohorts[sitting.cohort_id]
        sittings.setdefault(sitting.cohort_id, []).append(sitting)
    certificates = {
        one.place_id: one for one in Certificate.objects.filter(place__in=taken, state=Certificate.State.VALID)
    }
    for place in places:
        yield Attending(
            place,
            tuple(place.cohort.half_days.all()),
            marks.get(place.id, {}),
            tuple(sittings.get(place.cohort_id, ())),
            certificates.get(place.id),
        )


def _urgency(one: Attending, now: dt.datetime) -> tuple[int, float]:
    """An offer runs out; then what is on or comes next; then what is over, the latest first."""
    cohort = one.cohort
    if one.place.state == Place.State.OFFERED:
        return 0, 0.0
    last = one.half_days[-1].ends_at(cohort.tz) if one.half_days else cohort.created_at
    over = last < now or cohort.state in {Cohort.State.CANCELLED, Cohort.State.FINISHED}
    if over:
        return 2, -last.timestamp()
    return 1, (one.coming(now) or one.half_days[-1]).starts_at(cohort.tz).timestamp()
