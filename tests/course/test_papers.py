"""Papers, Monday cards, slides, role-play cards and stories: who reads which, and what stands on them."""

import html
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ipt.accounts.models import Person
from ipt.course.models import Cohort
from ipt.library import make_pack
from ipt.method import Degree
from tests import builders
from tests.conftest import sign_in
from tests.library.packs import a_pack


@pytest.fixture
def spring(tea: Person, ada: Person) -> Cohort:
    """A cohort of the real course."""
    cohort = builders.a_cohort(tea, pack=builders.the_pack())
    builders.a_place(cohort, ada)
    return cohort


def at(cohort: Cohort, rest: str) -> str:
    return f"/cohorts/{cohort.id}/{rest}"


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(html.unescape(answer.content.decode()).split())


def test_a_delegate_finds_the_papers_but_not_the_tutors(
    client: Client, tea: Person, ada: Person, spring: Cohort
) -> None:
    page = read(sign_in(client, ada), at(spring, "papers/"))
    for title in ("For the people you work with", "For supervision", "For your manager", "For a booster at work"):
        assert f"<h2>{title}</h2>" in page
    assert "For tutors" not in page
    assert client.get(at(spring, "papers/tutors-guide/")).status_code == 404
    assert "For tutors" in read(sign_in(client, tea), at(spring, "papers/"))
    assert "<h1>" in read(client, at(spring, "papers/tutors-guide/"))


def test_what_a_patient_is_handed_says_where_to_turn(client: Client, ada: Person, spring: Cohort) -> None:
    page = read(sign_in(client, ada), at(spring, "papers/what-ipt-is/"))
    assert "This paper is not a crisis service" in page
    for way in ("999", "111", "116 123"):
        assert way in page
    assert "This paper is not a crisis service" not in read(client, at(spring, "papers/one-side-to-bring/"))


def test_cards_follow_the_degree_of_use(client: Client, ada: Person, spring: Cohort) -> None:
    page = read(sign_in(client, ada), at(spring, "monday/"))
    assert "When you have 5 minutes" in page
    assert "The other cards" not in page
    place = spring.places.get(person=ada)
    place.degree = Degree.LISTEN
    place.save(update_fields=["degree"])
    mine, others = read(client, at(spring, "monday/")).split("The other cards")
    assert "You chose: listen with it." in mine
    assert ("when-you-have", "45 minutes" in mine) == ("when-you-have", False)
    assert "When you have 45 minutes" in others


def test_a_card_is_one_side_with_words_to_say_and_when_to_stop(client: Client, ada: Person, spring: Cohort) -> None:
    page = read(sign_in(client, ada), at(spring, "monday/is-it-safe-to-involve-them/"))
    assert [part in page for part in ("Words to say", "Listen for", "Stop when", "For the record")] == [True] * 4
    assert "<textarea" not in page
    assert client.get(at(spring, "monday/no-such-card/")).status_code == 404


def test_slides_are_read_by_everybody_in_the_room(client: Client, tea: Person, ada: Person, spring: Cohort) -> None:
    for person in (ada, tea):
        page = read(sign_in(client, person), at(spring, "blocks/mood-and-people/slides/"))
        assert page.count('<section class="slide">') >= 2
        assert "<svg" in page
    assert client.get(at(spring, "blocks/break-1/slides/")).status_code == 404


def test_role_play_cards_come_from_the_tutor(client: Client, tea: Person, ada: Person, spring: Cohort) -> None:
    cards, lesson = at(spring, "blocks/naming-practice/cards/"), at(spring, "blocks/naming-practice/")
    told = read(sign_in(client, ada), lesson)
    assert "The task" in told
    assert "Bernadette, 63" not in told
    assert client.get(cards).status_code == 404
    page = read(sign_in(client, tea), cards)
    assert page.count('<article class="role-card">') == 6
    assert "Bernadette, 63" in page
    assert client.get(at(spring, "blocks/mood-and-people/cards/")).status_code == 404


def test_the_room_is_described_where_the_welcome_is(client: Client, ada: Person, spring: Cohort) -> None:
    assert "your tutor will say" in read(sign_in(client, ada), at(spring, "blocks/welcome/"))
    spring.venue_wifi = "Northgate-Guest, no password."
    spring.save(update_fields=["venue_wifi"])
    assert "Northgate-Guest, no password." in read(client, at(spring, "blocks/welcome/"))
    assert "Northgate-Guest, no password." in read(client, at(spring, "blocks/welcome/slides/"))


def test_stories_and_their_keys_are_for_tutors(client: Client, tea: Person, ada: Person, spring: Cohort) -> None:
    addresses = [at(spring, one) for one in ("stories/", "stories/dorothy/", f"exchanges/{_a_talk(spring)}/")]
    sign_in(client, ada)
    assert [client.get(one).status_code for one in addresses] == [404, 404, 404]
    sign_in(client, tea)
    page = read(client, addresses[1])
    for part in ("Timeline", "The people who matter", "Risk", "Key", "A formulation, said to the person"):
        assert part in page
    talk = read(client, addresses[2])
    for part in ("As it is first told", "As it went", "Here it broke.", "What else could be said", "Rehearsed:"):
        assert part in talk
    missing = [at(spring, one) for one in ("stories/nobody/", "exchanges/nothing/")]
    assert [client.get(one).status_code for one in missing] == [404, 404]


def test_somebody_who_is_afraid_is_not_told_where_they_went_wrong(client: Client, tea: Person, spring: Cohort) -> None:
    talk = read(sign_in(client, tea), at(spring, "exchanges/mileage/"))
    assert ["Here it broke." in talk, "What went astray" in talk] == [False, False]


def test_a_tutor_chooses_stories_that_suit_the_group(client: Client, tea: Person, spring: Cohort) -> None:
    sign_in(client, tea)
    everybody = read(client, at(spring, "stories/")).count("/stories/")
    perinatal = read(client, at(spring, "stories/?setting=perinatal"))
    assert 0 < perinatal.count("/stories/") < everybody
    assert "Nia" in perinatal
    assert "Dorothy" not in perinatal
    assert read(client, at(spring, "stories/?setting=nonsense&focus=nonsense")).count("/stories/") == everybody
    none = read(client, at(spring, "stories/?setting=perinatal&age_group=older-adult"))
    assert "None suits all three choices" in none


def test_an_older_version_of_the_course_has_none_of_it(client: Client, tea: Person, tmp_path: Path) -> None:
    """A cohort that pinned a pack from before there were papers and cards still opens, and says so."""
    older = builders.a_pack(make_pack(a_pack(tmp_path)))
    cohort = builders.a_cohort(tea, pack=older)
    sign_in(client, tea)
    assert "No papers yet" in read(client, at(cohort, "papers/"))
    assert "No cards yet" in read(client, at(cohort, "monday/"))
    assert "None suits all three choices" in read(client, at(cohort, "stories/"))
    assert client.get(at(cohort, "blocks/open-1/")).status_code == 200
    assert client.get(at(cohort, "blocks/open-1/slides/")).status_code == 404


def test_they_keep_their_queries(
    client: Client, ada: Person, spring: Cohort, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    sign_in(client, ada)
    client.get(at(spring, "papers/"))
    for address, queries in (("papers/", 3), ("papers/grief/", 3), ("monday/", 4)):
        with django_assert_num_queries(queries):
            client.get(at(spring, address))


def _a_talk(spring: Cohort) -> str:
    from ipt.course.queries.packs import course_of

    return next(iter(course_of(spring).exchanges))
