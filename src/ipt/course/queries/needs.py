"""What a group brings to its course, in counts and in their own words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ipt import library
from ipt.activities import Activity, Choice, Json, Text, merged
from ipt.course.models import Cohort, Place, Response, Sitting
from ipt.course.queries.leaning import Answer, HalfDayAdvice, advise, asks_for_topics
from ipt.course.queries.packs import course_of
from ipt.course.queries.places import taken_places
from ipt.course.queries.sittings import activity_of
from ipt.ui.parts import Bar

NEEDS = "needs"
# The questions whose answers say where a tutor's examples should come from.
EXAMPLES = ("setting", "patients")
MOST_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Counted:
    """One question with options: how many chose each, the most chosen first."""

    key: str
    prompt: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class InWords:
    """One open question: who wrote what."""

    prompt: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Needs:
    """All that the form brought, and what may follow from it."""

    sitting: Sitting
    answered: tuple[Place, ...]
    missing: tuple[Place, ...]
    counted: tuple[Counted, ...]
    in_words: tuple[InWords, ...]
    examples: tuple[Counted, ...]
    advice: tuple[HalfDayAdvice, ...]

    @property
    def asked(self) -> int:
        """How many have a place."""
        return len(self.answered) + len(self.missing)


def needs_of(cohort: Cohort) -> Needs | None:
    """Read the latest needs form of those who have a place (three queries); None before it was put to them."""
    sitting = cohort.sittings.filter(activity=NEEDS).order_by("-round").first()
    if sitting is None:
        return None
    sitting.cohort = cohort
    places = list(taken_places(cohort))
    values: dict[object, dict[str, Json]] = dict(
        Response.objects.filter(sitting=sitting).values_list("place", "values")
    )
    answers = [Answer(place.person.name, values[place.pk]) for place in places if place.pk in values]
    activity, course = activity_of(sitting), course_of(cohort)
    counted = _counted(activity, course, answers)
    return Needs(
        sitting=sitting,
        answered=tuple(place for place in places if place.pk in values),
        missing=tuple(place for place in places if place.pk not in values),
        counted=counted,
        in_words=_in_words(activity, answers),
        examples=tuple(
            Counted(one.key, one.prompt, one.bars[:MOST_EXAMPLES]) for one in counted if one.key in EXAMPLES
        ),
        advice=advise(course, activity, answers),
    )


def _counted(activity: Activity, course: library.Course, answers: Sequence[Answer]) -> tuple[Counted, ...]:
    """Count the options of each question that has some, but for the one about topics: that becomes advice."""
    return tuple(
        Counted(part.key, part.prompt, _bars(part, answers))
        for part in activity.parts
        if isinstance(part, Choice) and not asks_for_topics(part, course)
    )


def _bars(part: Choice, answers: Sequence[Answer]) -> tuple[Bar, ...]:
    given = (value for answer in answers if (value := answer.values.get(part.key)) is not None)
    summary = part.summarise(merged(*map(part.tally, given)))
    chosen = sorted((option for option in summary.options if option.count), key=lambda option: -option.count)
    return tuple(
        Bar(option.text, option.count, len(answers), _("%(n)s of %(of)s") % {"n": option.count, "of": len(answers)})
        for option in chosen
    )


def _in_words(activity: Activity, answers: Sequence[Answer]) -> tuple[InWords, ...]:
    return tuple(
        InWords(part.prompt, tuple((answer.name, words) for answer in answers if (words := _written(part, answer))))
        for part in activity.parts
        if isinstance(part, Text)
    )


def _written(part: Text, answer: Answer) -> str:
    value = answer.values.get(part.key)
    return str(value["text"]) if isinstance(value, dict) else ""
