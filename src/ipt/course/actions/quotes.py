"""Quotes for the prospectus: chosen by a tutor, only with the writer's consent, taken back by the writer's code."""

import datetime as dt
import hmac

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt.accounts.access import Refused
from ipt.accounts.models import Person
from ipt.activities import FEWEST_PUBLISHED, Json
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result
from ipt.course.box import code_in, empty_log, receipt_hash
from ipt.course.models import Box, Sitting


@transaction.atomic
def choose_quote(
    *,
    sitting: Sitting,
    receipt: str,
    shown: bool,
    actor: Person,
    now: dt.datetime,
    submission: Submission | None = None,
) -> Box:
    """Show a comment on the prospectus, or take it off again. `receipt` is the hash that stands with the comment."""
    box = Box.objects.select_for_update(of=("self",)).select_related("sitting").filter(sitting=sitting).first()
    if box is None:
        raise Refused
    if first_result(submission):
        return box
    chosen = [comment for comment in box.comments if receipt and comment["receipt"] == receipt and comment["consent"]]
    if box.sitting.is_open or box.answers < FEWEST_PUBLISHED or not chosen:
        raise ValidationError(_("This comment may not be quoted: its writer has not agreed, or no longer agrees."))
    for comment in chosen:
        comment["shown"] = shown
    box.save(update_fields=["comments"])
    event = "course.quote.shown" if shown else "course.quote.hidden"
    record(event, actor=actor.id, subject=sitting.id, submission=submission, now=now, cohort=sitting.cohort_id)
    return box


def withdraw_consent(*, code: str, now: dt.datetime) -> int:
    """Take back the consent to quote that belongs to a receipt code; how many comments that was.

    The code alone is asked for, so every box is looked through; only one that holds it is locked.
    """
    if not code_in(code):
        return 0
    withdrawn = 0
    with transaction.atomic():
        holding = [pk for pk, comments in Box.objects.values_list("pk", "comments") if _written_by(code, comments)]
        for box in Box.objects.select_for_update(of=("self",)).filter(pk__in=holding).order_by("pk"):
            mine = _written_by(code, box.comments)
            for comment in mine:
                comment.update(consent=False, shown=False, receipt="")
            box.save(update_fields=["comments"])
            record("course.quote.withdrawn", actor=None, subject=box.sitting_id, now=now)
            withdrawn += len(mine)
    empty_log()
    return withdrawn


def _written_by(code: str, comments: list[dict[str, Json]]) -> list[dict[str, Json]]:
    """Give the comments that carry this code's receipt."""
    wanted = {str(comment["part"]): "" for comment in comments if comment["receipt"]}
    wanted = {part: receipt_hash(code, part) for part in wanted}
    return [
        comment
        for comment in comments
        if comment["receipt"] and hmac.compare_digest(str(comment["receipt"]), wanted[str(comment["part"])])
    ]
