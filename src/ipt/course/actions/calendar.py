"""Make and stop the secret address from which a calendar program fetches somebody's dates."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt.accounts.actions.links import make_link, revoke_links
from ipt.accounts.models import Link, Person
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result
from ipt.course.models import Place


@transaction.atomic
def renew_feed(*, place: Place, actor: Person, now: dt.datetime, submission: Submission | None = None) -> str:
    """Make a new address, ending the old one, and give its token: it is shown once."""
    if first_result(submission):
        raise ValidationError(_("This address was made and shown once already. Make another one if it is lost."))
    revoke_links(person=place.person, kind=Link.Kind.CALENDAR, actor=actor, now=now)
    token = make_link(person=place.person, kind=Link.Kind.CALENDAR, actor=actor, now=now)
    record("course.feed.renewed", actor=actor.id, subject=place.id, submission=submission, now=now)
    return token


@transaction.atomic
def stop_feed(*, place: Place, actor: Person, now: dt.datetime, submission: Submission | None = None) -> None:
    """End the address: a calendar program that still asks is told that there is no such thing."""
    if first_result(submission):
        return
    revoke_links(person=place.person, kind=Link.Kind.CALENDAR, actor=actor, now=now)
    record("course.feed.stopped", actor=actor.id, subject=place.id, submission=submission, now=now)
