"""What a delegate does next: always exactly one thing; and the six half-days as steps of a way."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ipt.course.models import Cohort, HalfDay, Place, Sitting
from ipt.course.queries.degree import DegreeLine, degree_line
from ipt.course.queries.delegate import Attending
from ipt.course.queries.needs import NEEDS
from ipt.course.queries.sittings import FEEDBACK, activity_of
from ipt.course.queries.timetable import moments_of
from ipt.course.queries.venue import Lines, venue_lines
from ipt.ui.parts import State, Step


@dataclass(frozen=True, slots=True)
class DelegateStep:
    """One thing to do; with `checks_in` the button marks the person as there instead of leading to a page."""

    title: str
    text: str
    url: str = ""
    label: str = ""
    note: str = ""
    checks_in: bool = False


@dataclass(frozen=True, slots=True)
class AlsoOpen:
    """Something else that may be answered now."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class DelegateHome:
    """The first page of a delegate: one course with its next step; their other courses by name."""

    one: Attending
    step: DelegateStep
    steps: tuple[Step, ...]
    also_open: tuple[AlsoOpen, ...]
    degree: DegreeLine | None
    room: Lines
    others: tuple[Attending, ...]


def home_of(one: Attending, now: dt.datetime, others: Sequence[Attending] = ()) -> DelegateHome:
    """Put the page together (no query)."""
    step = delegate_step(one, now)
    links = ((sitting, reverse("course:sitting", args=[sitting.id])) for sitting in one.unanswered)
    also = tuple(AlsoOpen(activity_of(sitting).title, url) for sitting, url in links if url != step.url)
    room = venue_lines(one.cohort) if one.place.state == Place.State.TAKEN else []
    steps = tuple(half_day_steps(one, now))
    return DelegateHome(one, step, steps, also, degree_line(one, now), room, tuple(others))


def delegate_step(one: Attending, now: dt.datetime) -> DelegateStep:
    """Choose the step by where the place, the cohort and the clock stand (no query)."""
    place, cohort = one.place, one.cohort
    if place.state != Place.State.TAKEN:
        return _not_taken(place, cohort)
    if cohort.state == Cohort.State.CANCELLED:
        return DelegateStep(
            _("This course was cancelled"),
            _("Your place has ended with it. Other dates, where there are any, stand in the prospectus."),
            reverse("course:prospectus"),
            _("See other dates"),
        )
    here = one.on_now(now)
    if here and one.mark(here) is None:
        return _check_in(one, here)
    if one.unanswered:
        return _answer(one.unanswered[-1])  # the latest: what the room is asked now
    if here:
        return _in_the_room(one, here, now)
    coming = one.coming(now)
    return _come(one, coming, now) if coming else _after(one)


def _not_taken(place: Place, cohort: Cohort) -> DelegateStep:
    page = reverse("course:place", args=[place.id])
    if place.state == Place.State.OFFERED and place.offered_until:
        until = date_format(place.offered_until.astimezone(cohort.tz), "l j F, H:i")
        return DelegateStep(
            _("A place is offered to you"),
            _("It is kept for you until %(until)s. After that it goes to the next person who waits.")
            % {"until": until},
            page,
            _("Take the place or decline"),
        )
    return DelegateStep(
        _("You are on the waiting list"),
        _("There is nothing to do: when a place is free you are told, and it is kept for you for some time."),
        page,
        _("See where you stand"),
    )


def _check_in(one: Attending, half_day: HalfDay) -> DelegateStep:
    return DelegateStep(
        _("Check in"),
        _("%(which)s: %(title)s.") % {"which": one.which(half_day), "title": one.title_of(half_day)},
        reverse("course:check_in", args=[one.place.id]),
        _("I am here"),
        when_and_where(one, half_day),
        checks_in=True,
    )


def _answer(sitting: Sitting) -> DelegateStep:
    """Ask for what is open; the two surveys have words of their own."""
    activity = activity_of(sitting)
    minutes = _("About %(minutes)s minutes.") % {"minutes": activity.minutes} if activity.minutes else ""
    page = reverse("course:sitting", args=[sitting.id])
    if sitting.activity == NEEDS:
        text = _("Where you work, what you hope for: your tutor chooses examples and minutes to suit this group.")
        return DelegateStep(_("Tell your tutor what you need"), text, page, _("Answer the questions"), minutes)
    if sitting.activity == FEEDBACK:
        text = _("It goes into a box without your name and cannot be linked to you.")
        return DelegateStep(_("Give your feedback"), text, page, _("Give feedback"), minutes)
    return DelegateStep(activity.title, _("This is open now."), page, _("Answer"), minutes)


def _in_the_room(one: Attending, half_day: HalfDay, now: dt.datetime) -> DelegateStep:
    """Lead to the materials of the block that is on, else to the timetable."""
    timetable = f"{reverse('course:timetable', args=[one.cohort.id])}#half-day-{half_day.number}"
    content = one.course.half_days[half_day.number - 1]
    moments = moments_of(half_day, content, one.cohort)
    block = next((moment.block for moment in moments if moment.starts <= now < moment.ends), None)
    note = when_and_where(one, half_day)
    if block is None:
        text = _("You are checked in. It begins in a moment.")
        return DelegateStep(one.title_of(half_day), text, timetable, _("Open the timetable"), note)
    if block.module:
        page = reverse("course:block", args=[one.cohort.id, block.key])
        return DelegateStep(block.title, block.summary, page, _("Read along"), note)
    return DelegateStep(block.title, block.summary, timetable, _("Open the timetable"), note)


def _come(one: Attending, half_day: HalfDay, now: dt.datetime) -> DelegateStep:
    tz = one.cohort.tz
    begins = half_day.starts_at(tz)
    today = begins.date() == now.astimezone(tz).date()
    title = _("Today at %(time)s") if today else _("Come on %(day)s")
    words = {"time": date_format(begins, "H:i"), "day": date_format(begins, "l j F")}
    text = _("%(which)s: %(title)s.") % {"which": one.which(half_day), "title": one.title_of(half_day)}
    if one.cohort.state == Cohort.State.OPEN:
        decided = date_format(one.cohort.decide_on, "l j F")
        text += " " + _("Whether it goes ahead is decided by %(day)s; you will be told.") % {"day": decided}
    timetable = reverse("course:timetable", args=[one.cohort.id])
    return DelegateStep(title % words, text, timetable, _("See the timetable"), when_and_where(one, half_day))


def _after(one: Attending) -> DelegateStep:
    if one.certificate:
        return DelegateStep(
            _("Your certificate is ready"),
            _("It states what you attended, with its hours and a number that anybody can check."),
            reverse("course:certificate_pdf", args=[one.certificate.id]),
            _("Open the certificate (PDF)"),
        )
    return DelegateStep(
        _("The six half-days are over"),
        _("Your tutor issues the certificates once the register is complete."),
        reverse("course:standing", args=[one.place.id]),
        _("See your attendance"),
    )


def when_and_where(one: Attending, half_day: HalfDay) -> str:
    """Say it in one line: “Tuesday 24 November, 09:30 to 12:30 · Room 4”."""
    tz = one.cohort.tz
    starts, ends = half_day.starts_at(tz), half_day.ends_at(tz)
    when = _("%(day)s, %(starts)s to %(ends)s") % {
        "day": date_format(starts, "l j F"),
        "starts": date_format(starts, "H:i"),
        "ends": date_format(ends, "H:i"),
    }
    return f"{when} · {one.cohort.venue or _('online')}"


def half_day_steps(one: Attending, now: dt.datetime) -> list[Step]:
    """Give the six half-days, each with its day, its time, the person's mark and the way to its materials."""
    timetable = reverse("course:timetable", args=[one.cohort.id])
    return [
        Step(
            f"{one.which(half_day)}: {one.title_of(half_day)}",
            _state(one, half_day, now),
            _note(one, half_day),
            f"{timetable}#half-day-{half_day.number}",
        )
        for half_day in one.half_days
    ]


def _state(one: Attending, half_day: HalfDay, now: dt.datetime) -> State:
    if half_day == one.on_now(now):
        return "now"
    return "done" if half_day.ends_at(one.cohort.tz) < now else "later"


def _note(one: Attending, half_day: HalfDay) -> str:
    tz = one.cohort.tz
    when = date_format(half_day.starts_at(tz), "D j M, H:i") + "–" + date_format(half_day.ends_at(tz), "H:i")
    mark = one.mark(half_day)
    if mark is None:
        return when
    if not mark.present:
        return f"{when} · {_('you were not there')}"
    if mark.minutes_missed:
        return f"{when} · {_('you were there, and missed %(n)s minutes') % {'n': mark.minutes_missed}}"
    return f"{when} · {_('you were there')}"
