"""What people are told about their place: the right thing, once, and nothing that is nobody's business."""

import datetime as dt

import pytest

from ipt.accounts.models import Link, Person
from ipt.accounts.queries.links import person_for_token
from ipt.course import mail
from ipt.course.models import Cohort, Place
from ipt.outbox.models import Message
from tests import builders
from tests.course.rfc5545 import read

PLACE_TAKEN = """\
Hello Ben Bright,

You have a place on Spring cohort, with Tea Tanner.

  Monday 23 November 2026, 09:30 to 12:30 and 13:30 to 16:30
  Tuesday 24 November 2026, 09:30 to 12:30 and 13:30 to 16:30
  Wednesday 25 November 2026, 09:30 to 12:30 and 13:30 to 16:30

All times are London time.

Where: Room 4, Northside House

This is your own way in. It needs no password, so please keep it to yourself:

  {secret}

What to do next: open it once before the course. There you find the timetable and a few questions about your work and \
what you hope for, which let the tutors fit the course to this group.

If you cannot come, please give up your place there: somebody else may be waiting. If a colleague can come instead of \
you, tell us, and we change the name.

The half-days are attached for your calendar. If one moves, you get a new one, which replaces the old.

Questions? Write to spring@example.org.

  Northside Learning
"""


def place_of(cohort: Cohort, person: Person) -> Place:
    cohort.contact_email = "spring@example.org"
    cohort.save(update_fields=["contact_email"])
    return Place.objects.select_related("person", "cohort").get(cohort=cohort, person=person)


def the_message() -> Message:
    return Message.objects.get()


def methods(message: Message) -> list[str]:
    return [calendar.values["METHOD"] for calendar in read(message.calendar)] if message.calendar else []


def test_a_place_that_is_taken(cohort: Cohort, ben: Person, now: dt.datetime) -> None:
    mail.place_taken(place_of(cohort, ben), now)
    message = the_message()
    assert (message.subject, message.recipient) == ("Your place: Spring cohort", "ben@example.org")
    assert message.body == PLACE_TAKEN
    assert methods(message) == ["REQUEST"] * 6
    assert (message.about, message.person, message.kind) == (cohort.id, ben.id, "course.place_taken")


def test_the_secret_is_the_persons_own_link_and_opens_nothing_else(
    cohort: Cohort, ben: Person, now: dt.datetime
) -> None:
    mail.place_taken(place_of(cohort, ben), now)
    token = the_message().secret.rstrip("/").rpartition("/")[2]
    link = person_for_token(token, now)
    assert link is not None
    assert (link.person, link.kind) == (ben, Link.Kind.PERSONAL)
    assert person_for_token(token[:-1] + "~", now) is None


def test_the_same_happening_is_told_once(cohort: Cohort, ben: Person, now: dt.datetime) -> None:
    place = place_of(cohort, ben)
    mail.place_taken(place, now)
    mail.place_taken(place, now + dt.timedelta(days=1))
    assert (Message.objects.count(), Link.objects.count()) == (1, 1)


def test_nobody_without_an_address_is_written_to_or_given_a_link(cohort: Cohort, now: dt.datetime) -> None:
    place = builders.a_place(cohort, builders.a_person("Dee Dale"))
    mail.place_taken(place, now)
    assert (Message.objects.count(), Link.objects.count()) == (0, 0)


@pytest.mark.parametrize("state", [Place.State.WAITING, Place.State.OFFERED])
def test_nobody_who_waits_gets_dates_for_a_calendar(
    cohort: Cohort, cleo: Person, now: dt.datetime, state: Place.State
) -> None:
    place = builders.a_place(cohort, cleo, state)
    place.offered_until = now + dt.timedelta(hours=48)
    mail.place_waiting(place, now)
    mail.place_offered(place, now)
    mail.already_here(place, now)
    mail.half_days_moved(cohort, list(cohort.half_days.all())[:1], now)
    mail.offer_lapsed(place, now)
    mail.place_withdrawn(place, now)
    mail.cohort_cancelled(cohort, now)
    to_cleo = Message.objects.filter(person=cleo.id)
    assert set(to_cleo.values_list("kind", "calendar")) == {
        ("course.place_waiting", ""),
        ("course.place_offered", ""),
        ("course.already_here", ""),
        ("course.half_days_moved", ""),
        ("course.offer_lapsed", ""),
        ("course.place_withdrawn", ""),
        ("course.cohort_cancelled", ""),
    }
    offered = to_cleo.get(kind="course.place_offered")
    assert "until Wednesday 25 November 2026 at 09:00 (London time)." in offered.body
    assert to_cleo.get(kind="course.place_withdrawn").subject == "You are off the list: Spring cohort"


def test_the_link_to_the_meeting_is_for_those_who_have_a_place(
    cohort: Cohort, ben: Person, cleo: Person, now: dt.datetime
) -> None:
    cohort.venue, cohort.online_link = "", "https://meet.example.org/spring"
    cohort.save(update_fields=["venue", "online_link"])
    mail.place_taken(place_of(cohort, ben), now)
    mail.place_waiting(builders.a_place(cohort, cleo, Place.State.WAITING), now)
    to_ben, to_cleo = Message.objects.get(person=ben.id), Message.objects.get(person=cleo.id)
    assert "Where: https://meet.example.org/spring\n" in to_ben.body
    assert "Where: online; the link comes with the place\n" in to_cleo.body
    assert "meet.example.org" not in to_cleo.body


def test_a_place_given_up_takes_its_dates_out(cohort: Cohort, ben: Person, now: dt.datetime) -> None:
    mail.place_withdrawn(place_of(cohort, ben), now)
    assert the_message().subject == "You have given up your place: Spring cohort"
    assert methods(the_message()) == ["CANCEL"] * 6
    assert the_message().secret == ""


def test_neither_of_two_who_change_places_is_told_of_the_other(
    cohort: Cohort, ada: Person, cleo: Person, now: dt.datetime
) -> None:
    old, new = place_of(cohort, ada), builders.a_place(cohort, cleo)
    mail.place_replaced(old, new, now)
    to_ada, to_cleo = Message.objects.get(person=ada.id), Message.objects.get(person=cleo.id)
    assert (to_ada.kind, methods(to_ada)) == ("course.place_replaced", ["CANCEL"] * 6)
    assert (to_cleo.kind, methods(to_cleo)) == ("course.place_taken", ["REQUEST"] * 6)
    assert "Cleo" not in to_ada.body
    assert "Ada" not in to_cleo.body


def test_whoever_asks_again_is_told_once_an_hour(cohort: Cohort, ben: Person, now: dt.datetime) -> None:
    place = place_of(cohort, ben)
    for minutes in (0, 1, 59):
        mail.already_here(place, now + dt.timedelta(minutes=minutes))
    assert Message.objects.count() == 1
    assert "You have a place already." in the_message().body
    mail.already_here(place, now + dt.timedelta(minutes=60))
    assert Message.objects.count() == 2


def test_a_new_link_is_sent_each_time_it_is_asked_for(cohort: Cohort, ben: Person, now: dt.datetime) -> None:
    place = place_of(cohort, ben)
    mail.link_sent(place, now)
    mail.link_sent(place, now + dt.timedelta(minutes=1))
    assert len(set(Message.objects.values_list("secret", flat=True))) == 2


def test_what_people_typed_cannot_become_a_header_or_an_address(cohort: Cohort, now: dt.datetime) -> None:
    cohort.title = "Spring\r\nBcc: eve@example.org\r\n\r\ncohort <b>&"
    sly = builders.a_person("Sly {secret}\nSubject: owned", email="sly@example.org")
    place = builders.a_place(cohort, sly)
    place.adjustment = "Large print"
    mail.place_taken(place, now)
    message = the_message()
    assert message.subject == "Your place: Spring Bcc: eve@example.org cohort <b>&"
    assert message.body.startswith(
        "Hello Sly  Subject: owned,\n\nYou have a place on Spring Bcc: eve@example.org cohort <b>&,"
    )
    assert message.body.count("{secret}") == 1
    assert "Large print" not in message.body + message.subject + message.calendar
