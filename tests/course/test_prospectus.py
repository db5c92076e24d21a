"""The prospectus and the evidence: what anybody may read, with today's dates, ratings and quotes."""

import datetime as dt
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from ipt import library
from ipt.accounts.models import Person
from ipt.course.models import Box, Cohort, HalfDay, Place
from ipt.course.queries.content import course_on_offer
from ipt.course.queries.prospectus import days_in_words, duration, hours_of
from tests import builders
from tests.course.questions import a_room, closed, feedback, opened, send, signed_in

SOON = dt.timedelta(days=40)
# Cohorts, half-days; ratings: how many and which; quotes.
QUERIES = 5


@pytest.fixture(autouse=True)
def _afresh() -> None:
    cache.clear()


def soon() -> dt.date:
    return timezone.now().date() + SOON


def rated(tea: Person, answers: int, *, comment: str = "") -> Cohort:
    """A cohort of nine whose feedback is closed; the first of those who answered may be quoted."""
    cohort, places = a_room(tea, 9, title="A client's own title")
    sitting = opened(cohort, "feedback", tea)
    for number, place in enumerate(places[:answers]):
        send(signed_in(place.person), sitting, feedback(5, 4, comment if not number else "", quote=not number))
    closed(sitting, tea)
    Cohort.objects.filter(pk=cohort.pk).update(state=Cohort.State.FINISHED)
    return cohort


def test_a_stranger_reads_the_whole_course(client: Client, db: None) -> None:
    answer = client.get("/prospectus/")
    page = answer.content.decode().replace("&#x27;", "'").replace("&quot;", '"')
    course = course_on_offer()
    told = [
        *(topic.title for topic in course.topics),
        *(outcome.promise for outcome in course.outcomes),
        *(half_day.title for half_day in course.half_days),
        *(section.title for section in course.prospectus.sections),
    ]
    assert [words for words in told if words.replace('"', '"') not in page] == []
    assert [page.count(times) for times in ("09:30–12:45", "09:30–12:50", "13:30–16:45")] == [2, 1, 3]
    assert "There are no ratings yet" in page
    assert "No dates are open at the moment" in page


def test_hours_are_added_up_from_the_blocks() -> None:
    course = library.read_pack(library.find_content())
    hours = hours_of(course)
    assert hours.taught + hours.breaks == sum(half_day.minutes for half_day in course.half_days)
    assert hours.share == 100 * hours.practice // hours.taught
    assert [duration(60), duration(985), duration(1080)] == ["1 h", "16 h 25 min", "18 h"]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([], ""),
        ([dt.date(2027, 1, 6)], "6 January 2027"),
        ([dt.date(2027, 1, 6)] * 2 + [dt.date(2027, 1, 7)], "6 and 7 January 2027"),
        ([dt.date(2027, 2, 1), dt.date(2027, 1, 30), dt.date(2027, 1, 31)], "30, 31 January and 1 February 2027"),
    ],
)
def test_days_are_said_with_each_month_once(days: list[dt.date], words: str) -> None:
    assert days_in_words(days) == words


def test_only_cohorts_that_take_people_and_have_not_begun_are_offered(client: Client, tea: Person) -> None:
    state = Cohort.State
    offered = builders.a_cohort(tea, title="Offered", first=soon(), most=7)
    full = builders.a_cohort(tea, title="Full one", first=soon() + SOON, state=state.CONFIRMED, least=1, most=1)
    builders.a_place(full, builders.a_person("Dan"))
    builders.a_place(offered, builders.a_person("Eve"))
    for other in (state.DRAFT, state.CANCELLED, state.FINISHED):
        builders.a_cohort(tea, title=f"Hidden {other}", first=soon(), state=other)
    builders.a_cohort(tea, title="Hidden, begun", first=timezone.now().date() - dt.timedelta(days=1))
    answer = client.get("/prospectus/")
    page = answer.content.decode()
    assert [(one.cohort.title, one.left) for one in answer.context["dates"]] == [("Offered", 6), ("Full one", 0)]
    assert ["6 of 7 places left" in page, "Join the waiting list" in page, "Hidden" in page] == [True, True, False]
    assert f'href="/enrol/{offered.id}/"' in page


def test_ratings_appear_from_five_answers_with_their_formula(client: Client, tea: Person) -> None:
    rated(tea, 4)
    assert "There are no ratings yet" in client.get("/prospectus/").content.decode()
    rated(tea, 5)
    page = " ".join(client.get("/prospectus/").content.decode().split())
    told = ("100%", "25 / (5 × 5) = 100%", "80%", "5 of 9 people", "fewer than five answers and is left out")
    assert [words for words in told if words not in page] == []


def test_quotes_need_consent_and_a_tutor_who_chose_them(client: Client, tea: Person) -> None:
    words = "Warm and clear."
    cohort = rated(tea, 5, comment=words)
    assert words not in client.get("/prospectus/").content.decode()
    box = Box.objects.get(sitting__cohort=cohort)
    box.comments[-1]["shown"] = True
    box.save(update_fields=["comments"])
    assert words in client.get("/prospectus/").content.decode()
    box.comments[-1]["consent"] = False
    box.save(update_fields=["comments"])
    assert words not in client.get("/prospectus/").content.decode()


def test_evidence_names_cohorts_by_their_days_and_says_what_is_not_measured(client: Client, tea: Person) -> None:
    assert "There are no ratings yet" in client.get("/evidence/").content.decode()
    rated(tea, 6)
    rated(tea, 3)
    page = client.get("/evidence/").content.decode()
    assert page.count("Not measured yet") == 3
    assert page.count("30 / (6 × 5) = 100%") == 2  # all together, and the one cohort
    assert "3 of 9 people answered. Nothing is shown below five answers" in page
    assert ["23, 24 and 25 November 2026" in page, "A client" in page] == [True, False]


def test_a_tutors_copy_is_shown_and_one_with_mistakes_is_not(
    client: Client, db: None, settings: Settings, tmp_path: Path
) -> None:
    settings.DATA = replace(settings.DATA, path=tmp_path)
    library.copy_content(tmp_path / "content")
    frame = tmp_path / "content" / "course.yaml"
    text = frame.read_text(encoding="utf-8")
    frame.write_text(text.replace("title: The evidence, told straight", "title: Evidence in our words", 1))
    assert "Evidence in our words" in client.get("/prospectus/").content.decode()
    frame.write_text("title: [")
    page = client.get("/prospectus/").content.decode()
    assert ["The evidence, told straight" in page, "Evidence in our words" in page] == [True, False]


def test_signposts_can_be_dialled_and_say_when_they_were_checked(client: Client, db: None) -> None:
    page = client.get("/help/").content.decode()
    checked = course_on_offer().signposts.checked
    compared = f"compared with the course's own sources on {checked.day} {checked:%B %Y}"
    assert compared in " ".join(unescape(page).split())
    assert ['href="tel:116123"' in page, 'href="tel:999"' in page, 'href="/help/"' in page] == [True, True, True]


@pytest.mark.parametrize("rows", [1, 3, 300])
def test_it_keeps_its_queries(
    client: Client, rows: int, db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    pack = builders.a_pack()
    cohorts = Cohort.objects.bulk_create(
        Cohort(title=f"C{n}", provider="P", pack=pack, state="open", decide_on=soon(), created_at=builders.NOW)
        for n in range(rows)
    )
    HalfDay.objects.bulk_create(
        HalfDay(cohort=cohort, number=1, date=soon(), starts=dt.time(9), minutes=180) for cohort in cohorts
    )
    person = builders.a_person("Dan")
    Place.objects.bulk_create(
        Place(cohort=cohort, person=person, state="taken", source="link", turn=1, asked_at=builders.NOW)
        for cohort in cohorts
    )
    client.get("/prospectus/")
    with django_assert_num_queries(QUERIES):
        answer = client.get("/prospectus/")
    assert [one.left for one in answer.context["dates"]] == [14] * rows
