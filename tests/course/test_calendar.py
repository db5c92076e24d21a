"""Six half-days in anybody's calendar: right by the clock, the same under every change, gone when cancelled."""

import datetime as dt

import icalendar
import pytest

from ipt.accounts.models import Person
from ipt.course.calendar import Method, feed, invitation
from ipt.course.models import Cohort, HalfDay, Place
from tests import builders
from tests.course.rfc5545 import Component, instant, read


def half_days(cohort: Cohort) -> list[HalfDay]:
    return list(cohort.half_days.all())


def events_of(text: str) -> list[tuple[Component, Component]]:
    return [(calendar, event) for calendar in read(text) for event in calendar.all("VEVENT")]


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC"])
@pytest.mark.parametrize("first", [dt.date(2027, 3, 27), dt.date(2026, 10, 24), dt.date(2026, 12, 31)])
def test_times_are_right_over_both_changes_of_the_clocks(tea: Person, zone: str, first: dt.date) -> None:
    cohort = builders.a_cohort(tea, first=first)
    cohort.zone = zone
    days = half_days(cohort)
    for text in (
        invitation(cohort, days, Method.REQUEST, builders.NOW),
        feed([Place(cohort=cohort, state=Place.State.TAKEN, taken_at=builders.NOW)], builders.NOW),
    ):
        told = [(instant(*pair, "DTSTART"), instant(*pair, "DTEND")) for pair in events_of(text)]
        assert told == [(day.starts_at(cohort.tz), day.ends_at(cohort.tz)) for day in days]
        by_library = [
            (event.start, event.end)
            for calendar in icalendar.Calendar.from_ical(text, multiple=True)
            for event in calendar.events
        ]
        assert by_library == told


def test_the_morning_after_the_clocks_change_is_an_hour_earlier_in_utc(tea: Person) -> None:
    cohort = builders.a_cohort(tea, first=dt.date(2027, 3, 27))
    starts = [
        instant(*pair, "DTSTART")
        for pair in events_of(invitation(cohort, half_days(cohort), Method.REQUEST, builders.NOW))
    ]
    assert [f"{start:%d %H:%M}" for start in starts] == [
        "27 09:30",
        "27 13:30",
        "28 08:30",
        "28 12:30",
        "29 08:30",
        "29 12:30",
    ]


def test_the_zone_is_short_and_says_when_its_clocks_change(tea: Person) -> None:
    cohort = builders.a_cohort(tea, first=dt.date(2027, 3, 27))
    [zone] = read(invitation(cohort, half_days(cohort)[:1], Method.REQUEST, builders.NOW))[0].all("VTIMEZONE")
    rules = [
        (
            rule.name,
            rule.values["DTSTART"],
            rule.values["TZOFFSETFROM"],
            rule.values["TZOFFSETTO"],
            rule.values["TZNAME"],
        )
        for rule in zone.inside
    ]
    assert rules == [
        ("STANDARD", "20270101T000000", "+0000", "+0000", "GMT"),
        ("DAYLIGHT", "20270328T010000", "+0000", "+0100", "BST"),
        ("STANDARD", "20271031T020000", "+0100", "+0000", "GMT"),
    ]


def test_a_request_is_one_event_a_calendar(cohort: Cohort, ada: Person) -> None:
    days = half_days(cohort)
    calendars = read(invitation(cohort, days, Method.REQUEST, builders.NOW, ada))
    assert [calendar.values["METHOD"] for calendar in calendars] == ["REQUEST"] * 6
    events = [calendar.all("VEVENT") for calendar in calendars]
    assert [[event.values["UID"] for event in each] for each in events] == [
        [f"{day.id}@ipt-essentials"] for day in days
    ]
    first = events[0][0]
    assert first.values["ATTENDEE"] == "mailto:ada@example.org"
    assert first.values["ORGANIZER"].startswith("mailto:")
    assert first.text("LOCATION") == "Room 4, Northside House"
    assert (first.values["STATUS"], first.values["SEQUENCE"], first.values["DTSTAMP"]) == (
        "CONFIRMED",
        "0",
        "20261123T090000Z",
    )


def test_a_moved_half_day_keeps_its_name_and_raises_its_sequence(cohort: Cohort) -> None:
    day = half_days(cohort)[2]
    before = events_of(invitation(cohort, [day], Method.REQUEST, builders.NOW))
    day.date, day.starts, day.sequence = dt.date(2026, 12, 1), dt.time(10), 1
    after = events_of(invitation(cohort, [day], Method.REQUEST, builders.NOW))
    assert before[0][1].values["UID"] == after[0][1].values["UID"]
    assert [pair[0][1].values["SEQUENCE"] for pair in (before, after)] == ["0", "1"]
    assert instant(*after[0], "DTSTART") == dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC)


def test_a_cancelled_cohort_cancels_its_events_for_everybody(cohort: Cohort, ada: Person) -> None:
    cohort.state = Cohort.State.CANCELLED
    for text in (
        invitation(cohort, half_days(cohort), Method.CANCEL, builders.NOW),
        feed([Place(cohort=cohort, state=Place.State.TAKEN, taken_at=builders.NOW)], builders.NOW),
    ):
        events = [event for _calendar, event in events_of(text)]
        assert [(event.values["STATUS"], event.values["SEQUENCE"]) for event in events] == [("CANCELLED", "1")] * 6


def test_a_place_that_ended_has_cancelled_events_and_a_waiting_one_none(cohort: Cohort) -> None:
    gone = Place(cohort=cohort, state=Place.State.WITHDRAWN, taken_at=builders.NOW)
    waiting = Place(cohort=cohort, state=Place.State.WAITING)
    [calendar] = read(feed([gone], builders.NOW))
    assert calendar.values["METHOD"] == "PUBLISH"
    assert [event.values["STATUS"] for event in calendar.all("VEVENT")] == ["CANCELLED"] * 6
    assert events_of(feed([waiting], builders.NOW)) == []


def test_whoever_left_and_came_back_has_each_half_day_once(cohort: Cohort) -> None:
    gone = Place(cohort=cohort, state=Place.State.WITHDRAWN, taken_at=builders.NOW)
    back = Place(cohort=cohort, state=Place.State.TAKEN, taken_at=builders.NOW)
    for places in ([gone, back], [back, gone]):
        events = [event for _calendar, event in events_of(feed(places, builders.NOW))]
        assert [event.values["STATUS"] for event in events] == ["CONFIRMED"] * 6


def test_names_of_any_script_and_length_are_folded_and_escaped(cohort: Cohort, ada: Person) -> None:
    cohort.venue = "Käthe-Kollwitz-Haus, 3rd floor; ring “IPT”: " + "会議室" * 20
    cohort.provider = 'Northside "Learning"; Ltd, 学習'
    cohort.online_link = "https://meet.example.org/" + "x" * 120
    [first, *_rest] = [
        event
        for _calendar, event in events_of(invitation(cohort, half_days(cohort), Method.REQUEST, builders.NOW, ada))
    ]
    assert first.text("LOCATION") == cohort.venue
    assert first.values["URL"] == cohort.online_link
    assert cohort.online_link in first.text("DESCRIPTION")


def test_an_event_says_what_the_half_day_is_about(tea: Person) -> None:
    cohort = builders.a_cohort(tea, pack=builders.the_pack())
    events = [
        event for _calendar, event in events_of(invitation(cohort, half_days(cohort), Method.REQUEST, builders.NOW))
    ]
    assert [event.text("SUMMARY") for event in events] == [
        f"IPT Essentials, half-day {number}" for number in range(1, 7)
    ]
    titles = [event.text("DESCRIPTION").split("\n")[0] for event in events]
    assert len(set(titles)) == 6
