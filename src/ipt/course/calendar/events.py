"""One half-day as a calendar event."""

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parseaddr

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Event, vCalAddress

from ipt.accounts.models import Person
from ipt.course.models import Cohort, HalfDay
from ipt.course.queries.packs import course_of
from ipt.library import PackError


class Method(enum.StrEnum):
    """What a calendar program is to do with the events (RFC 5546)."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    PUBLISH = "PUBLISH"


@dataclass(frozen=True, slots=True)
class Words:
    """What the content says about the dates of one cohort."""

    course: str
    titles: Mapping[int, str]


def words_of(cohort: Cohort) -> Words:
    """Read the titles from the cohort's content; dates are told even where this program cannot read it."""
    try:
        course = course_of(cohort)
    except PackError:
        return Words(cohort.title, {})
    return Words(course.title, {half_day.number: half_day.title for half_day in course.half_days})


def event_of(
    half_day: HalfDay,
    cohort: Cohort,
    words: Words,
    now: dt.datetime,
    *,
    cancelled: bool,
    attendee: Person | None = None,
) -> Event:
    """Give the event of one half-day; its UID stays, its SEQUENCE rises when it moves."""
    event = Event()
    event.add("uid", f"{half_day.id}@ipt-essentials")
    event.add("dtstamp", now)
    event.add("dtstart", half_day.starts_at(cohort.tz))
    event.add("dtend", half_day.ends_at(cohort.tz))
    # Calling the whole cohort off comes after every move of its dates.
    event.add("sequence", half_day.sequence + (cohort.state == Cohort.State.CANCELLED))
    event.add("summary", _("%(course)s, half-day %(number)s") % {"course": words.course, "number": half_day.number})
    event.add("description", "\n".join(_description(half_day, cohort, words)))
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    if where := cohort.venue or cohort.online_link:
        event.add("location", where)
    if cohort.online_link:
        event.add("url", cohort.online_link)
    event["organizer"] = _address(cohort.provider, cohort.contact_email or parseaddr(settings.DEFAULT_FROM_EMAIL)[1])
    if attendee and attendee.email:
        event["attendee"] = _address(attendee.name, attendee.email)
        event["attendee"].params.update({"PARTSTAT": "ACCEPTED", "RSVP": "FALSE", "ROLE": "REQ-PARTICIPANT"})
    return event


def _description(half_day: HalfDay, cohort: Cohort, words: Words) -> list[str]:
    lines = [words.titles.get(half_day.number, ""), cohort.title]
    if cohort.venue and cohort.online_link:
        lines.append(_("Online: %(link)s") % {"link": cohort.online_link})
    if cohort.contact_email:
        lines.append(_("Questions: %(address)s") % {"address": cohort.contact_email})
    return [line for line in dict.fromkeys(lines) if line]


def _address(name: str, email: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{email}")
    address.params["CN"] = name
    return address
