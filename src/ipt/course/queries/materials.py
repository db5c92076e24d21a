"""One block as its readers see it: its text, when it takes place, what is open in it, and what stands beside it."""

import uuid
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from ipt import library
from ipt.accounts.models import Person
from ipt.course.models import Ballot, Cohort, HalfDay, Response, Sitting
from ipt.course.queries.packs import course_of
from ipt.course.queries.timetable import Moment, moments_of
from ipt.library import Block, Module, Outcome, RolePlay, Topic
from ipt.library.markdown.nodes import InsertKind, inserted


@dataclass(frozen=True, slots=True)
class Material:
    """A block that has something to read, with its neighbours that have, in the order of the course."""

    course: library.Course
    block: Block
    module: Module
    content: library.HalfDay
    before: Block | None
    after: Block | None

    @property
    def topics(self) -> list[Topic]:
        """What the brochure promises and this block serves."""
        return [self.course.topic(key) for key in self.block.topics]

    @property
    def roleplays(self) -> list[RolePlay]:
        """Give the role plays that the lesson sets in."""
        keys = inserted(self.module.lesson, InsertKind.ROLEPLAY)
        return [self.course.roleplays[key] for key in keys]

    @property
    def outcomes(self) -> list[Outcome]:
        """Which of the seven this block works towards."""
        return [self.course.outcome(key) for key in self.block.outcomes]


@dataclass(frozen=True, slots=True)
class Held:
    """When a block takes place."""

    half_day: HalfDay
    moment: Moment


def material_of(cohort: Cohort, key: str) -> Material | None:
    """Find a block of the cohort's own version of the course; None where there is nothing to read."""
    course = course_of(cohort)
    readable = [block for block in course.blocks if block.module]
    place = next((place for place, block in enumerate(readable) if block.key == key), None)
    if place is None or (module := readable[place].module) is None:
        return None
    before = readable[place - 1] if place else None
    after = readable[place + 1] if place + 1 < len(readable) else None
    return Material(course, readable[place], module, course.half_day_of(key), before, after)


def held(cohort: Cohort, material: Material) -> Held | None:
    """Find when it takes place (one query)."""
    half_day = cohort.half_days.filter(number=material.content.number).first()
    if half_day is None:
        return None
    moments = moments_of(half_day, material.content, cohort)
    return next((Held(half_day, moment) for moment in moments if moment.block == material.block), None)


def answered_by(person: Person) -> Q:
    """Tell sittings that this person has answered from those they have not."""
    by_name = Response.objects.filter(sitting=OuterRef("pk"), place__person=person)
    in_box = Ballot.objects.filter(sitting=OuterRef("pk"), place__person=person, answered=True)
    return Q(Exists(by_name) | Exists(in_box))


def open_sittings(cohort_ids: list[uuid.UUID]) -> QuerySet[Sitting]:
    """Give what takes answers in some cohorts, the earliest first."""
    return Sitting.objects.filter(cohort__in=cohort_ids, closed_at=None).order_by("opened_at", "activity")


@dataclass(frozen=True, slots=True)
class OpenActivity:
    """An activity that takes answers now."""

    sitting: Sitting
    title: str
    answered: bool


def open_activities(cohort: Cohort, material: Material, person: Person) -> list[OpenActivity]:
    """Give what a block asks of people at this moment (one query; none where a block asks nothing)."""
    keys = material.block.activities
    if not keys:
        return []
    sittings = open_sittings([cohort.id]).filter(activity__in=keys).annotate(answered=answered_by(person))
    return [
        OpenActivity(sitting, material.course.activity(sitting.activity).title, sitting.answered)
        for sitting in sittings
    ]
