"""The first page: each person's one next step."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from ipt.accounts.models import Person
from ipt.course.actions.sittings import close_sitting, open_sitting
from ipt.course.models import Attendance, Certificate, Cohort, HalfDay, Membership, Place
from ipt.course.queries.delegate import attending, attending_in
from ipt.course.queries.delegate_step import DelegateStep, half_day_steps, home_of
from tests import builders
from tests.conftest import sign_in

# Session, user; tutored; places with cohort and pack, half-days, marks, open sittings, certificates.
DELEGATE_QUERIES = 8
# Session, user; tutored, their half-days, seats, marks, certificates, feedback; own places.
TUTOR_QUERIES = 9
FIRST = dt.date(2027, 3, 1)


@pytest.fixture
def spring(tea: Person, ada: Person) -> Cohort:
    """The real course from 1 to 3 March 2027, going ahead, with Ada."""
    cohort = builders.a_cohort(tea, first=FIRST, state=Cohort.State.CONFIRMED, pack=builders.the_pack())
    builders.a_place(cohort, ada)
    return cohort


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2027, 3, day, hour, minute, tzinfo=dt.UTC)


def step_of(person: Person, now: dt.datetime) -> DelegateStep:
    first, *others = attending(person, now)
    return home_of(first, now, others).step


def there(cohort: Cohort, person: Person, *numbers: int) -> None:
    place = cohort.places.get(person=person)
    for half_day in cohort.half_days.filter(number__in=numbers):
        Attendance.objects.create(place=place, half_day=half_day, present=True, source="self", marked_at=builders.NOW)


def test_a_stranger_finds_every_way_in(client: Client, tea: Person) -> None:
    page = client.get("/").content.decode()
    ways = ("/prospectus/", "/join/", "/account/sign-in/", "/verify/", "/help/")
    assert [f'href="{way}"' in page for way in ways] == [True] * len(ways)
    assert "/first-run/" not in page


def test_where_nobody_is_yet_the_page_leads_to_the_first_account(client: Client, db: None) -> None:
    assert "/first-run/" in client.get("/").content.decode()


def test_whoever_has_nothing_yet_is_told_what_to_do(client: Client, olu: Person, cleo: Person) -> None:
    assert 'href="/cohorts/new/"' in sign_in(client, olu).get("/").content.decode()
    page = sign_in(client, cleo).get("/").content.decode()
    assert ['href="/cohorts/new/"' in page, 'href="/prospectus/"' in page] == [False, True]


def test_a_delegate_from_the_offer_to_the_certificate(tea: Person, ada: Person, spring: Cohort) -> None:
    place = spring.places.get()
    Place.objects.filter(pk=place.pk).update(state=Place.State.WAITING)
    assert step_of(ada, builders.NOW).title == "You are on the waiting list"
    Place.objects.filter(pk=place.pk).update(state=Place.State.OFFERED, offered_until=at(1, 8))
    assert step_of(ada, builders.NOW).title == "A place is offered to you"
    Place.objects.filter(pk=place.pk).update(state=Place.State.TAKEN)
    needs = open_sitting(cohort=spring, activity="needs", actor=tea, now=builders.NOW)
    assert step_of(ada, builders.NOW).url == f"/sittings/{needs.id}/"
    close_sitting(sitting=needs, actor=tea, now=builders.NOW)
    assert step_of(ada, builders.NOW).title == "Come on Monday 1 March"
    assert step_of(ada, at(1, 8, 59)).title == "Today at 09:30"
    here = step_of(ada, at(1, 9))
    assert (here.checks_in, here.url) == (True, f"/places/{place.id}/check-in/")
    there(spring, ada, 1)
    assert step_of(ada, at(1, 9)).text == "You are checked in. It begins in a moment."
    assert step_of(ada, at(1, 10)).url == f"/cohorts/{spring.id}/blocks/mood-and-people/"
    assert step_of(ada, at(1, 11)).title == "Break"
    there(spring, ada, 2, 3, 4, 5, 6)
    form = open_sitting(cohort=spring, activity="feedback", actor=tea, now=at(3, 16))
    assert step_of(ada, at(3, 16)).title == "Give your feedback"
    close_sitting(sitting=form, actor=tea, now=at(3, 17))
    assert step_of(ada, at(3, 17)).title == "The six half-days are over"
    certificate = Certificate.objects.create(place=place, number="A", name="Ada", facts={}, issued_at=at(3, 17))
    assert step_of(ada, at(3, 17)).url == f"/certificates/{certificate.id}.pdf"


def test_the_half_days_are_steps(ada: Person, spring: Cohort) -> None:
    there(spring, ada, 1)
    one = attending_in(ada, spring)
    assert one is not None
    steps = half_day_steps(one, at(1, 14))
    assert [step.state for step in steps] == ["done", "now", "later", "later", "later", "later"]
    assert steps[0].note == "Mon 1 Mar, 09:30–12:30 · you were there"


def test_a_cancelled_course_says_so_and_a_living_one_comes_first(tea: Person, ada: Person, spring: Cohort) -> None:
    Cohort.objects.filter(pk=spring.pk).update(state=Cohort.State.CANCELLED)
    assert step_of(ada, builders.NOW).title == "This course was cancelled"
    later = builders.a_cohort(tea, title="Later", first=dt.date(2027, 6, 1), pack=builders.the_pack())
    builders.a_place(later, ada)
    first, second = attending(ada, builders.NOW)
    assert (first.cohort, second.cohort) == (later, spring)
    assert "Whether it goes ahead is decided by Tuesday 18 May" in step_of(ada, builders.NOW).text


def test_checking_in_works_from_the_first_page(client: Client, ada: Person, spring: Cohort) -> None:
    now = timezone.now().astimezone(spring.tz)
    starts = now.replace(second=0, microsecond=0) - dt.timedelta(minutes=2)
    spring.half_days.filter(number=1).update(date=starts.date(), starts=starts.time())
    place = spring.places.get()
    page = sign_in(client, ada).get("/").content.decode()
    assert f'action="/places/{place.id}/check-in/"' in page
    client.post(f"/places/{place.id}/check-in/", builders.sent())
    assert Attendance.objects.get(place=place).present
    assert f'action="/places/{place.id}/check-in/"' not in client.get("/").content.decode()


def test_one_person_never_sees_the_steps_of_another(client: Client, ada: Person, cleo: Person, spring: Cohort) -> None:
    assert spring.title in sign_in(client, ada).get("/").content.decode()
    assert spring.title not in sign_in(client, cleo).get("/").content.decode()


def test_tutors_see_each_cohort_with_its_step(client: Client, tea: Person, ada: Person, spring: Cohort) -> None:
    draft = builders.a_cohort(tea, title="Draft", first=dt.date(2028, 3, 1), state=Cohort.State.DRAFT)
    builders.a_cohort(tea, title="Over", state=Cohort.State.FINISHED)
    context = sign_in(client, tea).get("/").context
    steps = [(one.cohort, one.step.url_name) for one in (context["first"], *context["others"])]
    assert steps == [(spring, "course:needs"), (draft, "course:publish")]


def test_a_tutor_who_attends_elsewhere_sees_both(client: Client, tea: Person, olu: Person, spring: Cohort) -> None:
    other = builders.a_cohort(olu, title="Olu's course", pack=builders.the_pack())
    builders.a_place(other, tea)
    page = sign_in(client, tea).get("/").content.decode()
    assert [f"/cohorts/{cohort.id}/" in page for cohort in (spring, other)] == [True, True]


@pytest.mark.parametrize("rows", [1, 3, 300])
def test_a_tutors_page_keeps_its_queries(
    client: Client, tea: Person, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    pack = builders.a_pack()
    cohorts = Cohort.objects.bulk_create(
        Cohort(title=f"C{n}", provider="P", pack=pack, state="confirmed", decide_on=FIRST, created_at=builders.NOW)
        for n in range(rows)
    )
    HalfDay.objects.bulk_create(
        HalfDay(cohort=cohort, number=1, date=FIRST, starts=dt.time(9), minutes=180) for cohort in cohorts
    )
    Membership.objects.bulk_create(
        Membership(cohort=cohort, person=tea, role="tutor", since=builders.NOW) for cohort in cohorts
    )
    sign_in(client, tea)
    with django_assert_num_queries(TUTOR_QUERIES):
        answer = client.get("/")
    assert len(answer.context["others"]) == min(rows, 8) - 1
    assert answer.context["has_more"] == (rows > 8)


@pytest.mark.parametrize("rows", [1, 3, 300])
def test_a_delegates_page_keeps_its_queries(
    client: Client, tea: Person, ada: Person, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    pack = builders.the_pack()
    cohorts = Cohort.objects.bulk_create(
        Cohort(title=f"C{n}", provider="P", pack=pack, state="open", decide_on=FIRST, created_at=builders.NOW)
        for n in range(rows)
    )
    HalfDay.objects.bulk_create(
        HalfDay(cohort=cohort, number=1, date=FIRST, starts=dt.time(9), minutes=180) for cohort in cohorts
    )
    Place.objects.bulk_create(
        Place(cohort=cohort, person=ada, state="taken", source="link", turn=1, asked_at=builders.NOW)
        for cohort in cohorts
    )
    sign_in(client, ada).get("/")
    with django_assert_num_queries(DELEGATE_QUERIES):
        answer = client.get("/")
    assert len(answer.context["home"].others) == rows - 1
