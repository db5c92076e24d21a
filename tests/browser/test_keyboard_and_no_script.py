"""Each task of a delegate, with the keyboard alone and, separately, without JavaScript."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from ipt.accounts.actions.links import make_link
from ipt.accounts.models import Link, Person
from ipt.course.actions.attendance import Mark, mark_register
from ipt.course.actions.certificates import issue_certificates
from ipt.course.actions.door import let_in, open_door
from ipt.course.models import Attendance, Cohort, Place
from ipt.course.queries.packs import course_of
from tests import builders
from tests.browser import delegate as doing
from tests.browser.hands import Keyboard, Mouse
from tests.browser.room import a_running_cohort, ask, sign_in
from tests.browser.visitor import Visitor, with_mouse
from tests.browser.window import Window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cohort(tea: Person) -> Cohort:
    return a_running_cohort(tea)


@pytest.fixture
def place(cohort: Cohort, ben: Person) -> Place:
    return builders.a_place(cohort, ben)


@pytest.fixture(params=["keyboard", "no script"])
def stranger(request: pytest.FixtureRequest, window_at: Callable[..., Window], live_server: LiveServer) -> Visitor:
    """Somebody who has a keyboard and nothing else, and somebody whose browser runs no scripts."""
    if request.param == "keyboard":
        window = window_at(live_server.url)
        return Visitor(window, Keyboard(window.page))
    return Visitor(window_at(live_server.url, java_script_enabled=False), Mouse())


@pytest.fixture
def visitor(stranger: Visitor, place: Place) -> Visitor:
    """The same, when they are Ben."""
    sign_in(stranger.window, place.person)
    return stranger


def a_link(person: Person) -> str:
    token = make_link(person=person, kind=Link.Kind.PERSONAL, actor=None, now=timezone.now())
    return f"/link/{token}/"


def test_ask_for_a_place(stranger: Visitor, tea: Person) -> None:
    cohort = builders.a_published_cohort(tea)
    doing.ask_for_a_place(stranger, f"/enrol/{cohort.id}/", "Dora Dean", "dora@example.org")
    stranger.follow("See your place")
    stranger.sees("You have a place")


def test_open_a_link(stranger: Visitor, place: Place) -> None:
    doing.come_by_link(stranger, a_link(place.person))
    stranger.sees("Check in")


def test_accept_an_offer(visitor: Visitor, place: Place) -> None:
    place.state, place.offered_until = Place.State.OFFERED, timezone.now() + dt.timedelta(hours=48)
    place.save(update_fields=["state", "offered_until"])
    visitor.open("/")
    doing.accept_the_offer(visitor)


def test_answer_the_needs_and_change_the_answer(visitor: Visitor, place: Place) -> None:
    sitting = ask(place.cohort, "needs")
    visitor.open(f"/cohorts/{place.cohort_id}/")
    visitor.follow("Before we meet")
    doing.answer_the_needs(visitor, "Doctor", ["Ward", "Primary care"], "To ask better questions")
    visitor.choose("Social worker", of="Which comes closest to your role?")
    visitor.press("Keep the changes")
    visitor.sees("Your answer is kept.")
    kept = sitting.responses.get(place=place).values
    assert (kept["role"], kept["setting"]) == ("social-worker", ["primary-care", "ward"])


def test_answer_a_question_of_the_day(visitor: Visitor, place: Place) -> None:
    ask(place.cohort, "day-1-hopes")
    visitor.open(f"/cohorts/{place.cohort_id}/sittings/")
    visitor.follow("What you hope for")
    visitor.write("Word or short phrase 1", "calmer evenings")
    visitor.press("Send")
    visitor.sees("Your answer is kept.")


def test_give_feedback(visitor: Visitor, place: Place) -> None:
    sitting = ask(place.cohort, "feedback")
    visitor.open(f"/sittings/{sitting.id}/")
    doing.give_feedback(visitor, 4, 5, "It made me listen.", may_quote=True)
    visitor.sees("Your receipt code")


def test_check_in(visitor: Visitor, place: Place) -> None:
    visitor.open("/")
    visitor.press("I am here")
    visitor.sees("You are marked as there: day 1 morning.")
    assert place.attendance.get().present


def test_read_the_materials(visitor: Visitor, place: Place) -> None:
    blocks = course_of(place.cohort).half_days[0].blocks
    block, paper = next((one, one.module.handout) for one in blocks if one.module and one.module.handout)
    visitor.open(f"/cohorts/{place.cohort_id}/")
    doing.open_menu_of_course(visitor, "Timetable and materials")
    visitor.follow(block.title)
    visitor.reads(block.title)
    visitor.follow("Handout")
    visitor.reads(paper.title)


def test_take_the_dates(visitor: Visitor, place: Place) -> None:
    visitor.open(f"/places/{place.id}/calendar/")
    assert visitor.download("Take the file").suggested_filename == "ipt-essentials.ics"


def test_take_the_certificate(visitor: Visitor, place: Place, tea: Person) -> None:
    now = timezone.now()
    for half_day in place.cohort.half_days.all():
        marks = [Mark(place, present=True)]
        mark_register(half_day=half_day, marks=marks, source=Attendance.Source.TUTOR, actor=tea, now=now)
    certificate = issue_certificates(cohort=place.cohort, actor=tea, now=now)[0]
    visitor.open(f"/cohorts/{place.cohort_id}/")
    doing.open_menu_of_course(visitor, "Attendance and certificate")
    visitor.sees("The rule for the certificate is met.")
    taken = visitor.download("Open the certificate (PDF)")
    assert taken.suggested_filename == f"{certificate.number}.pdf"


def test_give_up_the_place(visitor: Visitor, place: Place) -> None:
    visitor.open(f"/cohorts/{place.cohort_id}/")
    doing.give_up_the_place(visitor)


def test_list_and_end_sessions(
    stranger: Visitor, place: Place, window_at: Callable[..., Window], live_server: LiveServer
) -> None:
    """Ben has left himself signed in elsewhere."""
    link = a_link(place.person)
    elsewhere = with_mouse(window_at(live_server.url))
    doing.come_by_link(elsewhere, link)
    doing.come_by_link(stranger, link)
    stranger.follow("Your account")
    expect(stranger.main.get_by_text("Last used")).to_have_count(2)
    stranger.press("Sign out everywhere else")
    stranger.sees("All other browsers are signed out.")
    expect(stranger.main.get_by_text("Last used")).to_have_count(1)
    elsewhere.open("/")
    expect(elsewhere.page.get_by_role("link", name="Sign in")).to_be_visible()


def test_come_in_with_the_code_of_the_room(stranger: Visitor, cohort: Cohort, place: Place, tea: Person) -> None:
    now = timezone.now()
    code = open_door(cohort=cohort, actor=tea, now=now).room_code
    stranger.open("/join/")
    stranger.write("Room code", str(code))
    stranger.write("Your name", "Ben Bright")
    stranger.press("Knock")
    stranger.follow("Keep it still")
    stranger.sees("Look whether I am let in")
    let_in(knock=cohort.knocks.get(), place=place, actor=tea, now=now)
    stranger.follow("Look whether I am let in")
    stranger.sees("Check in")


def test_claim_an_account(visitor: Visitor, place: Place) -> None:
    visitor.open("/")
    visitor.follow("Your account")
    visitor.follow("Make an account")
    visitor.write("Password", "four calm words here")
    visitor.press("Make my account")
    visitor.sees("You have an account now")


def test_sign_out(visitor: Visitor, place: Place) -> None:
    visitor.open("/")
    visitor.press("Sign out")
    expect(visitor.page.get_by_role("link", name="Sign in")).to_be_visible()
