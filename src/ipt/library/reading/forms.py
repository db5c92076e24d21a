"""The minutes of forms that people bear, and the order of the last afternoon."""

from collections.abc import Iterator

from ipt.activities import Activity, NowAndThen, Plan
from ipt.library.values import BlockKind, Course, HalfDay

MOST = {"before the course": 10, "on day 3": 15, "at a follow-up": 5}  # minutes in all

Fault = tuple[str, str]  # what was found, what was expected


def faults_of_forms(course: Course) -> Iterator[Fault]:
    """Nothing where the course names no forms."""
    forms = course.forms
    asked = {**course.activities, **course.surveys}
    for (when, most), keys in zip(MOST.items(), (forms.before, forms.day_3, forms.follow_up), strict=True):
        minutes = [asked[key].minutes for key in keys if key in asked]
        if None in minutes:
            yield f"a form {when} without minutes", "minutes for each"
        elif (total := sum(filter(None, minutes))) > most:
            yield f"{total} minutes of forms {when}", f"at most {most}"
    if forms.day_3 and course.half_days:
        yield from _last_day(course.half_days[-1], forms.day_3, asked)
        if [part for key in forms.day_3 for part in _sheets(asked.get(key))] != [_outcomes(course)]:
            yield "no one sheet of the seven outcomes on day 3", "now and looking back as two columns of one sheet"


def _last_day(last: HalfDay, forms: tuple[str, ...], asked: dict[str, Activity]) -> Iterator[Fault]:
    """Inside the timetable: the plan first, then the forms, the goodbye round last."""
    holding = {key: place for place, block in enumerate(last.blocks) for key in block.activities}
    plans = [place for key, place in holding.items() if _has_plan(asked.get(key))]
    if not all(key in holding for key in forms):
        yield "a form of day 3 outside the last half-day", "forms inside the timetable"
    elif not plans or max(plans) > min(holding[key] for key in forms):
        yield "forms on day 3 before the plan", "the plan first"
    elif last.blocks[-1].kind is not BlockKind.CLOSING:
        yield f'the block "{last.blocks[-1].key}" at the end of day 3', "the goodbye round last"


def _has_plan(activity: Activity | None) -> bool:
    return activity is not None and any(isinstance(part, Plan) for part in activity.parts)


def _sheets(activity: Activity | None) -> Iterator[list[str]]:
    """The items of each two-column sheet."""
    for part in activity.parts if activity else ():
        if isinstance(part, NowAndThen):
            yield [item.key for item in part.items]


def _outcomes(course: Course) -> list[str]:
    return [outcome.key for outcome in course.outcomes]
