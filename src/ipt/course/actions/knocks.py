"""Forget who knocked: a name at the door is of use on the day, and belongs to nobody afterwards."""

import datetime as dt
import uuid

from django.db import transaction

from ipt.audit.actions import record
from ipt.course.models import Knock

LASTS = dt.timedelta(days=1)


@transaction.atomic
def forget_knocks(now: dt.datetime) -> int:
    """Delete knocks older than a day, answered or not; how many there were."""
    old = Knock.objects.filter(at__lt=now - LASTS)
    by_cohort: dict[uuid.UUID, int] = {}
    for cohort in old.values_list("cohort_id", flat=True):
        by_cohort[cohort] = by_cohort.get(cohort, 0) + 1
    old.delete()
    for cohort, knocks in by_cohort.items():
        record("course.room.knocks_forgotten", actor=None, subject=cohort, now=now, knocks=knocks)
    return sum(by_cohort.values())
