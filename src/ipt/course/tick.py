"""What is due in the course: offers that run out, seats that are free, decisions that wait, knocks of yesterday."""

import datetime as dt

from ipt.course.actions.decisions import announce_decisions
from ipt.course.actions.knocks import forget_knocks
from ipt.course.actions.waiting import lapse_offers, promote_waiting
from ipt.outbox.due import Job, register


def register_jobs() -> None:
    """Register them, in this order: what an offer gives up, the next is offered in the same run."""
    register(Job("course.offers.lapse", "End offers that have run out", lapse_offers))
    register(Job("course.offers.promote", "Offer free places to those who wait", _promote))
    register(Job("course.decisions.announce", "Announce go/no-go dates", announce_decisions))
    register(Job("course.knocks.forget", "Forget who knocked a day ago", forget_knocks))


def _promote(now: dt.datetime) -> int:
    return promote_waiting(now=now)
