"""What the course keeps about a person: export, then erase. Feedback in a box belongs to nobody and stays."""

import datetime as dt
import uuid

from django.db.models import QuerySet
from django.utils import timezone

from ipt.accounts.models import Person
from ipt.audit.actions import record
from ipt.course.models import Attendance, Certificate, Cohort, Knock, Membership, Place, Response
from ipt.vault.erasure import Json, Shredder, register

# Stands where a name stood.
ERASED = "Erased at the holder's request"


def register_shredder() -> None:
    """Register with the vault."""
    register(
        Shredder(
            "Course",
            (
                "course.Attendance",
                "course.Ballot",
                "course.Certificate",
                "course.Cohort",
                "course.Knock",
                "course.Membership",
                "course.Place",
                "course.Response",
            ),
            export,
            erase,
        )
    )


def _places(person: uuid.UUID) -> QuerySet[Place]:
    return Place.objects.filter(person=person).select_related("cohort").order_by("asked_at")


def export(person: uuid.UUID) -> Json:
    """Give each place with its attendance, answers and certificates, and the cohorts that they tutor."""
    memberships = Membership.objects.filter(person=person).select_related("cohort").order_by("since", "pk")
    return {
        "places": [_place(place) for place in _places(person)],
        "tutors": [
            {"cohort": one.cohort.title, "role": one.role, "since": one.since.isoformat()} for one in memberships
        ],
    }


def _place(place: Place) -> Json:
    return {
        "cohort": place.cohort.title,
        "state": place.state,
        "asked_at": place.asked_at.isoformat(),
        "taken_at": _moment(place.taken_at),
        "ended_at": _moment(place.ended_at),
        "adjustment": place.adjustment,
        "name_on_certificate": place.certificate_name,
        "degree_of_use": place.degree,
        "attendance": [_attendance(mark) for mark in place.attendance.select_related("half_day")],
        "answers": [_answer(response) for response in place.responses.select_related("sitting")],
        "certificates": [_certificate(certificate) for certificate in place.certificates.all()],
        "knocks": [{"name": knock.name, "at": knock.at.isoformat()} for knock in place.knocks.all()],
        # Whether they gave feedback, never what: nobody can tell.
        "feedback_given": [str(ballot.sitting_id) for ballot in place.ballots.filter(answered=True)],
    }


def _moment(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _attendance(mark: Attendance) -> Json:
    return {
        "half_day": mark.half_day.number,
        "present": mark.present,
        "minutes_missed": mark.minutes_missed,
        "source": mark.source,
        "marked_at": mark.marked_at.isoformat(),
        "current": mark.is_current,
        "reason": mark.reason,
    }


def _answer(response: Response) -> Json:
    values: dict[str, Json] = response.values
    return {"activity": response.sitting.activity, "answered_at": response.answered_at.isoformat(), "values": values}


def _certificate(certificate: Certificate) -> Json:
    facts: dict[str, Json] = certificate.facts
    return {
        "number": certificate.number,
        "state": certificate.state,
        "name": certificate.name,
        "facts": facts,
        "issued_at": certificate.issued_at.isoformat(),
    }


def erase(person: uuid.UUID) -> int:
    """Erase words and names; keep that somebody had a place and was there, which a cohort's numbers rest on."""
    now = timezone.now()
    places = _places(person)
    _give_up(places, now)
    erased, _ = Response.objects.filter(place__in=places).delete()
    erased += Knock.objects.filter(place__in=places).delete()[0]
    erased += Attendance.objects.filter(place__in=places).exclude(reason="").update(reason="")
    erased += sum(_empty(certificate, now) for certificate in Certificate.objects.filter(place__in=places))
    erased += Membership.objects.filter(person=person).delete()[0]
    email = Person.objects.filter(pk=person).values("email")
    erased += Cohort.objects.filter(contact_email__in=email).update(contact_email="")
    return erased + places.update(adjustment="", certificate_name="", degree="")


def _give_up(places: QuerySet[Place], now: dt.datetime) -> None:
    """Free the seats that they hold or wait for in courses that are not over."""
    for place in places.filter(state__in=Place.ALIVE).exclude(cohort__state=Cohort.State.FINISHED):
        place.state, place.ended_at, place.offered_until = Place.State.WITHDRAWN, now, None
        place.save(update_fields=["state", "ended_at", "offered_until"])
        record("course.place.withdrawn", actor=None, subject=place.id, now=now, cohort=place.cohort_id)


def _empty(certificate: Certificate, now: dt.datetime) -> int:
    """Leave the number alone, so that whoever verifies it reads that it is not valid any more."""
    if certificate.state == Certificate.State.VALID:
        certificate.state, certificate.ended_at = Certificate.State.REVOKED, now
        record("course.certificate.revoked", actor=None, subject=certificate.id, now=now)
    certificate.name = certificate.ended_reason = ERASED
    certificate.facts = {}
    certificate.save(update_fields=["name", "state", "ended_at", "ended_reason", "facts"])
    return 1
