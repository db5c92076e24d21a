"""Answering: the promise first, what was typed is kept, and each linkage keeps its promise."""

import datetime as dt
import re
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from ipt.accounts.access import Refused
from ipt.accounts.models import Person
from ipt.audit.models import Event
from ipt.course.actions.answers import answer_box, give_response
from ipt.course.actions.packs import repin
from ipt.course.actions.sittings import open_sitting
from ipt.course.box import new_code
from ipt.course.models import Box, Response, Sitting
from ipt.course.queries.sittings import activity_of
from tests.builders import NOW, sent
from tests.course.questions import (
    FEEDBACK,
    NEEDS,
    a_course,
    a_room,
    closed,
    feedback,
    hidden,
    opened,
    send,
    signed_in,
)

pytestmark = pytest.mark.django_db
PROMISES = {
    "needs": "Your tutor can see your answer",
    "own": "Only you can see your answer",
    "feedback": "Nobody can link this to you",
}


@pytest.mark.parametrize(("activity", "promise"), PROMISES.items())
def test_the_promise_stands_before_the_first_question(tea: Person, activity: str, promise: str) -> None:
    cohort, places = a_room(tea, 1)
    sitting = opened(cohort, activity, tea)
    page = signed_in(places[0].person).get(f"/sittings/{sitting.id}/").content.decode()
    assert [other for other in PROMISES.values() if other in page] == [promise]
    assert page.index(promise) < page.index("<fieldset")
    assert ("cannot be changed or taken back once you have sent it" in page) is (activity == "feedback")


def test_only_those_who_attend_answer(tea: Person, cleo: Person, client: Client) -> None:
    cohort, places = a_room(tea, 1)
    sitting = opened(cohort, "needs", tea)
    address = f"/sittings/{sitting.id}/"
    seen = {
        "stranger": client.get(address).status_code,
        "other cohort": signed_in(cleo).get(address).status_code,
        "tutor": signed_in(tea).get(address).status_code,
        "delegate": signed_in(places[0].person).get(address).status_code,
    }
    assert seen == {"stranger": 404, "other cohort": 404, "tutor": 404, "delegate": 200}


def test_a_named_answer_is_kept_shown_again_and_changed(tea: Person) -> None:
    cohort, places = a_room(tea, 1)
    sitting = opened(cohort, "needs", tea)
    ada = signed_in(places[0].person)
    send(ada, sitting, {"role": "nurse", "sure": "7", "worries": "The role-play", "ask": ""})
    page = ada.get(f"/sittings/{sitting.id}/").content.decode()
    assert "The role-play" in page
    assert re.search(r'value="nurse"\s+checked', page)
    send(ada, sitting, {"role": "doctor", "worries": ""})
    assert [(one.place, one.values) for one in Response.objects.all()] == [(places[0], {"role": "doctor"})]
    events = Event.objects.filter(name="course.response.given")
    assert [(one.actor, one.facts) for one in events] == [
        (places[0].person_id, {"cohort": str(cohort.id), "sitting": str(sitting.id)})
    ] * 2


def test_a_mistake_is_said_and_what_was_typed_is_kept(tea: Person) -> None:
    cohort, places = a_room(tea, 1)
    sitting = opened(cohort, "needs", tea)
    typed = {"role": "pilot", "sure": "many", "worries": "Being watched <here>"}
    answer = signed_in(places[0].person).post(f"/sittings/{sitting.id}/", sent(**typed))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(r"<title>\s*Error:", page)
    assert 'href="#role_0"' in page
    assert 'aria-describedby="' in page
    assert "Being watched &lt;here&gt;" in page
    assert Response.objects.count() == 0


def test_sending_twice_counts_once_and_other_content_is_refused(tea: Person) -> None:
    cohort, places = a_room(tea, 1)
    sitting = opened(cohort, "needs", tea)
    ada = signed_in(places[0].person)
    first = sent(role="nurse")
    codes = [ada.post(f"/sittings/{sitting.id}/", typed).status_code for typed in (first, first)]
    other = ada.post(f"/sittings/{sitting.id}/", {**first, "role": "doctor"})
    assert [*codes, other.status_code] == [302, 302, 422]
    assert "already sent, with other content" in other.content.decode()
    assert Response.objects.get().values == {"role": "nurse"}


def test_a_check_shows_what_is_right_after_answering_and_never_before(tea: Person) -> None:
    cohort, places = a_room(tea, 1)
    sitting = opened(cohort, "recall", tea)
    ada = signed_in(places[0].person)
    reason = "So the report of the trial says."
    before = ada.get(f"/sittings/{sitting.id}/").content.decode()
    assert reason not in before
    assert "Collaborative study" not in before
    after = send(ada, sitting, {"check-trial": "few"})
    shown = [reason, "Collaborative study", "0 of 1", "You chose:", "About 25", "Right is:", "About 250"]
    assert [text for text in shown if text not in after] == []
    again = ada.post(f"/sittings/{sitting.id}/", sent(**{"check-trial": "many"}))
    assert again.status_code == 422
    assert Response.objects.get().values == {"check": {"trial": "few"}}


def test_a_closed_sitting_says_so_and_keeps_what_was_typed_on_the_page(tea: Person) -> None:
    cohort, places = a_room(tea, 1)
    ada = signed_in(places[0].person)
    typed = {"needs": {"role": "nurse", "worries": "Too late"}, "feedback": feedback(5, 5, "Too late")}
    for activity, answer in typed.items():
        sitting = closed(opened(cohort, activity, tea), tea)
        page = ada.post(f"/sittings/{sitting.id}/", sent(**answer))
        assert page.status_code == 422
        assert "closed and takes no more answers" in page.content.decode()
        assert "Too late" in page.content.decode()
        assert "closed and takes no more answers" in ada.get(f"/sittings/{sitting.id}/").content.decode()
    assert Response.objects.count() == 0
    assert Box.objects.get().answers == 0


def test_feedback_is_given_once_and_a_retry_counts_once(tea: Person) -> None:
    cohort, places = a_room(tea, 1)
    sitting = opened(cohort, "feedback", tea)
    ada = signed_in(places[0].person)
    address = f"/sittings/{sitting.id}/"
    form = ada.get(address).content.decode()
    assert 'name="submission"' not in form
    typed = feedback(5, 4, "Worth it", quote=True) | {"receipt": hidden(form, "receipt")}
    pages = [ada.post(address, typed).content.decode() for _time in range(2)]
    assert ["Your receipt code" in page for page in pages] == [True, True]
    later = [
        ada.get(address).content.decode(),
        ada.post(address, typed | {"ratings-presentation": "1", "receipt": new_code()}).content.decode(),
    ]
    assert ["You have answered" in page for page in later] == [True, True]
    assert [word in page for page in later for word in ("Your receipt code", "Worth it", "<fieldset")] == [False] * 6
    box = Box.objects.get()
    assert (box.answers, box.counts["ratings-presentation"]) == (1, {"5": 1})


def test_a_receipt_is_shown_only_for_words_that_may_be_quoted(tea: Person) -> None:
    cohort, places = a_room(tea, 2)
    sitting = opened(cohort, "feedback", tea)
    page = send(signed_in(places[0].person), sitting, feedback(5, 5, "Not for quoting"))
    assert "Thank you" in page
    assert "receipt" not in page
    assert "Your receipt code" in send(signed_in(places[1].person), sitting, feedback(5, 5, "Quote me", quote=True))
    assert {one["text"]: bool(one["receipt"]) for one in Box.objects.get().comments} == {
        "Not for quoting": False,
        "Quote me": True,
    }


def test_anonymity_cannot_be_loosened_after_the_first_answer(tea: Person) -> None:
    cohort, places = a_room(tea, 2)
    sitting = opened(cohort, "feedback", tea)
    send(signed_in(places[0].person), sitting, feedback(5, 5, "For nobody's eyes"))
    loosened = a_course(feedback=FEEDBACK.replace("unlinked", "named"))
    cohort = repin(cohort=cohort, content=loosened, actor=tea, now=NOW)
    with pytest.raises(ValidationError):
        open_sitting(cohort=cohort, activity="feedback", actor=tea, now=NOW)
    page = send(signed_in(places[1].person), sitting, feedback(4, 4))
    assert "nobody can link it to you" in page
    sitting.refresh_from_db()
    assert (sitting.linkage, Response.objects.count(), Box.objects.get().answers) == ("unlinked", 0, 2)
    closed(sitting, tea)
    again = open_sitting(cohort=cohort, activity="feedback", actor=tea, now=NOW)
    assert (again.pk != sitting.pk, again.linkage) == (True, "named")
    assert Box.objects.get(sitting=sitting).answers == 2


def test_each_linkage_has_its_own_door(tea: Person) -> None:
    cohort, places = a_room(tea, 1)
    named, box = opened(cohort, "needs", tea), opened(cohort, "feedback", tea)
    with pytest.raises(Refused):
        give_response(sitting=box, place=places[0], values={}, now=NOW)
    with pytest.raises(Refused):
        answer_box(sitting=named, place=places[0], activity=activity_of(named), values={}, receipt=new_code(), now=NOW)


def test_a_place_that_ended_or_of_another_cohort_answers_nothing(tea: Person) -> None:
    cohort, places = a_room(tea, 1)
    _other, others = a_room(tea, 1, title="Autumn cohort")
    sitting = opened(cohort, "needs", tea)
    with pytest.raises(Refused):
        give_response(sitting=sitting, place=others[0], values={"role": "nurse"}, now=NOW)
    places[0].state = "withdrawn"
    with pytest.raises(Refused):
        give_response(sitting=sitting, place=places[0], values={"role": "nurse"}, now=NOW)
    assert Response.objects.count() == 0


def test_closing_feedback_is_final_until_the_words_change(tea: Person) -> None:
    cohort, _places = a_room(tea, 1)
    closed(opened(cohort, "feedback", tea), tea)
    with pytest.raises(ValidationError, match="closing is final"):
        opened(cohort, "feedback", tea)
    closed(opened(cohort, "needs", tea), tea)
    assert opened(cohort, "needs", tea).round == 2


def test_answers_are_read_in_the_words_that_people_saw(tea: Person) -> None:
    cohort, places = a_room(tea, 1)
    sitting = opened(cohort, "needs", tea)
    give_response(sitting=sitting, place=places[0], values={"role": "nurse"}, now=NOW)
    other = a_course(needs=NEEDS.replace("{key: nurse, text: Nurse}", "{key: midwife, text: Midwife}"))
    repin(cohort=cohort, content=other, actor=tea, now=NOW + dt.timedelta(days=1))
    page = signed_in(places[0].person).get(f"/sittings/{sitting.id}/").content.decode()
    assert "Nurse" in page
    assert "Midwife" not in page


def test_a_replay_of_an_action_gives_the_first_result(tea: Person) -> None:
    cohort, _places = a_room(tea, 1)
    tutor = signed_in(tea)
    typed = {"submission": str(uuid.uuid4()), "activity": "needs"}
    codes = [tutor.post(f"/cohorts/{cohort.id}/sittings/open/", typed).status_code for _time in range(2)]
    assert codes == [302, 302]
    assert Sitting.objects.count() == 1
