"""A cohort on its way: planned, published, filled with people, decided on."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Unpack

from ipt.accounts.models import Person
from ipt.course.actions.cohorts import Plan, plan_cohort, publish_cohort
from ipt.course.actions.decisions import Verdict, announce_decisions, decide
from ipt.course.actions.enrolment import Entrant, ask_for_place, import_people
from ipt.course.actions.half_days import move_half_days
from ipt.course.actions.places import renew_link
from ipt.course.models import Cohort, Place
from ipt.outbox.actions import send_due
from ipt.site.demo.calendar import MONDAY, WEEK, Days, at, following
from ipt.site.demo.cast import CONTACT, PROVIDER, Delegate


@dataclass(slots=True)
class Run:
    """A cohort, who runs it, its days, and who has which place in it."""

    cohort: Cohort
    tutor: Person
    days: Days
    places: dict[Delegate, Place] = field(default_factory=dict)

    def present(self) -> list[tuple[int, Delegate, Place]]:
        """Give whoever has a seat, numbered in the order in which they asked."""
        taken = [(who, place) for who, place in self.places.items() if place.state == Place.State.TAKEN]
        return [(number, who, place) for number, (who, place) in enumerate(taken)]

    def attending(self) -> list[tuple[int, Place]]:
        """Give each seat with the number of who has it."""
        return [(number, place) for number, _who, place in self.present()]


def planned(*, days: Days, content: bytes, tutor: Person, now: dt.datetime, where: str, **plan: Unpack[Plan]) -> Run:
    """Plan a cohort for its days; its title says when and where."""
    plan["title"] = f"{days[0]:%B %Y}, {where}"
    plan["decide_on"] = following(MONDAY, days[0] - 2 * WEEK)
    plan["provider"], plan["contact_email"] = PROVIDER, CONTACT
    cohort = plan_cohort(first_day=days[0], content=content, actor=tutor, now=now, **plan)
    times = {
        half_day.number: (days[(half_day.number - 1) // 2], half_day.starts) for half_day in cohort.half_days.all()
    }
    move_half_days(cohort=cohort, times=times, actor=tutor, now=now)
    return Run(cohort, tutor, days)


def published(run: Run, now: dt.datetime) -> None:
    """Open it for enrolment."""
    run.cohort = publish_cohort(cohort=run.cohort, actor=run.tutor, now=now)


def enrolled(run: Run, who: Delegate, now: dt.datetime, source: Place.Source = Place.Source.LINK) -> Place:
    """Let somebody ask for a place; the tutor makes a link for those who have no e-mail address."""
    by_hand = source == Place.Source.TUTOR
    asked = ask_for_place(
        cohort=run.cohort, entrant=_entrant(who), source=source, actor=run.tutor if by_hand else None, now=now
    )
    run.places[who] = asked.place
    if not who.email:
        renew_link(place=asked.place, actor=run.tutor, now=now)
    send_due(now)
    return asked.place


def imported(run: Run, people: tuple[Delegate, ...], now: dt.datetime) -> None:
    """Take in a list that an employer sent."""
    entrants = [_entrant(who) for who in people]
    places = import_people(cohort=run.cohort, entrants=entrants, actor=run.tutor, now=now)
    run.places.update(zip(people, places, strict=True))
    send_due(now)


def confirmed(run: Run, note: str = "") -> None:
    """On the day that was set, tell the tutor that a decision is due; let them say go."""
    announced = at(run.cohort.decide_on, "09:00")
    announce_decisions(announced)
    send_due(announced)
    now = at(run.cohort.decide_on, "11:40")
    run.cohort = decide(cohort=run.cohort, verdict=Verdict.GO, note=note, actor=run.tutor, now=now)
    send_due(now)


def _entrant(who: Delegate) -> Entrant:
    return Entrant(name=who.name, email=who.email, adjustment=who.adjustment)
