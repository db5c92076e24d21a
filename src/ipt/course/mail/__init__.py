"""The e-mails of the course: who is told what, once, in the transaction of what it tells of.

Nobody without an address is written to, and nobody who waits is sent dates for their calendar. No message says more
about a person than that they have a place: no answer, no adjustment.
"""

from ipt.course.mail.certificates import certificate_ready, certificate_revoked
from ipt.course.mail.cohorts import (
    cohort_cancelled,
    cohort_confirmed,
    decision_due,
    half_days_moved,
    tutor_invited,
)
from ipt.course.mail.places import (
    already_here,
    link_sent,
    offer_lapsed,
    place_offered,
    place_replaced,
    place_taken,
    place_waiting,
    place_withdrawn,
)

__all__ = [
    "already_here",
    "certificate_ready",
    "certificate_revoked",
    "cohort_cancelled",
    "cohort_confirmed",
    "decision_due",
    "half_days_moved",
    "link_sent",
    "offer_lapsed",
    "place_offered",
    "place_replaced",
    "place_taken",
    "place_waiting",
    "place_withdrawn",
    "tutor_invited",
]
