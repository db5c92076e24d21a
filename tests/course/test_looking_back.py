"""Marks given twice, looking back and now: kept while they are put right, and shown only as sums of five or more."""

import csv
import io

import pytest

from ipt.accounts.models import Person
from tests.course.questions import a_room, closed, opened, send, signed_in

pytestmark = pytest.mark.django_db
TWICE = """\
- key: own
  title: Looking back, and now
  linkage: confidential
  parts:
    - key: growth
      kind: now-and-then
      prompt: How far is each true of you?
      least: Not at all
      most: Completely
      then: As I see it, before
      now: As it is today
      items:
        - {key: explain, text: I can explain it.}
        - {key: use, text: I can use it.}
"""


def marks(*given: int) -> dict[str, str]:
    """Two marks for each of the two sentences, as a browser sends them."""
    fields = ("growth-explain-then", "growth-explain-now", "growth-use-then", "growth-use-now")
    return dict(zip(fields, map(str, given), strict=False))


def test_a_missing_mark_is_asked_for_by_its_column_and_the_rest_stays(tea: Person) -> None:
    cohort, (place, beside) = a_room(tea, 2, own=TWICE)
    sitting = opened(cohort, "own", tea)
    browser = signed_in(place.person)
    refused = browser.post(f"/sittings/{sitting.id}/", marks(3, 8, 2))
    page = refused.content.decode()
    assert (refused.status_code, sitting.responses.count()) == (422, 0)
    assert "I can use it. (As it is today)" in page
    assert page.count(" selected") == 3
    answer = send(browser, sitting, marks(3, 8, 2, 9))
    assert "Your answer is kept." in answer
    assert sitting.responses.get().values == {
        "growth": {"explain": {"then": 3, "now": 8}, "use": {"then": 2, "now": 9}}
    }
    assert browser.get(f"/sittings/{sitting.id}/").content.decode().count(" selected") == 4
    assert " selected" not in signed_in(beside.person).get(f"/sittings/{sitting.id}/").content.decode()


@pytest.mark.parametrize(("people", "shown"), [(4, False), (5, True)])
def test_both_columns_are_shown_from_five_answers(tea: Person, people: int, shown: bool) -> None:
    cohort, places = a_room(tea, people, own=TWICE)
    sitting = opened(cohort, "own", tea)
    for number, place in enumerate(places):
        send(signed_in(place.person), sitting, marks(number, 8, 1, 9))
    tutor = signed_in(tea)
    assert "Mean, and" not in tutor.get(f"/sittings/{sitting.id}/results/").content.decode()
    closed(sitting, tea)
    page = tutor.get(f"/sittings/{sitting.id}/results/").content.decode()
    assert ("Mean, and" in page, ">2.0<" in page, "0 to 4, 5 answers" in page) == (shown, shown, shown)
    export = tutor.get(f"/sittings/{sitting.id}/export.csv")
    assert export.status_code == (200 if shown else 404)
    if shown:
        rows = list(csv.reader(io.StringIO(export.content.decode("utf-8-sig"))))
        assert ["growth", "explain-now", "8", "I can explain it.", "5"] in rows
        assert ["growth", "explain-then", "4", "I can explain it.", "1"] in rows


def test_the_sheet_on_paper_has_both_columns(tea: Person) -> None:
    cohort, _places = a_room(tea, 1, own=TWICE)
    sitting = opened(cohort, "own", tea)
    page = signed_in(tea).get(f"/sittings/{sitting.id}/paper/").content.decode()
    assert (page.count("As I see it, before"), page.count("As it is today")) == (1, 1)
    assert page.count('class="blank"') == 4
