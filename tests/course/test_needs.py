"""What a group needs: asked when a cohort is published, read by its tutors, advice with its arithmetic."""

from functools import cache

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from ipt import library
from ipt.accounts.models import Person
from ipt.activities import Json
from ipt.course.models import Cohort, Place, Response, Sitting
from ipt.course.queries.leaning import Answer, HalfDayAdvice, advise
from tests import builders
from tests.conftest import sign_in

# Session, user; cohort with its pack; sitting, places, answers.
QUERIES = 6


@pytest.fixture
def spring(tea: Person, ada: Person, ben: Person) -> Cohort:
    """A published cohort of the real course, with Ada and Ben."""
    cohort = builders.a_published_cohort(tea)
    builders.a_place(cohort, ada)
    builders.a_place(cohort, ben)
    return cohort


def said(place: Place, values: dict[str, Json]) -> Response:
    sitting = place.cohort.sittings.get(activity="needs")
    return Response.objects.create(sitting=sitting, place=place, values=values, answered_at=builders.NOW)


@cache
def course() -> library.Course:
    return library.read_pack(library.find_content())


def advice(*answers: list[str]) -> dict[int, HalfDayAdvice]:
    """The advice by half-day, for people who asked for these topics."""
    people = [Answer(f"Person {n}", {"lean-on": list(topics)}) for n, topics in enumerate(answers)]
    return {one.content.number: one for one in advise(course(), course().activity("needs"), people)}


def test_publishing_puts_the_questions_to_people(client: Client, tea: Person, ada: Person, spring: Cohort) -> None:
    sitting = Sitting.objects.get(cohort=spring)
    assert (sitting.activity, sitting.linkage, sitting.is_open) == ("needs", "named", True)
    assert sign_in(client, ada).get(f"/sittings/{sitting.id}/").status_code == 200
    assert f"/sittings/{sitting.id}/" in client.get("/").content.decode()


def test_tutors_see_counts_words_and_who_is_missing(client: Client, tea: Person, ada: Person, spring: Cohort) -> None:
    page = f"/cohorts/{spring.id}/needs/"
    assert "Nobody has answered yet" in sign_in(client, tea).get(page).content.decode()
    said(
        spring.places.get(person=ada),
        {
            "role": "nurse",
            "setting": ["ward", "perinatal"],
            "hopes": {"text": "To listen on the ward", "may_quote": False},
            "lean-on": ["grief"],
        },
    )
    answer = sign_in(client, tea).get(page)
    needs = answer.context["needs"]
    counted = {one.key: [(bar.label, bar.text) for bar in one.bars] for one in needs.counted}
    assert counted == {
        "role": [("Nurse or health visitor", "1 of 1")],
        "setting": [("Ward", "1 of 1"), ("Perinatal service", "1 of 1")],
        "patients": [],
        "training": [],
    }
    assert [one.answers for one in needs.in_words] == [(("Ada Adeyemi", "To listen on the ward"),), ()]
    assert [place.person.name for place in needs.missing] == ["Ben Bright"]
    assert "1 of 2 people have answered" in answer.content.decode()


def test_whoever_left_counts_no_more(client: Client, tea: Person, ada: Person, spring: Cohort) -> None:
    place = spring.places.get(person=ada)
    said(place, {"role": "nurse"})
    Place.objects.filter(pk=place.pk).update(state=Place.State.WITHDRAWN)
    needs = sign_in(client, tea).get(f"/cohorts/{spring.id}/needs/").context["needs"]
    assert (needs.answered, [missing.person.name for missing in needs.missing]) == ((), ["Ben Bright"])


def test_nobody_but_its_tutors_sees_it(
    client: Client, tea: Person, ada: Person, cleo: Person, olu: Person, spring: Cohort
) -> None:
    page = f"/cohorts/{spring.id}/needs/"
    assert client.get(page).status_code == 404
    assert [sign_in(client, person).get(page).status_code for person in (ada, cleo, olu, tea)] == [404, 404, 404, 200]


def test_a_cohort_that_was_never_asked(client: Client, tea: Person) -> None:
    cohort = builders.a_cohort(tea, state=Cohort.State.DRAFT, pack=builders.the_pack())
    page = sign_in(client, tea).get(f"/cohorts/{cohort.id}/needs/").content.decode()
    assert "The questions have not been asked yet" in page


def test_advice_leans_on_what_a_third_asked_for() -> None:
    days = advice(["grief"], ["grief", "evidence"], ["ending"], ["grief"])
    leans = {lean.block.key: lean.in_words for lean in days[5].leans}
    assert leans == {
        "grief": "Grief (3 of 4)",
        "grief-which": "Grief (3 of 4)",
        "grief-shown": "Grief (3 of 4)",
        "grief-practice": "Grief (3 of 4)",
    }
    # One of four is less than a third: neither leaned on nor shortened.
    assert "evidence" not in [lean.block.key for lean in days[1].leans]
    assert "evidence" not in [shrink.block.key for shrink in days[1].shrinks]


def test_advice_shows_its_arithmetic_and_keeps_practice_and_breaks() -> None:
    day = advice(["grief"])[5]
    assert [(one.block.key, one.block.minutes, one.block.shrink_to) for one in day.shrinks] == [
        ("sensitivities", 12, 10),
        ("sensitivities-shown", 8, 6),
    ]
    assert (day.saved, day.sum) == (4, "(12 − 10) + (8 − 6) = 4 minutes")
    assert day.most_asked is not None
    assert day.most_asked.block.key == "grief"
    kinds = {shrink.block.kind.value for one in advice(["grief"]).values() for shrink in one.shrinks}
    assert kinds == {"input", "demonstration"}


def test_advice_is_silent_until_somebody_asks() -> None:
    assert advice() == {}
    assert advice([], []) == {}


@pytest.mark.parametrize("rows", [1, 3, 300])
def test_it_keeps_its_queries(
    client: Client, tea: Person, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cohort = builders.a_published_cohort(tea)
    people = Person.objects.bulk_create(Person(name=f"Person {n:03}", password="!") for n in range(rows))
    places = Place.objects.bulk_create(
        Place(cohort=cohort, person=person, state="taken", source="link", turn=turn, asked_at=timezone.now())
        for turn, person in enumerate(people, start=1)
    )
    sitting = cohort.sittings.get()
    Response.objects.bulk_create(
        Response(sitting=sitting, place=place, values={"lean-on": ["grief"]}, answered_at=timezone.now())
        for place in places
    )
    sign_in(client, tea)
    with django_assert_num_queries(QUERIES):
        answer = client.get(f"/cohorts/{cohort.id}/needs/")
    assert len(answer.context["needs"].answered) == rows
