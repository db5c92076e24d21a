"""What came of a sitting, as its reader may see it.

Named: its tutors see who wrote what, at any time. Confidential: nobody but the writer sees an answer; the counts
appear after closing, from five answers. Unlinked: likewise, and the comments in another order each time.
Delegates see what a tutor shows them, from five answers, and of what people wrote only the questions.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ipt.activities import (
    FEWEST_PUBLISHED,
    Activity,
    Check,
    Json,
    MarksSummary,
    NowAndThen,
    Part,
    Question,
    RatingsSummary,
    Summary,
    Text,
    Writing,
    merged,
    summarise_counts,
    tally_all,
    writings,
)
from ipt.course.models import Response, Sitting
from ipt.course.queries.sittings import Asked, activity_of, who_answered
from ipt.ui.parts import Figure

Reader = Literal["tutor", "delegate"]
_shuffle = random.SystemRandom().shuffle


@dataclass(frozen=True, slots=True)
class Comment:
    """Something that somebody wrote. `receipt` names it to whoever chooses quotes; empty: it may not be quoted."""

    text: str
    receipt: str = ""
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Rated:
    """One rated item: the published figure, and how often each mark was given."""

    figure: Figure
    marks: MarksSummary


@dataclass(frozen=True, slots=True)
class PartResult:
    """What came of one part; without a summary, `note` says why there is none."""

    part: Part
    summary: Summary | None
    comments: tuple[Comment, ...] = ()
    rated: tuple[Rated, ...] = ()
    note: str = ""
    # Also what fewer than five answered: to the tutors of a named sitting.
    whole: bool = False

    @property
    def template(self) -> str:
        """Each kind is shown in its own way."""
        return f"ui/activities/result/{self.part.kind}.html"


@dataclass(frozen=True, slots=True)
class Answer:
    """One person's answer to a named sitting."""

    name: str
    values: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Results:
    """All of it. `hidden` says why nothing is shown."""

    sitting: Sitting
    activity: Activity
    asked: tuple[Asked, ...]
    answered: int
    hidden: str
    parts: tuple[PartResult, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is stored of all answers, from responses or from the box: never shown as it is."""

    n: int
    counts: Mapping[str, Mapping[str, int]]
    comments: Mapping[str, list[Comment]]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """Who reads what came of which sitting."""

    sitting: Sitting
    reader: Reader
    asked: int

    @property
    def by_name(self) -> bool:
        """Whether the reader may see every single answer, with its name."""
        return self.sitting.linkage == Sitting.Linkage.NAMED and self.reader == "tutor"


def results_of(sitting: Sitting, reader: Reader) -> Results:
    """Give the results (at most five queries); who may ask for them is for the rules."""
    activity = activity_of(sitting)
    asked = tuple(who_answered(sitting))
    kept = _box(sitting) if sitting.linkage == Sitting.Linkage.UNLINKED else _responses(sitting, activity)
    hidden = hidden_because(sitting, kept.n, reader)
    reading = _Reading(sitting, reader, len(asked))
    parts = () if hidden else tuple(_part(part, kept, reading) for part in activity.parts)
    return Results(sitting, activity, asked, kept.n, hidden, parts, kept.answers if reading.by_name else ())


def hidden_because(sitting: Sitting, n: int, reader: Reader) -> str:
    """Say why nothing may be shown yet; empty when something may."""
    if sitting.linkage == Sitting.Linkage.NAMED and reader == "tutor":
        return "" if n else _("Nobody has answered yet.")
    if sitting.is_open and sitting.linkage != Sitting.Linkage.NAMED:
        return _("Results appear after closing, and only then.")
    if n < FEWEST_PUBLISHED:
        return _("Not shown below %(fewest)s answers, so that nobody can be recognised.") % {"fewest": FEWEST_PUBLISHED}
    return ""


def period_of(*sittings: Sitting) -> str:
    """Say from which day to which these sittings were open, where their cohorts are."""
    days = [(moment, one.cohort.tz) for one in sittings for moment in (one.opened_at, one.closed_at) if moment]
    if not days:
        return ""
    first, last = (date_format(moment.astimezone(tz), "j F Y") for moment, tz in (min(days), max(days)))
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}


def figure_of(label: str, marks: MarksSummary, asked: int, period: str) -> Figure:
    """Make the published figure: percentage = sum of marks / (answers x highest mark); none below five answers."""
    formula = _("sum of marks / (answers × %(most)s)") % {"most": marks.maximum}
    if not marks.publishable:
        return Figure(label=label, percent=None, answered=marks.n, asked=asked, formula=formula, period=period)
    worked = f"{marks.total} / ({marks.n} × {marks.maximum}) = {marks.percentage_shown}%"
    return Figure(
        label=label,
        percent=marks.percentage_shown,
        answered=marks.n,
        asked=asked,
        formula=f"{formula}: {worked}",
        period=period,
        lowest=marks.lowest,
        highest=marks.highest,
    )


def _part(part: Part, kept: _Kept, reading: _Reading) -> PartResult:
    """Give one part as far as its reader may see it."""
    if note := _kept_back(part, reading):
        return PartResult(part, None, note=note)
    summary = summarise_counts(part, kept.counts)
    if isinstance(summary, RatingsSummary):
        period = period_of(reading.sitting)
        rated = tuple(Rated(figure_of(one.text, one.marks, reading.asked, period), one.marks) for one in summary.items)
        return PartResult(part, summary, rated=rated)
    # What is counted one by one leaves out there what too few answered.
    one_by_one = isinstance(part, Text | Question | Check | NowAndThen)
    if not (reading.by_name or summary.publishable or one_by_one):
        return PartResult(part, None, note=_("Too few answered this question for it to be shown."))
    # Named words stand beside their writer's name, not twice.
    comments = [] if reading.by_name else list(kept.comments.get(part.key, ()))
    _shuffle(comments)
    return PartResult(part, summary, tuple(comments), whole=reading.by_name)


def _kept_back(part: Part, reading: _Reading) -> str:
    """Say why this part is not for this reader, if it is not."""
    if isinstance(part, Check) and reading.reader == "delegate" and reading.sitting.is_open:
        return _("The right answers appear after closing.")
    if not isinstance(part, Text):
        return ""
    if reading.sitting.linkage == Sitting.Linkage.CONFIDENTIAL:
        return _("What people wrote here, they wrote for themselves alone.")
    return _("What people wrote here is for the tutors.") if reading.reader == "delegate" else ""


def _box(sitting: Sitting) -> _Kept:
    box = sitting.box
    comments: dict[str, list[Comment]] = {}
    for one in box.comments:
        comments.setdefault(one["part"], []).append(Comment(one["text"], one["receipt"], one["shown"]))
    return _Kept(box.answers, box.counts, comments, ())


def _responses(sitting: Sitting, activity: Activity) -> _Kept:
    rows = (
        Response.objects.filter(sitting=sitting).select_related("place__person").order_by("place__person__name", "pk")
    )
    answers = tuple(Answer(row.place.person.name, row.values) for row in rows)
    counts = merged(*(tally_all(activity, answer.values) for answer in answers))
    comments: dict[str, list[Comment]] = {}
    for answer in answers:
        for key, value in answer.values.items():
            comments.setdefault(key, []).extend(map(_comment, writings(activity.part(key), value)))
    return _Kept(len(answers), counts, comments, answers)


def _comment(writing: Writing) -> Comment:
    return Comment(writing.text)
