"""Issue certificates to those who meet the rule; correct, re-issue and revoke them."""

import datetime as dt
import secrets
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ipt.accounts.models import Person
from ipt.audit.actions import record
from ipt.audit.submissions import Submission, first_result
from ipt.course import mail
from ipt.course.models import Attendance, Certificate, Cohort, Membership, Place
from ipt.course.queries.attendance import register_of
from ipt.course.queries.certificates import Standing, rule_in_words, standing_from
from ipt.course.queries.packs import course_of

# No vowels, so that no word is spelt; none that is taken for another.
LETTERS = "BCDFGHJKMNPQRTVWXY2346789"


@transaction.atomic
def issue_certificates(
    *, cohort: Cohort, actor: Person, now: dt.datetime, submission: Submission | None = None
) -> list[Certificate]:
    """Issue one to everybody who meets the rule and has none; those who had theirs revoked are passed over."""
    if first_result(submission):
        return []
    cohort = Cohort.objects.select_for_update().get(pk=cohort.pk)
    register = register_of(cohort)
    have = set(Certificate.objects.filter(place__cohort=cohort).values_list("place_id", flat=True))
    issued = []
    for place in register.places:
        marks = register.marks.get(place.id, {})
        standing = standing_from(cohort, register.half_days, marks)
        if place.id in have or not standing.met:
            continue
        facts = _facts(cohort, marks, standing)
        issued.append(_issue(place, place.certificate_name or place.person.name, facts, actor=actor, now=now))
    record(
        "course.certificates.issued",
        actor=actor.id,
        subject=cohort.id,
        submission=submission,
        now=now,
        certificates=len(issued),
    )
    return issued


def _issue(
    place: Place,
    name: str,
    facts: dict[str, object],
    *,
    actor: Person,
    now: dt.datetime,
    replaces: Certificate | None = None,
    submission: Submission | None = None,
) -> Certificate:
    certificate = Certificate.objects.create(
        place=place, number=_number(), name=name, facts=facts, issued_at=now, replaces=replaces
    )
    record(
        "course.certificate.replaced" if replaces else "course.certificate.issued",
        actor=actor.id,
        subject=certificate.id,
        submission=submission,
        now=now,
        place=place.id,
    )
    mail.certificate_ready(certificate, now)
    return certificate


def _number() -> str:
    """Draw a number that nobody can guess: 25 letters and digits in eight places are 1.5e11 numbers."""
    while True:
        drawn = "".join(secrets.choice(LETTERS) for _place in range(8))
        number = f"IPT-{drawn[:4]}-{drawn[4:]}"
        if not Certificate.objects.filter(number=number).exists():
            return number


def _facts(cohort: Cohort, marks: Mapping[int, Attendance], standing: Standing) -> dict[str, object]:
    """Freeze what the certificate states: it must not change when the cohort is edited later."""
    course = course_of(cohort)
    there = [mark for mark in marks.values() if mark.present]
    tutors = Membership.objects.filter(cohort=cohort, role=Membership.Role.TUTOR).order_by("since")
    return {
        "course": course.title,
        "subtitle": course.subtitle,
        "cohort": cohort.title,
        "provider": cohort.provider,
        "dates": sorted({mark.half_day.date.isoformat() for mark in there}),
        "half_days": standing.counted,
        "minutes": sum(
            max(0, course.half_days[mark.half_day.number - 1].taught_minutes - mark.minutes_missed) for mark in there
        ),
        "place": "online" if cohort.is_online else cohort.venue,
        "tutors": [member.person.name for member in tutors.select_related("person")],
        "topics": [topic.title for topic in course.topics],
        "rule": rule_in_words(cohort),
    }


@transaction.atomic
def correct_certificate(
    *,
    certificate: Certificate,
    name: str,
    actor: Person,
    now: dt.datetime,
    submission: Submission | None = None,
) -> Certificate:
    """Issue it again under the right name, or the same; the earlier number then says that it was replaced."""
    if first := first_result(submission):
        return Certificate.objects.get(pk=first.subject)
    certificate = Certificate.objects.select_for_update().select_related("place").get(pk=certificate.pk)
    name = " ".join(name.split())
    if not name:
        raise ValidationError(_("Type the name as it is to stand on the certificate."))
    if certificate.state == Certificate.State.REPLACED:
        raise ValidationError(_("This one was replaced already: correct the newest."))
    Place.objects.filter(pk=certificate.place_id).update(certificate_name=name)
    _end(certificate, Certificate.State.REPLACED, _("Replaced by a corrected certificate."), now)
    return _issue(
        certificate.place,
        name,
        certificate.facts,
        actor=actor,
        now=now,
        replaces=certificate,
        submission=submission,
    )


@transaction.atomic
def revoke_certificate(
    *,
    certificate: Certificate,
    reason: str,
    actor: Person,
    now: dt.datetime,
    submission: Submission | None = None,
) -> Certificate:
    """Declare a certificate void; the public page shows the reason, so it is written for the public."""
    if first := first_result(submission):
        return Certificate.objects.get(pk=first.subject)
    certificate = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if certificate.state != Certificate.State.VALID:
        raise ValidationError(_("Only a valid certificate can be revoked."))
    if not reason.strip():
        raise ValidationError(_("Say why: whoever verifies the certificate will read it."))
    _end(certificate, Certificate.State.REVOKED, reason.strip(), now)
    record("course.certificate.revoked", actor=actor.id, subject=certificate.id, submission=submission, now=now)
    mail.certificate_revoked(certificate, now)
    return certificate


def _end(certificate: Certificate, state: Certificate.State, reason: str, now: dt.datetime) -> None:
    certificate.state = state
    certificate.ended_at = now
    certificate.ended_reason = reason
    certificate.save(update_fields=["state", "ended_at", "ended_reason"])
