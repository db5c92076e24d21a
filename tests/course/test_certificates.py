"""Certificates: issued by the rule, corrected, revoked, verified by anybody, printed in any script."""

import datetime as dt
import io
import uuid
from typing import cast

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from ipt.accounts.models import Person
from ipt.course.actions.attendance import Mark, mark_register
from ipt.course.actions.certificates import correct_certificate, issue_certificates, revoke_certificate
from ipt.course.models import Attendance, Certificate, Cohort, Place
from ipt.course.pdf import certificate_pdf
from tests import builders
from tests.conftest import sign_in

pytestmark = pytest.mark.django_db

# Latin with marks, Greek, Cyrillic, Arabic, Devanagari, Hebrew.
NAMES = ["Şükrü Nguyễn-Œrsted", "Ελένη Παπαδοπούλου", "Олена Ковальчук", "محمد العربي", "अदिति शर्मा", "נועה לוי"]


@pytest.fixture
def attended(tea: Person, ada: Person, ben: Person, now: dt.datetime) -> Cohort:
    """Ada was there throughout; Ben missed one half-day."""
    cohort = builders.a_cohort(tea, pack=builders.the_pack())
    builders.a_place(cohort, ada)
    builders.a_place(cohort, ben)
    for half_day in cohort.half_days.all():
        marks = [
            Mark(place, present=not (place.person == ben and half_day.number == 4)) for place in cohort.places.all()
        ]
        mark_register(half_day=half_day, marks=marks, source=Attendance.Source.TUTOR, actor=tea, now=now)
    return cohort


def submitted(**fields: str) -> dict[str, str]:
    return {"submission": str(uuid.uuid4()), **fields}


def text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_those_who_meet_the_rule_get_one_and_others_read_what_is_missing(
    client: Client, attended: Cohort, tea: Person, ada: Person, ben: Person
) -> None:
    url = reverse("course:certificates", args=[attended.id])
    assert sign_in(Client(), ada).post(url, submitted()).status_code == 404
    assert not Certificate.objects.exists()
    sign_in(client, tea)
    once = submitted()
    assert client.post(url, once).status_code == 302
    assert client.post(url, once).status_code == 302
    assert client.post(url, submitted()).status_code == 302
    certificate = Certificate.objects.get()
    assert (certificate.name, certificate.state) == (ada.name, "valid")
    # 1080 planned minutes less 95 of breaks.
    assert (certificate.facts["half_days"], certificate.facts["minutes"]) == (6, 1080)

    missing = reverse("course:standing", args=[Place.objects.get(cohort=attended, person=ben).id])
    assert "Day 2 afternoon is missing" in sign_in(Client(), ben).get(missing).text
    assert sign_in(Client(), ada).get(missing).status_code == 404


def test_the_pdf_is_for_its_holder_and_states_the_facts(
    attended: Cohort, tea: Person, ada: Person, ben: Person, cleo: Person, now: dt.datetime
) -> None:
    (certificate,) = issue_certificates(cohort=attended, actor=tea, now=now)
    url = reverse("course:certificate_pdf", args=[certificate.id])
    assert [sign_in(Client(), person).get(url).status_code for person in (ada, tea, ben, cleo)] == [200, 200, 404, 404]
    response = sign_in(Client(), ada).get(url)
    words = text_of(response.content)
    for fact in (ada.name, certificate.number, "23 November, 24 November and 25 November 2026", "18 hours"):
        assert fact in words
    assert "not a qualification" in " ".join(words.split())
    reader = PdfReader(io.BytesIO(response.content))
    root = cast("DictionaryObject", reader.trailer["/Root"])
    assert (root.get("/MarkInfo", {}).get("/Marked"), str(root.get("/Lang"))) == (True, "en-GB")


@pytest.mark.parametrize("name", NAMES)
def test_names_in_many_scripts_get_a_tagged_certificate(
    attended: Cohort, tea: Person, now: dt.datetime, name: str
) -> None:
    (certificate,) = issue_certificates(cohort=attended, actor=tea, now=now)
    fresh = correct_certificate(certificate=certificate, name=name, actor=tea, now=now)
    pdf = certificate_pdf(fresh)
    assert pdf.tagged
    if name.isascii() or name[0] in "ŞΕО":
        assert name in text_of(pdf.data)


def test_a_character_in_no_font_still_gets_a_certificate(attended: Cohort, tea: Person, now: dt.datetime) -> None:
    (certificate,) = issue_certificates(cohort=attended, actor=tea, now=now)
    fresh = correct_certificate(certificate=certificate, name="Ada 𓂀 Adeyemi", actor=tea, now=now)
    assert certificate_pdf(fresh).data.startswith(b"%PDF")


def test_anybody_verifies_and_a_void_one_says_so(
    client: Client, attended: Cohort, tea: Person, now: dt.datetime, counting_afresh: None
) -> None:
    (certificate,) = issue_certificates(cohort=attended, actor=tea, now=now)
    typed = certificate.number.lower().replace("-", " ")
    found = client.get(reverse("course:verify"), {"number": typed}, follow=True)
    assert "This certificate is valid" in found.text
    assert certificate.name in found.text
    assert client.get(reverse("course:verify_number", args=["IPT-2222-2222"])).status_code == 404
    assert client.get(reverse("course:verify"), {"number": "nonsense"}).status_code == 422

    fresh = correct_certificate(certificate=certificate, name="Ada A. Adeyemi", actor=tea, now=now)
    old = client.get(reverse("course:verify_number", args=[certificate.number])).text
    assert "was replaced" in old
    assert "Ada" not in old
    revoke_certificate(certificate=fresh, reason="Issued in error.", actor=tea, now=now)
    void = client.get(reverse("course:verify_number", args=[fresh.number])).text
    assert "This certificate was revoked" in void
    assert "Issued in error." in void


def test_only_tutors_correct_and_revoke_and_a_reason_is_needed(
    client: Client, attended: Cohort, tea: Person, ada: Person, now: dt.datetime
) -> None:
    (certificate,) = issue_certificates(cohort=attended, actor=tea, now=now)
    correct = reverse("course:certificate_correct", args=[certificate.id])
    revoke = reverse("course:certificate_revoke", args=[certificate.id])
    assert [sign_in(Client(), ada).post(url, submitted()).status_code for url in (correct, revoke)] == [404, 404]
    sign_in(client, tea)
    assert [client.get(url).status_code for url in (correct, revoke)] == [200, 200]
    assert client.post(revoke, submitted(reason=" ")).status_code == 422
    assert client.post(correct, submitted(name="  Ada   Adeyemi-Cole ")).status_code == 302
    assert Certificate.objects.get(state="valid").name == "Ada Adeyemi-Cole"
    with pytest.raises(ValidationError, match="replaced already"):
        correct_certificate(certificate=certificate, name="Ada", actor=tea, now=now)


@pytest.mark.parametrize("people", [1, 3, 300])
def test_the_list_takes_the_same_queries_for_any_number(
    client: Client, tea: Person, people: int, django_assert_num_queries: object
) -> None:
    cohort = builders.a_cohort(tea)
    for number in range(people):
        builders.a_place(cohort, builders.a_person(f"Person {number}"))
    sign_in(client, tea)
    client.get(reverse("course:certificates", args=[cohort.id]))
    with django_assert_num_queries(7):  # type: ignore[operator]
        assert client.get(reverse("course:certificates", args=[cohort.id])).status_code == 200
