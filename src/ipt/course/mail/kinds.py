"""Every kind of message that the course sends; the text of each is `templates/course/mail/<name>.txt`."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ipt.course.calendar import Method


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of message: its name, what a tutor calls it, and what it carries."""

    name: str
    label: Promise
    # Whether it carries an address that lets its reader in.
    has_link: bool = False
    # What its dates ask of a calendar program, where it carries any.
    method: Method | None = None

    @property
    def key(self) -> str:
        """As the outbox knows it."""
        return f"course.{self.name}"


PLACE_TAKEN = Kind("place_taken", _("A place is yours"), has_link=True, method=Method.REQUEST)
PLACE_WAITING = Kind("place_waiting", _("You are on the waiting list"), has_link=True)
PLACE_OFFERED = Kind("place_offered", _("A place is offered"), has_link=True)
OFFER_LAPSED = Kind("offer_lapsed", _("An offer has run out"))
PLACE_WITHDRAWN = Kind("place_withdrawn", _("A place was given up"), method=Method.CANCEL)
PLACE_REPLACED = Kind("place_replaced", _("A place was passed on"), method=Method.CANCEL)
ALREADY_HERE = Kind("already_here", _("Somebody asked again"), has_link=True)
LINK_SENT = Kind("link_sent", _("A new personal link"), has_link=True)
COHORT_CONFIRMED = Kind("cohort_confirmed", _("The course goes ahead"))
COHORT_CANCELLED = Kind("cohort_cancelled", _("The course does not take place"), method=Method.CANCEL)
HALF_DAYS_MOVED = Kind("half_days_moved", _("Dates have changed"), method=Method.REQUEST)
DECISION_DUE = Kind("decision_due", _("The go/no-go decision is due"))
TUTOR_INVITED = Kind("tutor_invited", _("A tutor is invited"), has_link=True)
CERTIFICATE_READY = Kind("certificate_ready", _("A certificate is ready"), has_link=True)
CERTIFICATE_REVOKED = Kind("certificate_revoked", _("A certificate was revoked"))

KINDS = (
    PLACE_TAKEN,
    PLACE_WAITING,
    PLACE_OFFERED,
    OFFER_LAPSED,
    PLACE_WITHDRAWN,
    PLACE_REPLACED,
    ALREADY_HERE,
    LINK_SENT,
    COHORT_CONFIRMED,
    COHORT_CANCELLED,
    HALF_DAYS_MOVED,
    DECISION_DUE,
    TUTOR_INVITED,
    CERTIFICATE_READY,
    CERTIFICATE_REVOKED,
)


def label_of(key: str) -> str:
    """Give the words for a kind as the outbox knows it."""
    return next((str(kind.label) for kind in KINDS if kind.key == key), key)
