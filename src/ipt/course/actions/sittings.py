"""Open an activity to a cohort, close it for good, show its results."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt.accounts.models import Person
from ipt.activities import Activity
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result
from ipt.course.box import make_ballots
from ipt.course.models import Box, Cohort, Sitting
from ipt.course.queries.packs import course_of


@transaction.atomic
def open_sitting(
    *,
    cohort: Cohort,
    activity: str,
    actor: Person | None,
    now: dt.datetime,
    mode: Sitting.Mode = Sitting.Mode.SELF_PACED,
    submission: Submission | None = None,
) -> Sitting:
    """Put one activity of the cohort's pack to its people. Its linkage comes from content and never changes."""
    if first := first_result(submission):
        return Sitting.objects.get(pk=first.subject)
    Cohort.objects.select_for_update().get(pk=cohort.pk)
    what = _activity(cohort, activity)
    earlier = list(Sitting.objects.filter(cohort=cohort, activity=activity).order_by("round"))
    if any(sitting.is_open for sitting in earlier):
        raise ValidationError(_("“%(title)s” is open already.") % {"title": what.title})
    if earlier and earlier[-1].linkage == Sitting.Linkage.UNLINKED and earlier[-1].wording == what.wording_hash:
        # Closing is final: a second box with the same words would let two sets of answers be compared.
        raise ValidationError(_("“%(title)s” was closed, and closing is final.") % {"title": what.title})
    sitting = Sitting.objects.create(
        cohort=cohort,
        activity=activity,
        wording=what.wording_hash,
        round=len(earlier) + 1,
        mode=mode,
        linkage=Sitting.Linkage(what.linkage.value),
        opened_at=now,
    )
    if sitting.linkage == Sitting.Linkage.UNLINKED:
        Box.objects.create(sitting=sitting)
        make_ballots(sitting)
    record(
        "course.sitting.opened",
        actor=actor.id if actor else None,
        subject=sitting.id,
        submission=submission,
        now=now,
        cohort=cohort.id,
        linkage=Sitting.Linkage(sitting.linkage),
    )
    return sitting


def _activity(cohort: Cohort, key: str) -> Activity:
    try:
        return course_of(cohort).activity(key)
    except KeyError:
        raise ValidationError(_("This course has no activity of that name.")) from None


@transaction.atomic
def close_sitting(
    *, sitting: Sitting, actor: Person, now: dt.datetime, submission: Submission | None = None
) -> Sitting:
    """Take no more answers. For feedback this is final; only now, and from five answers, is anything shown."""
    if first_result(submission):
        return Sitting.objects.get(pk=sitting.pk)
    sitting = Sitting.objects.select_for_update().get(pk=sitting.pk)
    if not sitting.is_open:
        raise ValidationError(_("This is closed already."))
    sitting.closed_at = now
    sitting.save(update_fields=["closed_at"])
    record(
        "course.sitting.closed",
        actor=actor.id,
        subject=sitting.id,
        submission=submission,
        now=now,
        cohort=sitting.cohort_id,
    )
    return sitting


@transaction.atomic
def reveal_results(
    *, sitting: Sitting, actor: Person, now: dt.datetime, submission: Submission | None = None
) -> Sitting:
    """Let the delegates see the summary."""
    if first_result(submission):
        return Sitting.objects.get(pk=sitting.pk)
    sitting = Sitting.objects.select_for_update().get(pk=sitting.pk)
    if sitting.is_open and sitting.linkage != Sitting.Linkage.NAMED:
        raise ValidationError(_("Close it first: results of confidential answers are shown after closing."))
    if sitting.revealed_at is None:
        sitting.revealed_at = now
        sitting.save(update_fields=["revealed_at"])
        record(
            "course.sitting.revealed",
            actor=actor.id,
            subject=sitting.id,
            submission=submission,
            now=now,
            cohort=sitting.cohort_id,
        )
    return sitting
