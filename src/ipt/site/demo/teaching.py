"""What happens before and during the six half-days: forms, registers, activities."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from ipt.activities import Json
from ipt.course.actions.answers import answer_box, give_response
from ipt.course.actions.attendance import Mark, check_in, mark_register
from ipt.course.actions.sittings import close_sitting, open_sitting, reveal_results
from ipt.course.box import new_code
from ipt.course.models import Attendance, HalfDay, Place, Sitting
from ipt.course.queries.packs import course_of
from ipt.course.queries.sittings import activity_of
from ipt.site.demo.answers import given, rated, read
from ipt.site.demo.calendar import DAY, at
from ipt.site.demo.cast import Delegate
from ipt.site.demo.runs import Run

Source = Attendance.Source
NEEDS, OUTCOMES = "needs", "outcomes"
# How the register of each half-day is kept.
KEPT = (Source.SELF, Source.PAPER, Source.SELF, Source.TUTOR, Source.SELF, Source.TUTOR)


def opened(run: Run, activity: str, now: dt.datetime, mode: Sitting.Mode = Sitting.Mode.SELF_PACED) -> Sitting:
    """Put an activity to the cohort, unless it is open already."""
    there = run.cohort.sittings.filter(activity=activity, closed_at=None).first()
    return there or open_sitting(cohort=run.cohort, activity=activity, actor=run.tutor, now=now, mode=mode)


def closed(run: Run, sitting: Sitting, now: dt.datetime, *, revealed: bool = False) -> None:
    """Take no more answers, and show the room what came out."""
    closed_one = close_sitting(sitting=sitting, actor=run.tutor, now=now)
    if revealed:
        reveal_results(sitting=closed_one, actor=run.tutor, now=now)


def needs_written(run: Run, sitting: Sitting, people: Collection[Delegate], before: dt.datetime) -> None:
    """Let some write what they need, in one of the evenings after they were asked."""
    for number, who, place in run.present():
        if who in people and place.taken_at:
            asked = max(place.taken_at, sitting.opened_at).date()
            now = min(at(asked + DAY * (number % 4), "19:10", 7 * number), before)
            give_response(sitting=sitting, place=place, values=read(activity_of(sitting), who.needs()), now=now)


def outcomes_rated(run: Run, sitting: Sitting, rows: Sequence[Sequence[int]], now: dt.datetime) -> None:
    """Let all but one mark the seven outcomes."""
    activity = activity_of(sitting)
    for number, _who, place in run.present()[:-1]:
        values = rated(activity, rows, number)
        give_response(sitting=sitting, place=place, values=values, now=now + dt.timedelta(minutes=number))


def half_day_held(
    run: Run, number: int, *, absent: Collection[Delegate] = (), missed: Mapping[Delegate, int] | None = None
) -> None:
    """Keep the register of a half-day, and put its activities to those who are there."""
    half_day = run.cohort.half_days.get(number=number)
    _register(run, half_day, absent, missed or {})
    there = [(person, place) for person, who, place in run.present() if who not in absent]
    planned = course_of(run.cohort).half_days[number - 1]
    surveys = course_of(run.cohort).surveys
    for block in planned.blocks:
        begins = at(half_day.date, planned.starts_of(block.key).isoformat(), 2)
        for activity in block.activities:
            if activity not in surveys:
                sitting = opened(run, activity, begins, Sitting.Mode.LIVE)
                answered(sitting, there, begins)
                closed(run, sitting, begins + dt.timedelta(minutes=5), revealed=True)


def answered(sitting: Sitting, people: Sequence[tuple[int, Place]], begins: dt.datetime) -> None:
    """Let people answer, nearly all of them, each in a minute or three."""
    activity = activity_of(sitting)
    for person, place in people:
        values = given(activity, person)
        if not values or (7 * person + len(activity.key)) % 13 == 5:  # noqa: PLR2004 -- now and then somebody does not
            continue
        now = begins + dt.timedelta(seconds=40 + 11 * person)
        if sitting.linkage == Sitting.Linkage.UNLINKED:
            _into_box(sitting, place, values, now)
        else:
            give_response(sitting=sitting, place=place, values=values, now=now)


def _into_box(sitting: Sitting, place: Place, values: Mapping[str, Json], now: dt.datetime) -> None:
    answer_box(sitting=sitting, place=place, activity=activity_of(sitting), values=values, receipt=new_code(), now=now)


def _register(run: Run, half_day: HalfDay, absent: Collection[Delegate], missed: Mapping[Delegate, int]) -> None:
    """Let people mark themselves on some mornings, and the tutor mark whoever is left."""
    source = KEPT[half_day.number - 1]
    begins = half_day.starts_at(run.cohort.tz)
    marks = []
    for number, who, place in run.present():
        late = missed.get(who, 0)
        if source == Source.SELF and who not in absent and who.email:
            now = begins + dt.timedelta(minutes=late or -2 * (number % 9) - 1)
            check_in(place=place, actor=place.person, now=now.astimezone(dt.UTC))
        else:
            marks.append(Mark(place, who not in absent, late))
    seen = begins + dt.timedelta(minutes=25) if source == Source.SELF else half_day.ends_at(run.cohort.tz)
    mark_register(
        half_day=half_day,
        marks=marks,
        source=Source.TUTOR if source == Source.SELF else source,
        actor=run.tutor,
        now=seen.astimezone(dt.UTC),
    )
