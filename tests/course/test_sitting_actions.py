"""What the actions promise to whoever calls them: a replay gives the first result, a rule is asked again under lock."""

import csv
import io
import uuid

import pytest
from django.core.exceptions import ValidationError

from ipt.accounts.models import Person
from ipt.activities import Json
from ipt.audit.models import Event
from ipt.audit.submissions import Submission
from ipt.course.actions.answers import answer_box, give_response
from ipt.course.actions.quotes import choose_quote, withdraw_consent
from ipt.course.actions.sittings import close_sitting, reveal_results
from ipt.course.box import code_in, new_code, spelled
from ipt.course.models import Box, Place
from ipt.course.queries.sittings import activity_of
from tests.builders import NOW
from tests.course.questions import a_room, closed, opened, signed_in

pytestmark = pytest.mark.django_db
VALUES: dict[str, Json] = {
    "ratings": {"presentation": 5, "relevance": 4},
    "comment": {"text": "Worth it", "may_quote": True},
}


def once() -> Submission:
    return Submission(uuid.uuid4(), "digest")


def test_a_replay_of_closing_showing_and_quoting_gives_the_first_result(tea: Person) -> None:
    cohort, places = a_room(tea, 5)
    sitting = opened(cohort, "feedback", tea)
    for place in places:
        assert answer(sitting_id=sitting.id, place=place)
    receipt = Box.objects.get().comments[0]["receipt"]
    close, reveal, quote = once(), once(), once()
    for _time in range(2):
        sitting = close_sitting(sitting=sitting, actor=tea, now=NOW, submission=close)
        sitting = reveal_results(sitting=sitting, actor=tea, now=NOW, submission=reveal)
        choose_quote(sitting=sitting, receipt=receipt, shown=True, actor=tea, now=NOW, submission=quote)
    events = Event.objects.exclude(name="course.box.answered").values_list("name", flat=True)
    assert sorted(events) == [
        "course.quote.shown",
        "course.sitting.closed",
        "course.sitting.opened",
        "course.sitting.revealed",
    ]
    assert [one["shown"] for one in Box.objects.get().comments].count(True) == 1
    reveal_results(sitting=sitting, actor=tea, now=NOW)
    assert Event.objects.filter(name="course.sitting.revealed").count() == 1


def answer(*, sitting_id: uuid.UUID, place: Place) -> bool:
    sitting = place.cohort.sittings.get(pk=sitting_id)
    return answer_box(
        sitting=sitting, place=place, activity=activity_of(sitting), values=VALUES, receipt=new_code(), now=NOW
    )


def test_a_place_is_counted_once_and_not_after_closing(tea: Person) -> None:
    cohort, places = a_room(tea, 2)
    sitting = opened(cohort, "feedback", tea)
    assert [answer(sitting_id=sitting.id, place=places[0]) for _time in range(2)] == [True, False]
    closed(sitting, tea)
    with pytest.raises(ValidationError, match="takes no more answers"):
        answer(sitting_id=sitting.id, place=places[1])
    assert Box.objects.get().answers == 1


def test_a_code_is_read_as_people_write_it() -> None:
    code = new_code()
    assert [code_in(typed) for typed in (spelled(code), code.lower(), f" {spelled(code)} ")] == [code] * 3
    assert [code_in(typed) for typed in ("", code[:-1], f"{code}2", "0" * 12, "é" * 12)] == [""] * 5


def test_no_code_takes_nothing_back(db: None) -> None:
    assert withdraw_consent(code="nonsense", now=NOW) == 0
    assert Event.objects.count() == 0


def test_a_check_is_exported_as_counts(tea: Person) -> None:
    cohort, places = a_room(tea, 5)
    hopes, recall = opened(cohort, "hopes", tea), opened(cohort, "recall", tea)
    for place in places:
        give_response(sitting=hopes, place=place, values={"hope": "b"}, now=NOW)
        give_response(sitting=recall, place=place, values={"check": {"trial": "few"}}, now=NOW)
    with pytest.raises(ValidationError, match="this answer stands"):
        give_response(sitting=recall, place=places[0], values={"check": {"trial": "many"}}, now=NOW)
    closed(recall, tea)
    file = signed_in(tea).get(f"/sittings/{recall.id}/export.csv").content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(file)))[3:] == [
        ["check", "trial", "many", "About 250", "0"],
        ["check", "trial", "few", "About 25", "5"],
    ]
