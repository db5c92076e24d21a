"""How far a delegate wants to take IPT into their work: chosen, changed, left open again."""

import datetime as dt

from django.db import transaction

from ipt.accounts.access import Refused
from ipt.accounts.models import Person
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result
from ipt.course.models import Place
from ipt.course.rules.places import may_choose_degree
from ipt.method import Degree


@transaction.atomic
def choose_degree(
    *, place: Place, degree: Degree | None, actor: Person, now: dt.datetime, submission: Submission | None = None
) -> Place:
    """Keep the choice; None leaves it open. The trail says that something was chosen, never what."""
    if first := first_result(submission):
        return Place.objects.get(id=first.subject)
    if not may_choose_degree(actor, place):
        raise Refused
    place.degree = degree.value if degree else ""
    place.save(update_fields=["degree"])
    record(
        "course.place.degree_chosen",
        actor=actor.id,
        subject=place.id,
        submission=submission,
        now=now,
        cohort=place.cohort_id,
    )
    return place
