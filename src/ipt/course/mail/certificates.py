"""What people are told about their certificate."""

import datetime as dt

from ipt.course.mail import kinds
from ipt.course.mail.facts import facts_of, one_line
from ipt.course.mail.letters import post
from ipt.course.models import Certificate
from ipt.course.queries.certificates import verify_address


def certificate_ready(certificate: Certificate, now: dt.datetime) -> None:
    """A certificate can be fetched; a corrected one as well."""
    place = certificate.place
    post(
        kinds.CERTIFICATE_READY,
        facts_of(place.cohort),
        place.person,
        key=str(certificate.id),
        now=now,
        number=certificate.number,
        verify=verify_address(certificate.number),
        corrected=certificate.replaces_id is not None,
    )


def certificate_revoked(certificate: Certificate, now: dt.datetime) -> None:
    """A certificate is no longer valid, and why, as the public page says it."""
    place = certificate.place
    post(
        kinds.CERTIFICATE_REVOKED,
        facts_of(place.cohort),
        place.person,
        key=str(certificate.id),
        now=now,
        number=certificate.number,
        verify=verify_address(certificate.number),
        reason=one_line(certificate.ended_reason),
    )
