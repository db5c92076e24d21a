"""What is shown to whom, and when: nothing before closing, nothing below five, nothing that is not theirs."""

import csv
import io
from fractions import Fraction

import pytest
from django.test import Client

from ipt.accounts.models import Person
from ipt.activities import Json
from ipt.course.actions.answers import give_response
from ipt.course.actions.sittings import reveal_results
from ipt.course.models import Cohort, Place, Sitting
from ipt.course.queries.results import results_of
from ipt.course.views.spreadsheets import harmless
from tests.builders import NOW, sent
from tests.course.questions import a_room, closed, feedback, opened, send, signed_in

pytestmark = pytest.mark.django_db
PLAN = {"when": "after the ward round", "then": "I draw a timeline", "focus": "grief"}


def answered(tea: Person, people: int, *, of: int | None = None) -> tuple[Cohort, list[Place], Sitting]:
    """A room in which so many people have given feedback, each with a comment."""
    cohort, places = a_room(tea, of or people)
    sitting = opened(cohort, "feedback", tea)
    for number, place in enumerate(places[:people]):
        send(signed_in(place.person), sitting, feedback(1 + number % 5, 5, f"comment {number:02}"))
    return cohort, places, sitting


def rows(answer: bytes) -> list[list[str]]:
    assert answer.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(answer.decode("utf-8-sig"))))


def test_before_closing_nothing_but_who_has_answered(tea: Person) -> None:
    cohort, _places, sitting = answered(tea, 6, of=7)
    tutor = signed_in(tea)
    for page in (f"/cohorts/{cohort.id}/feedback/", f"/sittings/{sitting.id}/results/"):
        text = tutor.get(page).content.decode()
        assert "6 of 7 people have answered" in text
        assert text.count("not yet") == 1
        assert "%" not in text
        assert "comment 0" not in text
    assert tutor.get(f"/sittings/{sitting.id}/export.csv").status_code == 404


@pytest.mark.parametrize(("people", "shown"), [(4, False), (5, True)])
def test_after_closing_nothing_below_five_answers(tea: Person, people: int, shown: bool) -> None:
    cohort, _places, sitting = answered(tea, people, of=6)
    closed(sitting, tea)
    tutor = signed_in(tea)
    page = tutor.get(f"/cohorts/{cohort.id}/feedback/").content.decode()
    assert ("comment 01" in page, "100%" in page) == (shown, shown)
    assert ("Not shown below 5 answers" in page) is not shown
    assert tutor.get(f"/sittings/{sitting.id}/export.csv").status_code == (200 if shown else 404)


def test_the_percentage_is_what_the_export_says(tea: Person) -> None:
    cohort, _places, sitting = answered(tea, 7, of=9)
    closed(sitting, tea)
    tutor = signed_in(tea)
    table = rows(tutor.get(f"/sittings/{sitting.id}/export.csv").content)
    assert table[:3] == [
        ["part", "item", "mark", "words", "count"],
        ["", "", "answered", "", "7"],
        ["", "", "asked", "", "9"],
    ]
    given = [(int(mark), int(count)) for _part, item, mark, _words, count in table if item == "presentation"]
    total, n = sum(mark * count for mark, count in given), sum(count for _mark, count in given)
    percent = int(Fraction(100 * total, n * 5) + Fraction(1, 2))
    assert (total, n, percent) == (18, 7, 51)
    page = tutor.get(f"/cohorts/{cohort.id}/feedback/").content.decode()
    for text in (f"{percent}%", "18 / (7 × 5) = 51%", "7 of 9 people", "1 to 5", "23 November 2026"):
        assert text in page
    assert sorted(row[3] for row in table if row[2] == "comment") == [f"comment {number:02}" for number in range(7)]


def test_comments_come_in_another_order_each_time(tea: Person) -> None:
    _cohort, _places, sitting = answered(tea, 12)
    sitting = closed(sitting, tea)
    orders = {tuple(one.text for one in results_of(sitting, "tutor").parts[1].comments) for _time in range(20)}
    assert len(orders) > 1
    assert {tuple(sorted(order)) for order in orders} == {tuple(f"comment {number:02}" for number in range(12))}


def test_delegates_see_the_summary_once_it_is_shown_to_them(tea: Person, cleo: Person, client: Client) -> None:
    _cohort, places, sitting = answered(tea, 6)
    closed(sitting, tea)
    address = f"/sittings/{sitting.id}/results/"
    ada = signed_in(places[0].person)
    assert ada.get(address).status_code == 404
    assert signed_in(tea).post(f"/sittings/{sitting.id}/reveal/", sent()).status_code == 302
    page = ada.get(address).content.decode()
    assert "6 of 6 people" in page
    assert "comment 0" not in page
    assert places[1].person.name not in page
    assert [one.get(address).status_code for one in (client, signed_in(cleo))] == [404, 404]


def test_confidential_answers_are_not_shown_before_closing(tea: Person) -> None:
    cohort, _places = a_room(tea, 6)
    sitting = opened(cohort, "own", tea)
    answer = signed_in(tea).post(f"/sittings/{sitting.id}/reveal/", sent(), follow=True)
    assert "Close it first" in answer.content.decode()
    sitting.refresh_from_db()
    assert sitting.revealed_at is None


def test_of_confidential_answers_only_counts_and_questions_are_shown(tea: Person) -> None:
    cohort, places = a_room(tea, 6)
    sitting = opened(cohort, "own", tea)
    for number, place in enumerate(places):
        values: dict[str, Json] = {
            "hopes": ["courage", f"hope {number}"],
            "sentence": {"text": f"secret sentence {number}", "may_quote": False},
            "ask": f"question {number}?",
            "plan": {**PLAN, "date": None, "obstacle": None, "buddy": None},
        }
        give_response(sitting=sitting, place=place, values=values, now=NOW)
    tutor = signed_in(tea)
    before = tutor.get(f"/sittings/{sitting.id}/results/").content.decode()
    closed(sitting, tea)
    after = tutor.get(f"/sittings/{sitting.id}/results/").content.decode()
    export = tutor.get(f"/sittings/{sitting.id}/export.csv").content.decode()
    words = ("courage", "question 3?", "Grief", "secret sentence", "ward round", "timeline")
    assert [word in before for word in words] == [False] * 6
    assert [word in after for word in words] == [True, True, True, False, False, False]
    assert [word in export for word in words] == [True, True, True, False, False, False]
    assert "Delegate 003" not in export
    own = signed_in(places[3].person).get(f"/sittings/{sitting.id}/").content.decode()
    assert [word in own for word in ("secret sentence 3", "secret sentence 2")] == [True, False]


def test_a_part_that_few_answered_is_left_out(tea: Person) -> None:
    cohort, places = a_room(tea, 6)
    sitting = opened(cohort, "own", tea)
    for number, place in enumerate(places):
        values: dict[str, Json] = {"ask": "What if?"}
        if number < 4:
            values["hopes"] = ["a lonely hope"]
        give_response(sitting=sitting, place=place, values=values, now=NOW)
    closed(sitting, tea)
    page = signed_in(tea).get(f"/sittings/{sitting.id}/results/").content.decode()
    assert "a lonely hope" not in page
    assert "Too few answered this question" in page


def test_named_answers_are_the_tutors_at_any_time_and_nobody_elses(tea: Person) -> None:
    cohort, places = a_room(tea, 6)
    sitting = opened(cohort, "needs", tea)
    for place in places:
        said: Json = {"text": f"=HYPERLINK({place.person.name})", "may_quote": False}
        values: dict[str, Json] = {"role": "nurse", "sure": 3, "worries": said, "ask": "Will it be long?"}
        give_response(sitting=sitting, place=place, values=values, now=NOW)
    tutor = signed_in(tea)
    page = tutor.get(f"/sittings/{sitting.id}/results/").content.decode()
    assert "=HYPERLINK(Delegate 002)" in page
    table = rows(tutor.get(f"/sittings/{sitting.id}/export.csv").content)
    asked = ["name", "Your role?", "How sure are you?", "What worries you?", "What would you ask?"]
    assert table[0] == asked
    assert table[3] == ["Delegate 002", "Nurse", "3", "'=HYPERLINK(Delegate 002)", "Will it be long?"]
    reveal_results(sitting=sitting, actor=tea, now=NOW)
    shown = signed_in(places[0].person).get(f"/sittings/{sitting.id}/results/").content.decode()
    assert [word in shown for word in ("6 of 6", "Will it be long?", "HYPERLINK", "Delegate 002")] == [
        True,
        True,
        False,
        False,
    ]


def test_a_check_that_is_open_gives_no_right_answer_away(tea: Person) -> None:
    cohort, places = a_room(tea, 6)
    sitting = opened(cohort, "recall", tea)
    for place in places[1:]:
        give_response(sitting=sitting, place=place, values={"check": {"trial": "many"}}, now=NOW)
    closed(sitting, tea)
    reveal_results(sitting=sitting, actor=tea, now=NOW)
    page = signed_in(places[0].person).get(f"/sittings/{sitting.id}/results/").content.decode()
    assert "5 of 5 (100%)" in page
    Sitting.objects.update(closed_at=None, linkage="named")
    page = signed_in(places[0].person).get(f"/sittings/{sitting.id}/results/").content.decode()
    assert "The right answers appear after closing." in page
    assert "5 of 5 (100%)" not in page


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1+1", "'=1+1"), (" @SUM", "' @SUM"), ("-5", "'-5"), ("＝1", "'＝1"), ("fine", "fine"), (7, 7), ("", "")],
)
def test_no_cell_is_taken_for_a_formula(cell: str | int, written: str | int) -> None:
    assert harmless(cell) == written
