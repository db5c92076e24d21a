"""The story of the demo: at each stage it stands where it says, told through the actions, at any time of the year."""

import datetime as dt
import zoneinfo
from collections import Counter

import pytest

from ipt import library
from ipt.accounts.queries.links import person_for_token
from ipt.audit.models import Event
from ipt.course.models import Attendance, Box, Certificate, Cohort, Place, Response, Sitting
from ipt.course.queries.attendance import register_of
from ipt.course.queries.certificates import standing
from ipt.course.queries.seats import seats_of
from ipt.outbox.models import Message
from ipt.site.demo.answers import StoryMistake, given, read
from ipt.site.demo.calendar import Stage, main_days, online_days, spring_days
from ipt.site.demo.feedback import HARBOUR, NORTHGATE
from ipt.site.demo.story import Told, tell

LONDON = zoneinfo.ZoneInfo("Europe/London")
CONTENT = library.find_content()
STATE = Place.State
# A Thursday afternoon; the small hours of a day in summer; a Sunday night before Christmas.
AFTERNOON = dt.datetime(2026, 11, 26, 15, 0, tzinfo=LONDON)
SMALL_HOURS = dt.datetime(2026, 7, 1, 0, 30, tzinfo=LONDON)
BEFORE_CHRISTMAS = dt.datetime(2026, 12, 20, 22, 30, tzinfo=LONDON)


def told(stage: Stage, now: dt.datetime) -> Told:
    return tell(
        stage=stage, content=library.make_pack(CONTENT), password="a password for tests", now=now.astimezone(dt.UTC)
    )


def cohort_at(place: str) -> Cohort:
    return Cohort.objects.get(title__endswith=place)


def states(cohort: Cohort) -> Counter[str]:
    return Counter(cohort.places.values_list("state", flat=True))


def check_what_is_always_there(now: dt.datetime) -> None:
    harbour, online = cohort_at("Harbour House"), cohort_at("online")
    assert (harbour.state, online.state) == (Cohort.State.FINISHED, Cohort.State.OPEN)
    assert states(harbour) == {STATE.TAKEN: 14}
    assert states(online) == {
        STATE.TAKEN: 14,
        STATE.OFFERED: 1,
        STATE.WAITING: 3,
        STATE.WITHDRAWN: 1,
        STATE.REPLACED: 1,
    }
    assert online.places.get(state=STATE.OFFERED).offered_until == now + dt.timedelta(hours=43)
    assert online.places.get(replaces__isnull=False).person.name == "Daniel Osei"
    certificates = Counter(Certificate.objects.filter(place__cohort=harbour).values_list("state", flat=True))
    assert certificates == {"valid": 13, "replaced": 1}
    box = Box.objects.get(sitting__cohort=harbour, sitting__activity="feedback")
    assert (box.answers, sum(bool(comment["shown"]) for comment in box.comments)) == (14, 3)
    for cohort in Cohort.objects.all():
        assert seats_of(cohort).held <= cohort.most
        assert [member.person.name for member in cohort.memberships.all()] == ["Tea Marlowe"]
    assert not Event.objects.filter(at__gt=now).exists()
    assert not Message.objects.filter(sent_at=None).exists()
    assert not Response.objects.filter(answered_at__gt=now).exists()


@pytest.mark.django_db
def test_planned_nine_have_come_and_six_have_said_what_they_need() -> None:
    story = told(Stage.PLANNED, BEFORE_CHRISTMAS)
    check_what_is_always_there(BEFORE_CHRISTMAS)
    main = cohort_at("Northgate House")
    assert (main.state, states(main)) == (Cohort.State.OPEN, {STATE.TAKEN: 9})
    needs = main.sittings.get()
    assert (needs.activity, needs.is_open, needs.responses.count()) == ("needs", True, 6)
    assert not needs.responses.filter(place__person=story.delegate).exists()
    link = person_for_token(story.delegate_token, BEFORE_CHRISTMAS)
    assert link is not None
    assert (link.person.name, link.person.has_account) == ("Ada Nwosu", False)
    assert story.tutor.has_account


@pytest.mark.django_db
@pytest.mark.parametrize("now", [AFTERNOON, SMALL_HOURS])
def test_running_it_is_the_second_morning(now: dt.datetime) -> None:
    story = told(Stage.RUNNING, now)
    check_what_is_always_there(now)
    main = cohort_at("Northgate House")
    assert (main.state, states(main)) == (Cohort.State.CONFIRMED, {STATE.TAKEN: 12})
    assert main.half_days.get(number=3).date == now.date()
    register = register_of(main)
    marks = [mark for row in register.marks.values() for mark in row.values()]
    assert Counter(mark.half_day.number for mark in marks) == {1: 12, 2: 12}
    assert sorted(mark.minutes_missed for mark in marks if mark.minutes_missed) == [10, 12]
    assert {mark.source for mark in marks} == set(Attendance.Source)
    corrected = Attendance.objects.get(half_day__cohort=main, is_current=False)
    assert (corrected.minutes_missed, corrected.corrected_by.minutes_missed) == (25, 10)
    still_open = main.sittings.get(closed_at=None)
    assert (still_open.mode, still_open.responses.count()) == (Sitting.Mode.LIVE, 5)
    assert not still_open.responses.filter(place__person=story.delegate).exists()
    assert (main.knocks.get().name, main.room_open_until) == ("Ben Hartley", now + dt.timedelta(hours=8))
    assert not Certificate.objects.filter(place__cohort=main).exists()


@pytest.mark.django_db
def test_finished_eleven_are_certified_and_one_can_read_what_is_missing() -> None:
    story = told(Stage.FINISHED, AFTERNOON)
    check_what_is_always_there(AFTERNOON)
    main = cohort_at("Northgate House")
    assert (main.state, states(main)) == (Cohort.State.FINISHED, {STATE.TAKEN: 12})
    certificates = Certificate.objects.filter(place__cohort=main)
    assert Counter(certificates.values_list("state", flat=True)) == {"valid": 11, "replaced": 1}
    assert certificates.filter(place__person=story.delegate, state="valid").exists()
    callum = main.places.get(person__name="Callum Reid")
    assert standing(callum).missing == ("day 2 afternoon is missing",)
    box = Box.objects.get(sitting__cohort=main, sitting__activity="feedback")
    assert (box.answers, sum(bool(comment["shown"]) for comment in box.comments)) == (11, 3)
    assert all(comment["consent"] for comment in box.comments if comment["shown"])
    asked = {sitting.activity: sitting.responses.count() for sitting in main.sittings.all()}
    assert [asked[key] > 0 for key in ("outcomes", "looking-back", "knowledge-a-1", "knowledge-b-1", "my-plan")] == [
        True
    ] * 5


def test_the_ratings_are_good_and_not_perfect() -> None:
    sums = [
        (sum(one.presentation for one in said), sum(one.relevance for one in said), len(said))
        for said in (HARBOUR, NORTHGATE)
    ]
    assert sums == [(66, 62, 14), (53, 50, 11)]
    assert all(one.may_quote for said in (HARBOUR, NORTHGATE) for one in said if one.shown)


def test_the_days_are_in_order_whenever_it_is_told() -> None:
    for number in range(800):
        today = dt.date(2026, 1, 1) + dt.timedelta(days=number)
        days = {stage: main_days(stage, today) for stage in Stage}
        online, spring = online_days(today), spring_days(today)
        assert all(list(three) == sorted(set(three)) for three in [*days.values(), online, spring])
        assert days[Stage.FINISHED][-1] + dt.timedelta(days=10) < today == days[Stage.RUNNING][1]
        assert spring[-1] + dt.timedelta(days=10) < today
        for three in (days[Stage.PLANNED], online):
            assert three[0] >= today + dt.timedelta(days=28)
            assert not {(day.month, day.day) for day in three} & {(12, 24), (12, 25), (12, 26), (12, 31), (1, 1)}


def test_every_activity_of_the_course_can_be_answered_by_everybody() -> None:
    course = library.read_pack(CONTENT)
    for activity in {**course.activities, **course.surveys}.values():
        assert any(given(activity, person) for person in range(15))


def test_a_story_that_does_not_fit_the_course_is_noticed() -> None:
    needs = library.read_pack(CONTENT).activity("needs")
    with pytest.raises(StoryMistake, match="needs"):
        read(needs, {"role": ["juggler"]})
