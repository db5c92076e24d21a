"""How it began: Olu sets everything up and plans the first cohort, Tea comes and runs it."""

import datetime as dt

from ipt.accounts.actions.people import claim_account, make_first_operator
from ipt.accounts.models import Person
from ipt.accounts.queries.links import person_for_token
from ipt.course.actions.tutors import appoint_tutor, remove_tutor
from ipt.outbox.actions import send_due
from ipt.site.demo import feedback, harbour
from ipt.site.demo.calendar import DAY, at, spring_days
from ipt.site.demo.cast import OLU, TEA
from ipt.site.demo.course import prepared, taught
from ipt.site.demo.ending import certified, feedback_given, shelved
from ipt.site.demo.runs import Run, confirmed, enrolled, planned, published


def spring(*, today: dt.date, content: bytes, password: str) -> Person:
    """Run the first cohort from first to last, and give its tutor."""
    days = spring_days(today)
    begins = days[0] - 80 * DAY
    olu = make_first_operator(name=OLU.name, email=OLU.email, password=password, now=at(begins, "09:10"))
    run = planned(
        days=days,
        content=content,
        tutor=olu,
        now=at(begins, "10:00"),
        where="Harbour House",
        venue="The Chart Room, Harbour House, 3 Quay Row, Eastholme (second floor, with a lift)",
    )
    run.tutor = _tea_comes(run, olu, password, begins + DAY)
    published(run, at(begins + 5 * DAY, "12:00"))
    for number, who in enumerate(harbour.EVERYBODY):
        enrolled(run, who, at(begins + (7 + 3 * number) * DAY, "08:20", 47 * number))
    confirmed(run)
    prepared(run, harbour.EVERYBODY[:-1])
    taught(run, absent={5: (harbour.OWEN,)}, missed={2: {harbour.SAM: 8}})
    feedback_given(run, feedback.HARBOUR)
    certified(run, harbour.BRONWEN, "Bronwen Haf Hughes")
    shelved(run)
    return run.tutor


def _tea_comes(run: Run, olu: Person, password: str, day: dt.date) -> Person:
    """Tea is appointed, claims her account by the invitation, and Olu leaves the teaching to her."""
    now = at(day, "09:30")
    token = appoint_tutor(cohort=run.cohort, name=TEA.name, email=TEA.email, actor=olu, now=now).token
    send_due(now)
    invitation = person_for_token(token, now)
    if invitation is None:
        raise LookupError(TEA.name)
    tea = claim_account(
        person=invitation.person, email=TEA.email, password=password, now=at(day, "18:45"), invitation=invitation
    )
    remove_tutor(membership=run.cohort.memberships.get(person=olu), actor=olu, now=at(day + DAY, "09:00"))
    return tea
