"""When things happen in the story, reckoned from today."""

import datetime as dt
import enum
import zoneinfo

ZONE = zoneinfo.ZoneInfo("Europe/London")
MONDAY, TUESDAY, WEDNESDAY, FRIDAY = 0, 1, 2, 4
WEEK = dt.timedelta(days=7)
DAY = dt.timedelta(days=1)
Days = tuple[dt.date, dt.date, dt.date]


class Stage(enum.StrEnum):
    """Where the main cohort stands."""

    PLANNED = "planned"
    RUNNING = "running"
    FINISHED = "finished"


def at(day: dt.date, clock: str, minutes: int = 0) -> dt.datetime:
    """Give a moment of a day, by the clock on the wall, and some minutes later."""
    local = dt.datetime.combine(day, dt.time.fromisoformat(clock), tzinfo=ZONE)
    return local.astimezone(dt.UTC) + dt.timedelta(minutes=minutes)


def following(weekday: int, day: dt.date) -> dt.date:
    """Give the first such weekday from a day on."""
    return day + DAY * ((weekday - day.weekday()) % 7)


def clear_of_christmas(day: dt.date) -> dt.date:
    """Give a day on which a course of three weeks can begin: none does shortly before Christmas."""
    begins, over = dt.date(day.year, 12, 1), dt.date(day.year + 1, 1, 6)
    return over if begins <= day else day


def working(day: dt.date) -> dt.date:
    """Give this day, or the Monday after it."""
    return day if day.weekday() <= FRIDAY else following(MONDAY, day)


def main_days(stage: Stage, today: dt.date) -> Days:
    """Give the days of the main cohort: one, then a week later two in a row. While it runs, today is the second."""
    match stage:
        case Stage.PLANNED:
            second = following(TUESDAY, clear_of_christmas(today + 5 * WEEK)) + WEEK
        case Stage.RUNNING:
            second = today
        case Stage.FINISHED:
            second = following(TUESDAY, today - 5 * WEEK)
    return working(second - WEEK), second, working(second + DAY)


def spring_days(today: dt.date) -> Days:
    """Give three days in a row in the last April that is well past."""
    june = 6
    year = today.year if today.month >= june else today.year - 1
    first = following(TUESDAY, dt.date(year, 4, 14))
    return first, first + DAY, first + 2 * DAY


def online_days(today: dt.date) -> Days:
    """Give a Wednesday of three weeks, beginning in a month."""
    first = following(WEDNESDAY, clear_of_christmas(today + 30 * DAY))
    return first, first + WEEK, first + 2 * WEEK
