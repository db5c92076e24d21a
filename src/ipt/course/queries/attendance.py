"""Who was there: registers, and one person's record."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from ipt.course.models import Attendance, Cohort, HalfDay, Place
from ipt.course.queries.places import taken_places

# People may check themselves in from half an hour before the start until the end.
EARLY = dt.timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Register:
    """All marks of a cohort: `marks[place id][half-day number]` is the mark that stands."""

    half_days: tuple[HalfDay, ...]
    places: tuple[Place, ...]
    marks: Mapping[UUID, Mapping[int, Attendance]]

    def mark(self, place: Place, half_day: HalfDay) -> Attendance | None:
        """Give the mark that stands, or None where nothing has been marked."""
        return self.marks.get(place.id, {}).get(half_day.number)


def register_of(cohort: Cohort) -> Register:
    """Load the whole register in three queries, whatever the size of the cohort."""
    marks: dict[UUID, dict[int, Attendance]] = {}
    standing = Attendance.objects.filter(place__cohort=cohort, is_current=True).select_related("half_day")
    for mark in standing:
        marks.setdefault(mark.place_id, {})[mark.half_day.number] = mark
    return Register(tuple(cohort.half_days.all()), tuple(taken_places(cohort)), marks)


def marks_of(place: Place) -> dict[int, Attendance]:
    """Give the marks that stand for one place, by half-day number; a substitute has only their own."""
    standing = place.attendance.filter(is_current=True).select_related("half_day")
    return {mark.half_day.number: mark for mark in standing}


def history_of(half_day: HalfDay) -> list[Attendance]:
    """Give every mark of a half-day that was corrected or corrects another, oldest first."""
    marks = Attendance.objects.filter(half_day=half_day).select_related("place__person", "corrects")
    trail = [mark for mark in marks.order_by("marked_at", "id") if mark.corrects_id or not mark.is_current]
    return sorted(trail, key=lambda mark: (mark.place.person.name, mark.marked_at))


def half_day_now(cohort: Cohort, now: dt.datetime) -> HalfDay | None:
    """Give the half-day that people may check themselves in to at this moment."""
    for half_day in cohort.half_days.all():
        if half_day.starts_at(cohort.tz) - EARLY <= now <= half_day.ends_at(cohort.tz):
            return half_day
    return None
