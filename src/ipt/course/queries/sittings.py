"""Sittings as a user may see them, the wording that people saw, and who has answered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from ipt import library
from ipt.accounts.models import Person
from ipt.activities import Activity
from ipt.course.box import receipt_hash
from ipt.course.models import Ballot, Cohort, Membership, Pack, Place, Response, Sitting
from ipt.course.queries.packs import course_of
from ipt.course.queries.places import taken_places

User = Person | AnonymousUser
# The survey whose two ratings are published.
FEEDBACK = "feedback"


class UnknownWording(LookupError):
    """No stored content has the words that people saw in a sitting: a mistake of the program."""


def visible_to(user: User) -> QuerySet[Sitting]:
    """Give the sittings of the cohorts that this user tutors or attends; strangers see none.

    Each knows whether the user tutors it (`is_tutor`) or holds a taken place (`attends`).
    """
    if not isinstance(user, Person):
        return Sitting.objects.none()
    tutors = Membership.objects.filter(cohort=OuterRef("cohort"), person=user, role=Membership.Role.TUTOR)
    places = Place.objects.filter(cohort=OuterRef("cohort"), person=user, state=Place.State.TAKEN)
    return (
        Sitting.objects.annotate(is_tutor=Exists(tutors), attends=Exists(places))
        .filter(Q(is_tutor=True) | Q(attends=True))
        .select_related("cohort__pack")
        .defer("cohort__pack__archive")
    )


def sitting_for(user: User, key: object) -> Sitting | None:
    """Load one sitting as this user may see it."""
    return visible_to(user).filter(pk=str(key)).first()


def activity_of(sitting: Sitting) -> Activity:
    """Give the activity in the words that people saw, also when the cohort has moved to other content since."""
    for course in _contents(sitting.cohort):
        found = course.surveys.get(sitting.activity) or course.activities.get(sitting.activity)
        if found and found.wording_hash == sitting.wording:
            return found
    raise UnknownWording(sitting.id)


def _contents(cohort: Cohort) -> Iterator[library.Course]:
    yield course_of(cohort)
    packs = Pack.objects.exclude(pk=cohort.pack_id).order_by("-added_at")
    for pack in packs.only("pk", "digest"):
        yield library.open_pinned(pack.digest, _archive_of(pack))


def _archive_of(pack: Pack) -> Callable[[], bytes]:
    return lambda: bytes(Pack.objects.values_list("archive", flat=True).get(pk=pack.pk))


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many of those asked have answered. Asked are all who attend, and who answered before they left."""

    answered: int
    asked: int


def turnouts(cohort: Cohort) -> dict[object, Turnout]:
    """Give the turnout of every sitting of a cohort, by its id (four queries)."""
    attending = taken_places(cohort).count()
    left = Count("pk", filter=~Q(place__state=Place.State.TAKEN))
    responses = Response.objects.filter(sitting__cohort=cohort)
    ballots = Ballot.objects.filter(sitting__cohort=cohort, answered=True)
    counted = dict.fromkeys(cohort.sittings.values_list("pk", flat=True), (0, 0))
    for rows in (responses, ballots):
        for sitting, answered, gone in rows.values_list("sitting").annotate(answered=Count("pk"), gone=left):
            counted[sitting] = (answered, gone)
    return {sitting: Turnout(answered, attending + gone) for sitting, (answered, gone) in counted.items()}


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who was asked, and whether they have answered; never what."""

    place: Place
    answered: bool


def who_answered(sitting: Sitting) -> list[Asked]:
    """Give everybody who was asked, by name (two queries)."""
    if sitting.linkage == Sitting.Linkage.UNLINKED:
        answered = set(sitting.ballots.filter(answered=True).values_list("place", flat=True))
    else:
        answered = set(sitting.responses.values_list("place", flat=True))
    places = (
        Place.objects.filter(cohort=sitting.cohort_id)
        .filter(Q(state=Place.State.TAKEN) | Q(pk__in=answered))
        .select_related("person")
        .order_by("person__name", "pk")
    )
    return [Asked(place, place.pk in answered) for place in places]


def has_answered(sitting: Sitting, place: Place) -> bool:
    """Whether a place has answered an unlinked sitting."""
    return sitting.ballots.filter(place=place, answered=True).exists()


@dataclass(frozen=True, slots=True)
class Line:
    """One activity of the course in one cohort: its latest sitting and those before, or none yet."""

    activity: Activity
    sitting: Sitting | None
    turnout: Turnout
    earlier: tuple[Sitting, ...]

    @property
    def may_open(self) -> bool:
        """Whether it can be put to people now: unlinked answers are asked for once in the same words."""
        if self.sitting is None:
            return True
        again = self.sitting.linkage != Sitting.Linkage.UNLINKED or self.sitting.wording != self.activity.wording_hash
        return not self.sitting.is_open and again


@dataclass(frozen=True, slots=True)
class Part:
    """The activities of one half-day, or those that belong to none."""

    title: str
    lines: tuple[Line, ...]


def programme(cohort: Cohort) -> list[Part]:
    """Give all activities of the cohort's content by half-day, then the surveys (five queries)."""
    course = course_of(cohort)
    counted = turnouts(cohort)
    sittings: dict[str, list[Sitting]] = {}
    for sitting in cohort.sittings.order_by("-round"):
        sitting.cohort = cohort
        sittings.setdefault(sitting.activity, []).append(sitting)

    def line(activity: Activity) -> Line:
        rounds = sittings.pop(activity.key, [])
        if not rounds:
            return Line(activity, None, Turnout(0, 0), ())
        return Line(activity, rounds[0], counted[rounds[0].pk], tuple(rounds[1:]))

    parts = []
    in_blocks: set[str] = set()
    for half_day in course.half_days:
        keys = dict.fromkeys(key for block in half_day.blocks for key in block.activities if key not in in_blocks)
        in_blocks |= set(keys)
        title = _("Half-day %(number)s: %(title)s") % {"number": half_day.number, "title": half_day.title}
        parts.append(Part(title, tuple(line(course.activity(key)) for key in keys)))
    others = tuple(line(activity) for key, activity in course.surveys.items() if key not in in_blocks)
    parts.append(Part(_("Before and after the course"), others))
    gone = tuple(line(activity_of(rows[0])) for rows in list(sittings.values()))
    parts.append(Part(_("From an earlier version of the course"), gone))
    return [part for part in parts if part.lines]


@dataclass(frozen=True, slots=True)
class OwnSitting:
    """A sitting as one of those who are asked sees it."""

    sitting: Sitting
    activity: Activity
    answered: bool


def own_sittings(place: Place, cohort: Cohort) -> list[OwnSitting]:
    """Give what a delegate was asked, latest first, and whether they have answered (three queries)."""
    answered = set(place.responses.values_list("sitting", flat=True))
    answered |= set(place.ballots.filter(answered=True).values_list("sitting", flat=True))
    found = []
    for sitting in cohort.sittings.order_by("-opened_at", "activity"):
        sitting.cohort = cohort
        found.append(OwnSitting(sitting, activity_of(sitting), sitting.pk in answered))
    return found


def is_receipt(sitting: Sitting, code: str) -> bool:
    """Whether a comment that may be quoted stands in the box under this code, which its writer alone knows."""
    return any(one["receipt"] and one["receipt"] == receipt_hash(code, one["part"]) for one in sitting.box.comments)
