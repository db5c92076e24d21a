"""Go or no-go: who decided, when and why; cancelling and finishing; the reminder on the day."""

import datetime as dt
import zoneinfo

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from ipt.accounts.models import Person
from ipt.course.actions.cohorts import finish_cohort
from ipt.course.actions.decisions import Verdict, announce_decisions, decide
from ipt.course.models import Cohort
from ipt.outbox.due import run_due
from ipt.outbox.models import Message
from tests import builders
from tests.builders import sent
from tests.conftest import sign_in


@pytest.fixture
def summer(tea: Person) -> Cohort:
    """Needs two people, and has one; its go/no-go date is 46 days from now."""
    cohort = builders.a_published_cohort(tea, least=2, most=3)
    builders.asked_for(cohort, "Ada")
    return cohort


def test_going_ahead_below_the_minimum_needs_a_reason(client: Client, tea: Person, ada: Person, summer: Cohort) -> None:
    page = f"/cohorts/{summer.id}/decide/"
    assert sign_in(client, ada).post(page, sent(verdict="go")).status_code == 404
    refused = sign_in(client, tea).post(page, sent(verdict="go"))
    assert refused.status_code == 422
    assert "Places taken: 1; the minimum is 2." in refused.content.decode()
    assert client.post(page, sent(verdict="go", note="Paid for by the trust.")).status_code == 302
    summer.refresh_from_db()
    assert (summer.state, summer.decided_by, summer.decision_note) == ("confirmed", tea, "Paid for by the trust.")
    assert summer.decided_at is not None
    assert client.post(page, sent(verdict="cancel")).status_code == 422
    assert "Paid for by the trust." in client.get(f"/cohorts/{summer.id}/").content.decode()


def test_no_go_cancels_and_tells(client: Client, tea: Person, summer: Cohort) -> None:
    Message.objects.all().delete()
    page = f"/cohorts/{summer.id}/decide/"
    assert sign_in(client, tea).post(page, sent(verdict="cancel")).status_code == 302
    summer.refresh_from_db()
    assert summer.state == "cancelled"
    assert list(Message.objects.values_list("recipient", flat=True)) == ["ada@example.org"]
    assert Client().get(f"/enrol/{summer.id}/").status_code == 404


def test_cancelling_needs_a_reason_and_happens_once(client: Client, tea: Person, ada: Person, summer: Cohort) -> None:
    page = f"/cohorts/{summer.id}/cancel/"
    assert sign_in(client, ada).post(page, sent(note="Flu.")).status_code == 404
    assert sign_in(client, tea).post(page, sent()).status_code == 422
    assert client.post(page, sent(note="The tutor is ill.")).status_code == 302
    assert client.post(page, sent(note="The tutor is ill.")).status_code == 422
    summer.refresh_from_db()
    assert (summer.state, summer.decision_note) == ("cancelled", "The tutor is ill.")


def test_finishing_waits_for_the_last_half_day(client: Client, tea: Person, summer: Cohort) -> None:
    decide(cohort=summer, verdict=Verdict.GO, note="All the same.", actor=tea, now=summer.created_at)
    refused = sign_in(client, tea).post(f"/cohorts/{summer.id}/finish/", sent())
    assert refused.status_code == 422
    assert "The last half-day is not over yet." in refused.content.decode()
    end = summer.half_days.get(number=6).ends_at(summer.tz)
    assert finish_cohort(cohort=summer, actor=tea, now=end).state == "finished"
    with pytest.raises(ValidationError, match="Only a cohort that went ahead"):
        finish_cohort(cohort=summer, actor=tea, now=end)


def test_tutors_are_reminded_once_at_nine_local_time(tea: Person, summer: Cohort) -> None:
    Message.objects.all().delete()
    nine = dt.datetime.combine(summer.decide_on, dt.time(9), tzinfo=zoneinfo.ZoneInfo("Europe/London"))
    assert announce_decisions(nine - dt.timedelta(seconds=1)) == 0
    assert run_due(nine)["course.decisions.announce"] == 1
    assert run_due(nine + dt.timedelta(minutes=1))["course.decisions.announce"] == 0
    assert list(Message.objects.values_list("recipient", flat=True)) == ["tea@example.org"]
