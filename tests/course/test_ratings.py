"""The published ratings: over all cohorts and for one, with n of N, formula, dates and range; and the quotes."""

import datetime as dt

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ipt.accounts.models import Person
from ipt.audit.models import Event
from ipt.course.actions.sittings import close_sitting, open_sitting
from ipt.course.models import Ballot, Box, Cohort, Sitting
from ipt.course.queries.ratings import Quote, published_ratings, ratings_of, shown_quotes
from tests.builders import NOW, sent
from tests.course.questions import a_room, closed, code_on, feedback, opened, send, signed_in

pytestmark = pytest.mark.django_db


def rated(tea: Person, marks: list[int], *, asked: int, day: int = 0) -> Cohort:
    """A cohort whose closed box holds these marks of presentation, and fives of relevance."""
    cohort, _places = a_room(tea, asked)
    at = NOW + dt.timedelta(days=day)
    sitting = open_sitting(cohort=cohort, activity="feedback", actor=tea, now=at)
    given = {str(mark): marks.count(mark) for mark in sorted(set(marks))}
    counts = {"ratings": {"": len(marks)}, "ratings-presentation": given, "ratings-relevance": {"5": len(marks)}}
    Box.objects.filter(sitting=sitting).update(answers=len(marks), counts=counts)
    answered = Ballot.objects.filter(sitting=sitting)[: len(marks)].values("pk")
    Ballot.objects.filter(pk__in=list(answered.values_list("pk", flat=True))).update(answered=True)
    close_sitting(sitting=sitting, actor=tea, now=at)
    return cohort


def test_the_figures_of_one_cohort(tea: Person) -> None:
    cohort = rated(tea, [5, 5, 4, 4, 3], asked=6)
    presentation, relevance = ratings_of(cohort).figures
    assert (presentation.label, presentation.percent) == ("How it was presented", 84)
    assert (presentation.answered, presentation.asked) == (5, 6)
    assert (presentation.lowest, presentation.highest) == (3, 5)
    assert presentation.formula == "sum of marks / (answers × 5): 21 / (5 × 5) = 84%"
    assert presentation.period == "23 November 2026"
    assert (relevance.percent, relevance.lowest, relevance.highest) == (100, 5, 5)


def test_cohorts_are_summed_and_one_below_five_is_left_out(tea: Person) -> None:
    rated(tea, [5] * 5, asked=5)
    rated(tea, [3] * 5, asked=10, day=40)
    alone = rated(tea, [1] * 4, asked=4, day=80)
    assert ratings_of(alone).figures == ()
    found = published_ratings()
    assert (found.cohorts, found.left_out) == (2, 1)
    presentation = found.figures[0]
    assert (presentation.percent, presentation.answered, presentation.asked) == (80, 10, 15)
    assert (presentation.lowest, presentation.highest) == (3, 5)
    assert presentation.period == "23 November 2026 to 2 January 2027"


def test_nothing_is_published_before_closing(tea: Person) -> None:
    cohort = rated(tea, [5] * 6, asked=6)
    Sitting.objects.update(closed_at=None)
    assert (ratings_of(cohort).figures, published_ratings().figures, shown_quotes()) == ((), (), ())


def test_another_closing_changes_the_sum_at_once(
    tea: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    rated(tea, [5] * 5, asked=5)
    assert published_ratings().figures[0].answered == 5
    with django_assert_num_queries(2):
        assert published_ratings().figures[0].answered == 5
    rated(tea, [4] * 5, asked=5, day=1)
    assert published_ratings().figures[0].answered == 10


def with_comments(tea: Person) -> tuple[Cohort, Sitting, list[str]]:
    """Six people answered; the first two may be quoted. Gives their receipt codes as they stood on the page."""
    cohort, places = a_room(tea, 6)
    sitting = opened(cohort, "feedback", tea)
    pages = [
        send(signed_in(place.person), sitting, feedback(5, 5, f"words {number}", quote=number < 2))
        for number, place in enumerate(places)
    ]
    codes = [code_on(page) for page in pages[:2]]
    return cohort, sitting, codes


def receipts(sitting: Sitting) -> dict[str, str]:
    return {one["text"]: one["receipt"] for one in Box.objects.get(sitting=sitting).comments}


def test_a_tutor_chooses_quotes_among_those_that_may_be_quoted(tea: Person) -> None:
    cohort, sitting, _codes = with_comments(tea)
    tutor = signed_in(tea)
    address = f"/sittings/{sitting.id}/quotes/"
    mine = receipts(sitting)
    tutor.post(address, sent(receipt=mine["words 0"], shown="yes"))
    assert shown_quotes() == ()  # not before closing
    closed(sitting, tea)
    for receipt in (mine["words 0"], mine["words 3"], "", "f" * 64):
        tutor.post(address, sent(receipt=receipt, shown="yes"))
    assert shown_quotes() == (Quote("words 0", "A delegate, November 2026"),)
    page = tutor.get(f"/cohorts/{cohort.id}/feedback/").content.decode()
    assert (page.count("Quote it on the prospectus"), page.count("Take it off")) == (1, 1)
    tutor.post(address, sent(receipt=mine["words 0"], shown="no"))
    assert shown_quotes() == ()
    names = Event.objects.filter(name__startswith="course.quote").order_by("at").values_list("name", flat=True)
    assert sorted(names) == ["course.quote.hidden", "course.quote.shown"]


def test_a_writer_takes_consent_back_by_the_code_alone(tea: Person, client: Client, counting_afresh: None) -> None:
    _cohort, sitting, codes = with_comments(tea)
    closed(sitting, tea)
    mine = receipts(sitting)
    for text in ("words 0", "words 1"):
        signed_in(tea).post(f"/sittings/{sitting.id}/quotes/", sent(receipt=mine[text], shown="yes"))
    assert len(shown_quotes()) == 2
    assert client.get("/quote/").status_code == 200
    assert client.post("/quote/", {"code": "nonsense"}).status_code == 422
    assert client.post("/quote/", {"code": "2222-3333-4444"}).status_code == 422
    assert client.post("/quote/", {"code": codes[0].lower()}).status_code == 302
    assert client.post("/quote/", {"code": codes[0]}).status_code == 422
    assert [quote.text for quote in shown_quotes()] == ["words 1"]
    signed_in(tea).post(f"/sittings/{sitting.id}/quotes/", sent(receipt=mine["words 0"], shown="yes"))
    assert [quote.text for quote in shown_quotes()] == ["words 1"]
    event = Event.objects.get(name="course.quote.withdrawn")
    assert (event.actor, event.subject) == (None, sitting.id)


def test_codes_cannot_be_tried_without_end(client: Client, db: None, counting_afresh: None) -> None:
    answers = [client.post("/quote/", {"code": "2222-3333-4444"}).status_code for _try in range(31)]
    assert answers == [422] * 30 + [429]
