"""Take an answer: as a response of one place, or into the box that knows nobody."""

import datetime as dt
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt.accounts.access import Refused
from ipt.activities import Activity, Check, Json
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result
from ipt.course.box import empty_log, fill, make_ballots, mark_answered
from ipt.course.models import Box, Place, Response, Sitting
from ipt.course.queries.sittings import activity_of


@transaction.atomic
def give_response(
    *,
    sitting: Sitting,
    place: Place,
    values: Mapping[str, Json],
    now: dt.datetime,
    submission: Submission | None = None,
) -> Response:
    """Keep one place's answer to a named or confidential sitting; until it closes, the last answer counts.

    A knowledge check is answered once: its writer has seen the right answers.
    """
    if first := first_result(submission):
        return Response.objects.get(pk=first.subject)
    sitting = _open_sitting(sitting, place)
    if sitting.linkage == Sitting.Linkage.UNLINKED:
        raise Refused
    if sitting.responses.filter(place=place).exists() and _is_check(sitting):
        raise ValidationError(_("You have seen the right answers: this answer stands as you gave it."))
    response, _made = Response.objects.update_or_create(
        sitting=sitting, place=place, defaults={"values": dict(values), "answered_at": now}
    )
    record(
        "course.response.given",
        actor=place.person_id,
        subject=response.id,
        submission=submission,
        now=now,
        cohort=sitting.cohort_id,
        sitting=sitting.id,
    )
    return response


def answer_box(
    *, sitting: Sitting, place: Place, activity: Activity, values: Mapping[str, Json], receipt: str, now: dt.datetime
) -> bool:
    """Count one answer into the box; False when this place has answered before (a retry counts once).

    No row, key, time, submission or event of this links a person to a mark or one mark to another. On SQLite the
    write-ahead log, which would show the box before and after, is emptied at once.
    """
    with transaction.atomic():
        sitting = _open_sitting(sitting, place)
        if sitting.linkage != Sitting.Linkage.UNLINKED:
            raise Refused
        box = Box.objects.select_for_update().get(sitting=sitting)
        make_ballots(sitting)
        if not mark_answered(sitting, place):
            return False
        fill(box, activity, values, receipt)
        box.save(update_fields=["answers", "counts", "comments"])
        # To the day: the trail says that feedback came, not when anybody gave it.
        day = now.replace(hour=0, minute=0, second=0, microsecond=0)
        record("course.box.answered", actor=None, subject=sitting.id, now=day, cohort=sitting.cohort_id)
    empty_log()
    return True


def _open_sitting(sitting: Sitting, place: Place) -> Sitting:
    """Lock the sitting; refuse a place of another cohort or one that has ended, and a sitting that is closed."""
    sitting = Sitting.objects.select_for_update().get(pk=sitting.pk)
    if place.cohort_id != sitting.cohort_id or place.state != Place.State.TAKEN:
        raise Refused
    if not sitting.is_open:
        raise ValidationError(_("This is closed: it takes no more answers. Nothing that you typed was sent."))
    return sitting


def _is_check(sitting: Sitting) -> bool:
    return any(isinstance(part, Check) for part in activity_of(sitting).parts)
