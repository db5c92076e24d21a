"""Every kind of message as this cohort's people would get it, addressed to somebody who does not exist."""

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise

from ipt.course.calendar import Method
from ipt.course.mail.facts import facts_of
from ipt.course.mail.kinds import KINDS
from ipt.course.mail.letters import compose
from ipt.course.models import Cohort, Place
from ipt.course.queries.certificates import verify_address
from ipt.outbox.queries import masked

FICTIONAL = "Robin Example"
NUMBER = "IPT-SAMPLE"


@dataclass(frozen=True, slots=True)
class Sample:
    """One kind of message, ready to be read."""

    name: str
    label: Promise
    subject: str
    body: str
    method: Method | None


def samples(cohort: Cohort, now: dt.datetime) -> list[Sample]:
    """Give them all; nothing is written."""
    facts = facts_of(cohort)
    more: dict[str, object] = {
        "until": facts.moment(now + dt.timedelta(hours=cohort.hold_hours)),
        "state": Place.State.TAKEN.value,
        "moved": facts.days(facts.half_days[:1]),
        "taken": cohort.least,
        "offered": 0,
        "waiting": 2,
        "number": NUMBER,
        "verify": verify_address(NUMBER),
        "reason": "…",
    }
    found = []
    for kind in KINDS:
        draft = compose(kind, facts, FICTIONAL, more, calendar=str(kind.method or ""))
        found.append(Sample(kind.name, kind.label, draft.subject, masked(draft.body), kind.method))
    return found
