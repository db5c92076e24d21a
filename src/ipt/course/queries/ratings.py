"""The published ratings: what cohorts said of the course, each figure with all that is needed to work it out again."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ipt.activities import FEWEST_PUBLISHED, Activity, Item, Ratings, merged
from ipt.activities.marks import sum_marks
from ipt.course.models import Ballot, Box, Cohort, Place, Sitting
from ipt.course.queries.results import figure_of, period_of
from ipt.course.queries.sittings import FEEDBACK, activity_of
from ipt.ui.parts import Figure

KEPT_FOR = 24 * 60 * 60
# Quotes come from the latest cohorts, and only so many are shown.
LATEST_COHORTS = 30
MOST_QUOTES = 12


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that their writer allowed to be quoted, and a tutor chose."""

    text: str
    by: str


@dataclass(frozen=True, slots=True)
class Published:
    """Figures over the feedback of `cohorts` cohorts; `left_out` more had fewer than five answers."""

    figures: tuple[Figure, ...]
    cohorts: int
    left_out: int


def published_ratings() -> Published:
    """Give the ratings over all cohorts whose feedback is closed (two queries when none closed since last asked)."""
    boxes = _closed_boxes()
    latest = boxes.values_list("sitting", flat=True).first()
    # Closing is final, so figures change only when another sitting closes or a cohort is deleted.
    key = f"course.ratings:{boxes.count()}:{latest}"
    found: Published | None = cache.get(key)
    if found is None:
        found = _published(list(boxes))
        cache.set(key, found, KEPT_FOR)
    return found


def ratings_of(cohort: Cohort) -> Published:
    """Give the ratings of one cohort (one query)."""
    return _published(list(_closed_boxes().filter(sitting__cohort=cohort)))


def closed_feedback() -> QuerySet[Box]:
    """Give the boxes of closed feedback for a list of cohorts, latest first, each with its half-days."""
    return _closed_boxes().prefetch_related("sitting__cohort__half_days")


def ratings_in(box: Box) -> Published:
    """Give the ratings of one cohort from its box (no query while its content is open)."""
    return _published([box])


def shown_quotes() -> tuple[Quote, ...]:
    """Give the comments chosen for the prospectus, latest cohorts first; consent is looked up each time (one query)."""
    boxes = _closed_boxes().filter(answers__gte=FEWEST_PUBLISHED)[:LATEST_COHORTS]
    quotes = [
        Quote(comment["text"], _("A delegate, %(when)s") % {"when": date_format(box.sitting.opened_at, "F Y")})
        for box in boxes
        for comment in box.comments
        if comment["shown"] and comment["consent"]
    ]
    return tuple(quotes[:MOST_QUOTES])


def _closed_boxes() -> QuerySet[Box]:
    """Give the boxes of closed feedback, latest first, each with how many people were `asked`."""
    asked = (
        Ballot.objects.filter(sitting=OuterRef("sitting"))
        .filter(Q(place__state=Place.State.TAKEN) | Q(answered=True))
        .order_by()
        .values("sitting")
        .annotate(many=Count("pk"))
        .values("many")
    )
    return (
        Box.objects.filter(
            sitting__activity=FEEDBACK, sitting__linkage=Sitting.Linkage.UNLINKED, sitting__closed_at__isnull=False
        )
        .annotate(asked=Coalesce(Subquery(asked, output_field=IntegerField()), 0))
        .select_related("sitting__cohort__pack")
        .defer("sitting__cohort__pack__archive")
        .order_by("-sitting__closed_at", "-pk")
    )


def _published(boxes: list[Box]) -> Published:
    """Sum the boxes that may be published by themselves.

    A box below five answers is left out: together with the figures of the others it would be given away.
    """
    enough = [box for box in boxes if box.answers >= FEWEST_PUBLISHED]
    if not enough:
        return Published((), 0, len(boxes))
    wordings: dict[str, Activity] = {}
    for box in enough:
        if box.sitting.wording not in wordings:
            wordings[box.sitting.wording] = activity_of(box.sitting)
    newest = wordings[enough[0].sitting.wording]
    figures = tuple(
        _figure(part, item, [box for box in enough if _asks(wordings[box.sitting.wording], part, item)])
        for part in newest.parts
        if isinstance(part, Ratings)
        for item in part.items
    )
    return Published(figures, len(enough), len(boxes) - len(enough))


def _asks(activity: Activity, part: Ratings, item: Item) -> bool:
    """Whether the activity asks for the same item on the same scale."""
    return any(
        isinstance(each, Ratings) and each.key == part.key and each.marks == part.marks and item.key in _keys(each)
        for each in activity.parts
    )


def _keys(part: Ratings) -> set[str]:
    return {item.key for item in part.items}


def _figure(part: Ratings, item: Item, boxes: list[Box]) -> Figure:
    field = f"{part.key}-{item.key}"
    enough = [box for box in boxes if _given(box.counts.get(field, {})) >= FEWEST_PUBLISHED]
    counts = merged(*({field: box.counts[field]} for box in enough)).get(field, {})
    asked = sum(_asked(box) for box in enough)
    return figure_of(item.text, sum_marks(counts, part.marks), asked, period_of(*(box.sitting for box in enough)))


def _given(marks: Mapping[str, int]) -> int:
    return sum(marks.values())


def _asked(box: Box) -> int:
    return int(getattr(box, "asked", 0))
