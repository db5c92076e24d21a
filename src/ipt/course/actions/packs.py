"""Store the content a cohort is run with, and move a cohort to a corrected version."""

import datetime as dt
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt import library
from ipt.accounts.models import Person
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result
from ipt.course import mail
from ipt.course.models import Cohort, Pack
from ipt.course.queries.seats import locked_cohort


@transaction.atomic
def pin_pack(*, content: Path | bytes, actor: Person | None, now: dt.datetime) -> Pack:
    """Store a version of the content, once; the same bytes are the same pack."""
    try:
        archive = library.make_pack(content) if isinstance(content, Path) else content
        course = library.open_pack(archive)
    except library.PackError as error:
        raise ValidationError(
            _("The content has %(many)s mistakes, so it cannot be used; “ipt content check” names them.")
            % {"many": len(error.mistakes)}
        ) from error
    if known := Pack.objects.defer("archive").filter(digest=course.digest).first():
        return known
    pack, is_new = Pack.objects.get_or_create(digest=course.digest, defaults={"archive": archive, "added_at": now})
    if is_new:
        record("course.pack.added", actor=actor.id if actor else None, subject=pack.id, now=now)
    return pack


@transaction.atomic
def repin(
    *, cohort: Cohort, content: Path | bytes, actor: Person, now: dt.datetime, submission: Submission | None = None
) -> Cohort:
    """Show a cohort from another version of the content; half-days whose length changed are announced."""
    if first := first_result(submission):
        return Cohort.objects.get(id=first.subject)
    cohort = locked_cohort(cohort.id)
    if cohort.state in {Cohort.State.CANCELLED, Cohort.State.FINISHED}:
        raise ValidationError(_("This cohort is over: its content stays as it was."))
    pack = pin_pack(content=content, actor=actor, now=now)
    cohort.pack = pack
    cohort.save(update_fields=["pack"])
    minutes = {half_day.number: half_day.minutes for half_day in library.open_pack(bytes(pack.archive)).half_days}
    moved = [half_day for half_day in cohort.half_days.all() if half_day.minutes != minutes[half_day.number]]
    for half_day in moved:
        half_day.minutes = minutes[half_day.number]
        half_day.sequence += 1
        half_day.save(update_fields=["minutes", "sequence"])
    record("course.cohort.repinned", actor=actor.id, subject=cohort.id, submission=submission, now=now, pack=pack.id)
    if moved and cohort.takes_enrolments:
        mail.half_days_moved(cohort, moved, now)
    return cohort
