"""What everybody in a cohort is told, what its tutors are, and every kind beforehand."""

import datetime as dt
import re

import pytest

from ipt.accounts.actions.links import make_link
from ipt.accounts.models import Link, Person
from ipt.course import mail
from ipt.course.mail.kinds import KINDS, label_of
from ipt.course.mail.samples import samples
from ipt.course.models import Certificate, Cohort, Place
from ipt.outbox.models import Message
from tests import builders
from tests.course.rfc5545 import instant, read


def sent_to(kind: str) -> list[str]:
    return sorted(Message.objects.filter(kind=f"course.{kind}").values_list("recipient", flat=True))


def test_all_with_a_place_hear_that_it_goes_ahead(cohort: Cohort, other_cohort: Cohort, now: dt.datetime) -> None:
    builders.a_place(cohort, builders.a_person("Wim Waits", email="wim@example.org"), Place.State.WAITING)
    mail.cohort_confirmed(cohort, now)
    mail.cohort_confirmed(cohort, now)
    assert sent_to("cohort_confirmed") == ["ada@example.org", "ben@example.org"]


def test_everybody_hears_that_it_does_not_take_place(cohort: Cohort, other_cohort: Cohort, now: dt.datetime) -> None:
    builders.a_place(cohort, builders.a_person("Wim Waits", email="wim@example.org"), Place.State.WAITING)
    gone = builders.a_place(cohort, builders.a_person("Gil Gone", email="gil@example.org"), Place.State.WITHDRAWN)
    cohort.state, cohort.decision_note = Cohort.State.CANCELLED, "Too few people."
    mail.cohort_cancelled(cohort, now)
    assert sent_to("cohort_cancelled") == ["ada@example.org", "ben@example.org", "wim@example.org"]
    assert not Message.objects.filter(person=gone.person_id).exists()
    assert "does not take place. The reason: Too few people.\n" in Message.objects.get(recipient="wim@example.org").body
    cancelled = {
        message.recipient: [calendar.values["METHOD"] for calendar in read(message.calendar)]
        for message in Message.objects.exclude(calendar="")
    }
    assert cancelled == {"ada@example.org": ["CANCEL"] * 6, "ben@example.org": ["CANCEL"] * 6}


def test_a_moved_half_day_comes_with_its_new_time_alone(cohort: Cohort, now: dt.datetime) -> None:
    moved = list(cohort.half_days.all())[3]
    moved.date, moved.sequence = dt.date(2026, 12, 2), 1
    moved.save(update_fields=["date", "sequence"])
    mail.half_days_moved(cohort, [moved], now)
    mail.half_days_moved(cohort, [moved], now)
    message = Message.objects.get(recipient="ada@example.org")
    [calendar] = read(message.calendar)
    [event] = calendar.all("VEVENT")
    assert (calendar.values["METHOD"], event.values["SEQUENCE"]) == ("REQUEST", "1")
    assert instant(calendar, event, "DTSTART") == dt.datetime(2026, 12, 2, 13, 30, tzinfo=dt.UTC)
    now_are = "The dates, times or place of Spring cohort have changed. As they are now:\n\n"
    assert f"{now_are}  Wednesday 2 December 2026, 13:30 to 16:30\n" in message.body
    moved.sequence = 2
    mail.half_days_moved(cohort, [moved], now)
    assert Message.objects.filter(recipient="ada@example.org").count() == 2


def test_tutors_alone_are_told_that_a_decision_is_due(cohort: Cohort, now: dt.datetime) -> None:
    builders.a_place(cohort, builders.a_person("Wim Waits", email="wim@example.org"), Place.State.WAITING)
    mail.decision_due(cohort, now)
    mail.decision_due(cohort, now + dt.timedelta(minutes=1))
    message = Message.objects.get()
    assert message.recipient == "tea@example.org"
    assert "  People with a place: 2\n  Places held for an answer: 0\n  People waiting: 1\n" in message.body
    assert f"/cohorts/{cohort.id}/decide/" in message.body
    assert not [name for name in ("Ada", "Ben", "Wim") if name in message.body]


def test_a_tutor_is_invited_with_the_token_that_was_made(
    cohort: Cohort, cleo: Person, tea: Person, now: dt.datetime
) -> None:
    token = make_link(person=cleo, kind=Link.Kind.INVITATION, actor=tea, now=now)
    mail.tutor_invited(cleo, cohort, token, now)
    assert Message.objects.get().secret.endswith(f"/link/{token}/")
    assert Link.objects.count() == 1


@pytest.mark.parametrize("public", ["", "https://course.example.org"])
def test_certificates(cohort: Cohort, ada: Person, now: dt.datetime, settings: object, public: str) -> None:
    settings.PUBLIC_URL = public  # type: ignore[attr-defined]
    certificate = Certificate.objects.create(
        place=Place.objects.get(person=ada), number="K7WM-2PXQ", name="Ada", facts={}, issued_at=now
    )
    mail.certificate_ready(certificate, now)
    certificate.ended_reason = "Issued to the\nwrong person."
    mail.certificate_revoked(certificate, now)
    ready, revoked = (Message.objects.get(kind=f"course.certificate_{what}") for what in ("ready", "revoked"))
    assert "Its number is K7WM-2PXQ." in ready.body
    assert ("https://course.example.org/verify/K7WM-2PXQ/" in ready.body) is bool(public)
    assert "with this reason:\n\n  Issued to the wrong person.\n" in revoked.body
    assert (bool(ready.secret), bool(revoked.secret)) == (True, False)


def test_every_kind_can_be_read_before_it_is_sent(cohort: Cohort, now: dt.datetime) -> None:
    found = samples(cohort, now)
    assert [sample.name for sample in found] == [kind.name for kind in KINDS]
    assert Message.objects.count() == Link.objects.count() == 0
    for sample, kind in zip(found, KINDS, strict=True):
        assert sample.subject, kind.name
        assert sample.subject.endswith("Spring cohort"), kind.name
        assert sample.body.startswith("Hello Robin Example,\n"), kind.name
        assert ("[a personal address" in sample.body) is kind.has_link, kind.name
        assert not re.search(r"[{}<>]|\n\n\n|  \n|\bNone\b|\bTrue\b", sample.body), kind.name
        assert label_of(kind.key) == str(sample.label)


def test_telling_fifteen_costs_little_more_than_telling_one(
    cohort: Cohort, now: dt.datetime, django_assert_num_queries: object
) -> None:
    for number in range(13):
        builders.a_place(cohort, builders.a_person(f"Person {number}", email=f"p{number}@example.org"))
    # Facts 2, content 1 or 2, places 1; each message: known?, savepoint, write, see, record, release.
    with django_assert_num_queries(4 + 15 * 6, exact=False):  # type: ignore[operator]
        mail.cohort_confirmed(cohort, now)
