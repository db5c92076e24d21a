"""A page that writes carries an id made by the server; sending it again shows the first result, never a second."""

import uuid
from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.db import connection
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from ipt.audit.errors import SubmissionReused
from ipt.audit.models import Event

FIELD = "submission"


@dataclass(frozen=True, slots=True)
class Submission:
    """One sending of one page: its id, and a keyed digest of what was sent."""

    id: uuid.UUID
    digest: str


def submission_of(request: HttpRequest) -> Submission:
    """Read the hidden field of a page that writes; a page without one is a bad request."""
    try:
        number = uuid.UUID(request.POST.get(FIELD, ""))
    except ValueError as error:
        raise BadRequest("The page came without its submission id.") from error
    content = "\x00".join(
        f"{name}\x01{value}"
        for name in sorted(request.POST)
        if name not in {FIELD, "csrfmiddlewaretoken"}
        for value in request.POST.getlist(name)
    )
    keyed = salted_hmac("ipt.audit.submission", f"{request.path}\x02{content}", algorithm="sha256")
    return Submission(number, keyed.hexdigest())


def first_result(submission: Submission | None) -> Event | None:
    """Give what an earlier sending of the same page recorded, or None when this is the first.

    Call it first in an action's transaction. Raises SubmissionReused when the same id comes with other content.
    """
    if submission is None:
        return None
    if connection.vendor == "postgresql":
        # Two sendings at once wait for each other here; SQLite's IMMEDIATE transactions already do.
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [submission.id.int % 2**63])
    event = Event.objects.filter(submission=submission.id).first()
    if event and event.digest != submission.digest:
        raise SubmissionReused(
            _("This page was already sent, with other content. Nothing was changed: open it afresh, try again.")
        )
    return event
