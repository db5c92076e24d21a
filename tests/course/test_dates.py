"""Moving half-days: order is kept, SEQUENCE rises for what changed, and only people with a place are told."""

import datetime as dt

import pytest
from django.test import Client

from ipt.accounts.models import Person
from ipt.course.actions.cohorts import change_cohort
from ipt.course.actions.half_days import move_half_days
from ipt.course.models import Cohort
from ipt.outbox.models import Message
from tests import builders
from tests.builders import sent
from tests.conftest import sign_in


@pytest.fixture
def summer(tea: Person) -> Cohort:
    """Two seats: Ada and Ben have them, Cleo waits."""
    cohort = builders.a_published_cohort(tea, least=1, most=2)
    builders.asked_for(cohort, "Ada", "Ben", "Cleo")
    return cohort


def typed(cohort: Cohort, **changes: str) -> dict[str, object]:
    form = {}
    for day in cohort.half_days.all():
        form[f"date_{day.number}"] = day.date.isoformat()
        form[f"starts_{day.number}"] = day.starts.strftime("%H:%M")
    return sent(**{**form, **changes})


def sequences(cohort: Cohort) -> list[int]:
    return list(cohort.half_days.order_by("number").values_list("sequence", flat=True))


def test_only_what_changed_rises_and_is_sent(client: Client, tea: Person, ada: Person, summer: Cohort) -> None:
    Message.objects.all().delete()
    last = summer.half_days.get(number=6)
    later = (last.date + dt.timedelta(days=21)).isoformat()
    page = f"/cohorts/{summer.id}/dates/"
    assert sign_in(client, ada).post(page, typed(summer, date_6=later)).status_code == 404
    move = typed(summer, date_6=later)
    assert sign_in(client, tea).post(page, move).status_code == 302
    assert client.post(page, move).status_code == 302
    assert sequences(summer) == [0, 0, 0, 0, 0, 1]
    messages = Message.objects.exclude(calendar="").order_by("recipient")
    assert list(messages.values_list("recipient", flat=True)) == ["ada@example.org", "ben@example.org"]
    assert client.post(page, typed(summer)).status_code == 302
    assert (sequences(summer), messages.count()) == ([0, 0, 0, 0, 0, 1], 2)


def test_overlapping_half_days_are_refused(client: Client, tea: Person, summer: Cohort) -> None:
    before = list(summer.half_days.values_list("date", "starts", "sequence"))
    page = f"/cohorts/{summer.id}/dates/"
    refused = sign_in(client, tea).post(page, typed(summer, starts_2="09:45"))
    assert refused.status_code == 422
    assert "Half-day 2 must begin after half-day 1 is over" in refused.content.decode()
    assert 'value="09:45"' in refused.content.decode()
    assert client.post(page, typed(summer, date_3="tomorrow")).status_code == 422
    assert list(summer.half_days.values_list("date", "starts", "sequence")) == before


def test_what_is_over_stays(tea: Person, summer: Cohort) -> None:
    first, second = summer.half_days.all()[:2]
    during = first.ends_at(summer.tz) + dt.timedelta(minutes=1)
    with pytest.raises(Exception, match="Half-day 1 is over"):
        move_half_days(cohort=summer, times={1: (first.date, dt.time(8))}, actor=tea, now=during)
    later = (second.date, (dt.datetime.combine(second.date, second.starts) + dt.timedelta(minutes=5)).time())
    assert [day.number for day in move_half_days(cohort=summer, times={2: later}, actor=tea, now=during)] == [2]


def test_another_venue_reaches_the_calendars_too(tea: Person, summer: Cohort) -> None:
    Message.objects.all().delete()
    now = summer.created_at
    change_cohort(cohort=summer, actor=tea, now=now, hold_hours=24, venue=summer.venue)
    assert (sequences(summer), Message.objects.count()) == ([0] * 6, 0)
    change_cohort(cohort=summer, actor=tea, now=now, venue="Room 5, Northside House")
    dated = Message.objects.exclude(calendar="").order_by("recipient")
    assert sequences(summer) == [1] * 6
    assert list(dated.values_list("recipient", flat=True)) == ["ada@example.org", "ben@example.org"]
    assert all("Room 5" in message.body for message in dated)
