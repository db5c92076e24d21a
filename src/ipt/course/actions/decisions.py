"""Go or no-go: announced when it is due, decided by a person, recorded with who and when."""

import datetime as dt
import enum

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt.accounts.models import Person
from ipt.audit.actions import record
from ipt.audit.models import Event
from ipt.audit.submissions import Submission, first_result
from ipt.course import mail
from ipt.course.models import Cohort
from ipt.course.queries.seats import locked_cohort, seats_of
from ipt.course.rules.planning import decision_is_due

ANNOUNCED = "course.cohort.decision_due"


class Verdict(enum.StrEnum):
    """What was decided."""

    GO = "go"
    CANCEL = "cancel"


@transaction.atomic
def decide(
    *,
    cohort: Cohort,
    verdict: Verdict,
    note: str = "",
    actor: Person,
    now: dt.datetime,
    submission: Submission | None = None,
) -> Cohort:
    """Take the go/no-go decision; going ahead below the minimum needs a reason."""
    if first := first_result(submission):
        return Cohort.objects.get(id=first.subject)
    cohort = locked_cohort(cohort.id)
    if cohort.state != Cohort.State.OPEN:
        raise ValidationError(_("There is no decision to take: this cohort is not open."))
    taken = seats_of(cohort).taken
    if verdict is Verdict.GO and taken < cohort.least and not note:
        raise ValidationError(
            _("Places taken: %(taken)s; the minimum is %(least)s. To go ahead all the same, say why.")
            % {"taken": taken, "least": cohort.least}
        )
    _write_decision(cohort, verdict, note, actor, now)
    record(
        "course.cohort.decided",
        actor=actor.id,
        subject=cohort.id,
        submission=submission,
        now=now,
        verdict=verdict,
        taken=taken,
        least=cohort.least,
    )
    if verdict is Verdict.GO:
        mail.cohort_confirmed(cohort, now)
    else:
        mail.cohort_cancelled(cohort, now)
    return cohort


@transaction.atomic
def cancel_cohort(
    *, cohort: Cohort, note: str, actor: Person, now: dt.datetime, submission: Submission | None = None
) -> Cohort:
    """Call a published cohort off, at any time before it is finished, and tell everybody."""
    if first := first_result(submission):
        return Cohort.objects.get(id=first.subject)
    cohort = locked_cohort(cohort.id)
    if cohort.state in {Cohort.State.CANCELLED, Cohort.State.FINISHED}:
        raise ValidationError(_("This cohort is over already."))
    was_published = cohort.takes_enrolments
    _write_decision(cohort, Verdict.CANCEL, note, actor, now)
    record("course.cohort.cancelled", actor=actor.id, subject=cohort.id, submission=submission, now=now)
    if was_published:
        mail.cohort_cancelled(cohort, now)
    return cohort


def announce_decisions(now: dt.datetime) -> int:
    """Tell tutors, once for each date, that the decision is due."""
    announced = 0
    for cohort_id in Cohort.objects.filter(
        state=Cohort.State.OPEN, decide_on__lte=now.date() + dt.timedelta(days=1)
    ).values_list("id", flat=True):
        with transaction.atomic():
            cohort = locked_cohort(cohort_id)
            told = Event.objects.filter(
                name=ANNOUNCED, subject=cohort.id, facts__decide_on=cohort.decide_on.isoformat()
            )
            if cohort.state == Cohort.State.OPEN and decision_is_due(cohort, now) and not told.exists():
                record(ANNOUNCED, actor=None, subject=cohort.id, now=now, decide_on=cohort.decide_on)
                mail.decision_due(cohort, now)
                announced += 1
    return announced


def _write_decision(cohort: Cohort, verdict: Verdict, note: str, actor: Person, now: dt.datetime) -> None:
    """Keep the decision that holds; the trail keeps those before it."""
    cohort.state = Cohort.State.CONFIRMED if verdict is Verdict.GO else Cohort.State.CANCELLED
    cohort.decided_at = now
    cohort.decided_by = actor
    cohort.decision_note = note
    cohort.room_code = None
    cohort.room_open_until = None
    cohort.save(update_fields=["state", "decided_at", "decided_by", "decision_note", "room_code", "room_open_until"])
