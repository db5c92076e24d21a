"""The story: a spring cohort that is over, one online that is full, and the main one where it was asked to stand."""

import datetime as dt
import secrets
from dataclasses import dataclass

from ipt.accounts.actions.links import make_link
from ipt.accounts.models import Link, Person
from ipt.course.actions.attendance import Mark, mark_register
from ipt.course.actions.door import knock_at, open_door
from ipt.course.actions.enrolment import Entrant, substitute
from ipt.course.actions.places import withdraw
from ipt.course.models import Attendance, Place, Sitting
from ipt.course.queries.packs import course_of
from ipt.outbox.actions import send_due
from ipt.site.demo import feedback, northgate, online
from ipt.site.demo.beginnings import spring
from ipt.site.demo.calendar import DAY, ZONE, Stage, at, main_days, online_days
from ipt.site.demo.course import prepared, taught
from ipt.site.demo.ending import certified, feedback_given, shelved
from ipt.site.demo.runs import Run, confirmed, enrolled, imported, planned, published
from ipt.site.demo.teaching import NEEDS, answered, needs_written, opened

# What is asked again from memory on the second morning, unless that morning has a question of its own.
FROM_MEMORY = "day-1-from-memory"


@dataclass(frozen=True, slots=True)
class Told:
    """Who can be followed through the story: the tutor, and one delegate with their link."""

    tutor: Person
    delegate: Person
    delegate_token: str


def tell(*, stage: Stage, content: bytes, password: str, now: dt.datetime) -> Told:
    """Tell the whole story up to now."""
    tea = spring(today=_today(now), content=content, password=password)
    _online(tea, content, now)
    run = _main(stage, tea, content, now)
    ada = run.places[northgate.ADA].person
    token = make_link(person=ada, kind=Link.Kind.PERSONAL, actor=tea, now=now)
    return Told(tea, ada, token)


def _today(now: dt.datetime) -> dt.date:
    return now.astimezone(ZONE).date()


def _online(tea: Person, content: bytes, now: dt.datetime) -> None:
    """All seats are gone, four wait, one hands their place on, one gives it up, and the next has been asked."""
    today = _today(now)
    run = planned(
        days=online_days(today),
        content=content,
        tutor=tea,
        now=at(today - 41 * DAY, "14:00"),
        where="online",
        online_link="https://meet.wharfside.example/ipt-essentials",
    )
    published(run, at(today - 40 * DAY, "09:00"))
    needs = opened(run, NEEDS, at(today - 40 * DAY, "09:05"))
    for number, who in enumerate(online.SEATED + online.WAITING):
        enrolled(run, who, at(today - (39 - number) * DAY, "12:30", 13 * number))
    instead = Entrant(name=online.INSTEAD.name, email=online.INSTEAD.email)
    taken_over = substitute(
        place=run.places.pop(online.HANDS_ON), entrant=instead, actor=tea, now=at(today - 12 * DAY, "10:20")
    )
    run.places[online.INSTEAD] = taken_over
    needs_written(run, needs, {who for who in run.places if who.lean_on} - {online.CLEO}, at(today - DAY, "21:00"))
    left = run.places[online.LEAVES]
    # The offer that this makes runs for two days, from this morning or last night.
    run.places[online.LEAVES] = withdraw(place=left, actor=left.person, now=now - dt.timedelta(hours=5))
    send_due(now)


def _main(stage: Stage, tea: Person, content: bytes, now: dt.datetime) -> Run:
    """Tell of the main cohort, as far as it has come."""
    days = main_days(stage, _today(now))
    begins = min(days[0] - 75 * DAY, _today(now) - 18 * DAY)
    run = planned(
        days=days,
        content=content,
        tutor=tea,
        now=at(begins, "15:10"),
        where="Northgate House",
        venue="The Weir Room, Northgate House, 14 Canal Street, Northmoor (first floor, step-free from the car park)",
        venue_breaks="In the hall outside the room; the kettle is ours all day.",
        venue_fire="A continuous bell. Down the stairs by the lift, and across to the towpath gate.",
        venue_wifi="Northgate-Guest, no password.",
        venue_access="Toilets on this floor, left of the lift; one is accessible. The small office is a quiet room.",
        venue_food="Lunch is not provided. The market hall is five minutes away.",
    )
    published(run, at(begins + DAY, "09:00"))
    for number, who in enumerate(northgate.EARLY):
        enrolled(run, who, at(begins + (2 + number) * DAY, "07:50", 83 * number))
    if stage == Stage.PLANNED:
        some = set(northgate.EARLY) - {northgate.ADA, northgate.NIAMH, northgate.KWAME}
        needs_written(run, opened(run, NEEDS, at(begins + DAY, "09:05")), some, now)
        return run
    enrolled(run, northgate.AGNIESZKA, at(begins + 14 * DAY, "11:15"), Place.Source.TUTOR)
    imported(run, (northgate.FARIDA, northgate.CALLUM), at(begins + 15 * DAY, "16:30"))
    confirmed(run)
    prepared(run, set(northgate.EVERYBODY) - {northgate.FARIDA})
    late = {1: {northgate.KWAME: 12}, 2: {northgate.HANNAH: 25}}
    if stage == Stage.RUNNING:
        taught(run, missed=late, until=2)
        _put_right(run)
        _second_morning(run, now)
        return run
    taught(run, absent={4: (northgate.CALLUM,)}, missed=late)
    _put_right(run)
    feedback_given(run, feedback.NORTHGATE)
    certified(run, northgate.AGNIESZKA, "Agnieszka Wrona-Lis")
    shelved(run)
    return run


def _put_right(run: Run) -> None:
    """Hannah left ten minutes early on the first day: the register is corrected, and keeps what it said before."""
    mark_register(
        half_day=run.cohort.half_days.get(number=2),
        marks=[Mark(run.places[northgate.HANNAH], present=True, minutes_missed=10)],
        source=Attendance.Source.TUTOR,
        actor=run.tutor,
        now=at(run.days[0], "17:20"),
        reason="She left at twenty past four. I had misread the sheet.",
    )


def _second_morning(run: Run, now: dt.datetime) -> None:
    """It is five to nine: the room is open, somebody is at the door, and a question is on people's telephones."""
    morning = min(now, at(run.days[1], "08:55"))
    surveys = course_of(run.cohort).surveys
    own = [key for block in course_of(run.cohort).half_days[2].blocks for key in block.activities if key not in surveys]
    asked = opened(run, own[0] if own else FROM_MEMORY, morning - dt.timedelta(minutes=6), Sitting.Mode.LIVE)
    here = [(person, place) for person, who, place in run.present() if who in northgate.EARLY[3:8]]
    answered(asked, here, morning - dt.timedelta(minutes=5))
    # From now, so that the room is open when somebody looks, at whatever time of day.
    open_door(cohort=run.cohort, actor=run.tutor, now=now)
    knock_at(cohort=run.cohort, name=northgate.BEN.name, token=secrets.token_urlsafe(24), now=now)
