"""Events put together into what a message carries, and into what a calendar program fetches."""

import datetime as dt
from collections.abc import Iterable, Sequence

from icalendar import Calendar

from ipt.accounts.models import Person
from ipt.course.calendar.events import Method, event_of, words_of
from ipt.course.calendar.zones import timezone_of
from ipt.course.models import Cohort, HalfDay, Place

PRODUCT = "-//IPT Essentials//Course dates//EN"


def invitation(
    cohort: Cohort, half_days: Sequence[HalfDay], method: Method, now: dt.datetime, attendee: Person | None = None
) -> str:
    """Give one calendar for each half-day, one after the other: a request is for one event (RFC 5546, 3.2.2)."""
    words = words_of(cohort)
    calendars = []
    for half_day in half_days:
        calendar = _calendar(method)
        _add_zones(calendar, [(cohort, half_day)])
        cancelled = method is Method.CANCEL
        calendar.add_component(event_of(half_day, cohort, words, now, cancelled=cancelled, attendee=attendee))
        calendars.append(_text(calendar))
    return "".join(calendars)


def feed(places: Iterable[Place], now: dt.datetime) -> str:
    """Give the dates of one person's places as one calendar; the half-days of a place that ended are cancelled.

    Whoever only waits, or was only offered a place, has no dates yet.
    """
    dated = _one_a_cohort(place for place in places if has_dates(place))
    days = [(place, half_day) for place in dated for half_day in place.cohort.half_days.all()]
    calendar = _calendar(Method.PUBLISH)
    calendar.add("x-wr-calname", dated[0].cohort.title if len(dated) == 1 else "IPT Essentials")
    calendar.add("refresh-interval", dt.timedelta(hours=6), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    _add_zones(calendar, [(place.cohort, half_day) for place, half_day in days])
    words = {place.cohort_id: words_of(place.cohort) for place in dated}
    for place, half_day in days:
        gone = place.state != Place.State.TAKEN or place.cohort.state == Cohort.State.CANCELLED
        calendar.add_component(event_of(half_day, place.cohort, words[place.cohort_id], now, cancelled=gone))
    return _text(calendar)


def has_dates(place: Place) -> bool:
    """Whether the half-days are, or once were, this person's."""
    return place.taken_at is not None


def _one_a_cohort(places: Iterable[Place]) -> list[Place]:
    """Keep one place a cohort, the taken one first: whoever left and came back has each half-day once."""
    chosen: dict[object, Place] = {}
    for place in places:
        known = chosen.get(place.cohort_id)
        if known is None or place.state == Place.State.TAKEN:
            chosen[place.cohort_id] = place
    return list(chosen.values())


def _calendar(method: Method) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method.value)
    return calendar


def _text(calendar: Calendar) -> str:
    """Write it out, with its lines folded and ended as RFC 5545 wants them."""
    text: bytes = calendar.to_ical()
    return text.decode()


def _add_zones(calendar: Calendar, days: Sequence[tuple[Cohort, HalfDay]]) -> None:
    """Add each zone once, for the years in which something happens there; UTC needs none."""
    years: dict[str, list[int]] = {}
    zones = {cohort.zone: cohort.tz for cohort, _half_day in days}
    for cohort, half_day in days:
        years.setdefault(cohort.zone, []).append(half_day.date.year)
    for zone, when in sorted(years.items()):
        if zone != "UTC":
            calendar.add_component(timezone_of(zones[zone], min(when), max(when)))
