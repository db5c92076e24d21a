"""A short, true VTIMEZONE: the rules of a zone for the years of a course, and no others."""

import datetime as dt
import zoneinfo
from collections.abc import Iterator

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard


def timezone_of(tz: zoneinfo.ZoneInfo, first_year: int, last_year: int) -> Timezone:
    """Give the zone as it is on New Year of the first year, and each change of its clocks up to the end of the last."""
    component = Timezone()
    component.add("tzid", tz.key)
    start = dt.datetime(first_year, 1, 1, tzinfo=dt.UTC)
    component.add_component(_observance(tz, start, start))
    for change in changes(tz, start, dt.datetime(last_year + 1, 1, 1, tzinfo=dt.UTC)):
        component.add_component(_observance(tz, change - dt.timedelta(seconds=1), change))
    return component


def changes(tz: zoneinfo.ZoneInfo, start: dt.datetime, end: dt.datetime) -> Iterator[dt.datetime]:
    """Give the instants in which the clocks of a zone change: found by looking, hour by hour where a day differs."""
    day = start
    while day < end:
        following = day + dt.timedelta(days=1)
        if _rule(tz, day) != _rule(tz, following):
            yield _first_with(tz, day, following)
        day = following


def _first_with(tz: zoneinfo.ZoneInfo, before: dt.datetime, after: dt.datetime) -> dt.datetime:
    """Halve the time between two instants with different rules until the second of the change is found."""
    low, high, new = 0, int((after - before).total_seconds()), _rule(tz, after)
    while high - low > 1:
        middle = (low + high) // 2
        if _rule(tz, before + dt.timedelta(seconds=middle)) == new:
            high = middle
        else:
            low = middle
    return before + dt.timedelta(seconds=high)


def _rule(tz: zoneinfo.ZoneInfo, instant: dt.datetime) -> tuple[dt.timedelta | None, str | None]:
    local = instant.astimezone(tz)
    return local.utcoffset(), local.tzname()


def _observance(
    tz: zoneinfo.ZoneInfo, before: dt.datetime, instant: dt.datetime
) -> TimezoneStandard | TimezoneDaylight:
    """Say which offset holds from an instant on, told by the clock as it stood before (RFC 5545, 3.6.5)."""
    local = instant.astimezone(tz)
    old = before.astimezone(tz).utcoffset() or dt.timedelta()
    observance = TimezoneDaylight() if (local.dst() or dt.timedelta()) > dt.timedelta() else TimezoneStandard()
    # New Year itself is told as a local date, so that a half-day on 1 January lies after it in any zone.
    start = instant.replace(tzinfo=None) if before == instant else (instant + old).replace(tzinfo=None)
    observance.add("dtstart", start)
    observance.add("tzoffsetfrom", old)
    observance.add("tzoffsetto", local.utcoffset() or dt.timedelta())
    observance.add("tzname", local.tzname() or tz.key)
    return observance
