"""Nobody with a full copy of the database can tell whose answer it was, nor which two belong together."""

import json
import random
import threading
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from hypothesis import given
from hypothesis import settings as given_settings
from hypothesis import strategies as st

from ipt.accounts.models import Person
from ipt.activities import parse_activity
from ipt.course.box import fill, new_code, receipt_hash
from ipt.course.models import Ballot, Box, Place, Sitting
from ipt.course.queries.sittings import activity_of
from ipt.library import open_pack
from tests.course import copies
from tests.course.questions import a_course, a_room, code_on, feedback, hidden, opened, send, signed_in

MARKS = [(1, 5), (2, 4), (3, 3), (4, 2), (5, 1), (5, 5), (4, 4), (2, 2)]
COMMENTS = [
    "zebra crossing of ideas",
    "apple of my week",
    "mango in the break",
    "yesterday made sense",
    "brisk and kind",
    "nothing to add but thanks",
    "quiet people were heard",
    "could have been longer",
]


def box_text(sitting: Sitting) -> tuple[str, str]:
    """The two columns as the database holds them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT counts, comments FROM course_box")
        counts, comments = cursor.fetchone()
    return str(counts), str(comments)


@pytest.mark.django_db(transaction=True)
def test_no_copy_links_an_answer_to_a_person_or_to_another_answer(tea: Person) -> None:
    cohort, places = a_room(tea, 8)
    sitting = opened(cohort, "feedback", tea)
    order = list(zip(places, MARKS, COMMENTS, strict=True))
    random.Random(4).shuffle(order)  # noqa: S311 -- an order that is neither of names nor of comments
    browsers = {place.id: signed_in(place.person) for place in places}
    before = copies.every_table()
    states: list[tuple[str, str]] = []
    codes: dict[str, str] = {}
    for place, (presentation, relevance), comment in order:
        address = f"/sittings/{sitting.id}/"
        page = browsers[place.id].get(address).content.decode()
        codes[str(place.id)] = hidden(page, "receipt")
        typed = feedback(presentation, relevance, comment, quote=True) | {"receipt": codes[str(place.id)]}
        assert browsers[place.id].post(address, typed).status_code == 200
        states.append(box_text(sitting))
    after = copies.every_table()

    # All that was written: the box, the ballots' marks, and events that are all alike.
    new = copies.changed(before, after)
    assert set(new) == {"course_box", "course_ballot", "audit_event"}
    events = [{key: value for key, value in row.items() if key != "id"} for row in new["audit_event"]]
    assert events == [events[0]] * 8
    assert (events[0]["actor"], events[0]["submission"], events[0]["digest"]) == (None, None, "")
    assert [row["answered"] for row in new["course_ballot"]] == [1] * 8
    assert [set(row) for row in new["course_ballot"]] == [{"id", "answered", "place_id", "sitting_id"}] * 8

    # The box depends on the marks and comments alone.
    box = Box.objects.get()
    assert box.answers == 8
    assert [one["text"] for one in box.comments] == sorted(COMMENTS)
    assert box.counts["ratings-presentation"] == {"1": 1, "2": 2, "3": 1, "4": 2, "5": 2}

    # Walking from anybody's id over all tables leads to nobody's words.
    comments = {str(place.id): comment for place, _marks, comment in order}
    persons = {str(place.id): str(place.person_id) for place in places}
    for ids in (persons, {name: name for name in comments}):
        assert copies.linked(after, ids, comments) == set()
    everything = copies.every_byte()
    _only_the_last_state(everything, states, codes)


def _only_the_last_state(everything: bytes, states: list[tuple[str, str]], codes: dict[str, str]) -> None:
    """No earlier box, no receipt code; each comment once, in the order of its text."""
    places = [everything.find(text.encode()) for text in sorted(COMMENTS)]
    assert places == sorted(places)
    assert [everything.count(text.encode()) for text in COMMENTS] == [1] * 8
    for counts, comments in states[:-1]:
        assert counts.encode() not in everything
        assert comments.encode() not in everything
    assert [code for code in codes.values() if code.encode() in everything] == []
    if connection.vendor == "sqlite":
        assert states[-1][0].encode() in everything
        assert copies.log_of_writes() == b""


@pytest.mark.sqlite_only
@pytest.mark.django_db(transaction=True)
def test_the_reading_of_bytes_finds_what_a_log_would_keep(tea: Person) -> None:
    opened(a_room(tea, 1)[0], "feedback", tea)
    Box.objects.update(comments=[{"text": "a state that was overwritten"}])
    Box.objects.update(comments=[])
    assert b"a state that was overwritten" in copies.every_byte()


def test_the_walk_finds_a_planted_link() -> None:
    people = {"ada": "a" * 32, "ben": "b" * 32}
    words = {"ada": "too fast", "ben": "too slow"}
    shared = {"sitting": "5" * 32}
    box = {"box": [{**shared, "comments": "too fast, too slow"}]}
    ballots = {"ballot": [{**shared, "place": people["ada"]}, {**shared, "place": people["ben"]}]}
    assert copies.linked({**box, **ballots}, people, words) == set()
    direct = {"row": [{"place": people["ada"], "comment": "Too fast"}]}
    assert copies.linked({**box, **ballots, **direct}, people, words) == {("ada", "ada")}
    by_another = {"event": [{"actor": people["ben"], "about": "c" * 32}], "row": [{"id": "c" * 32, "said": "too slow"}]}
    assert copies.linked({**box, **ballots, **by_another}, people, words) == {("ben", "ben")}


ANSWERS = st.lists(
    st.tuples(
        st.integers(1, 5),
        st.integers(1, 5),
        st.sampled_from(["", "same", "other", "Ünder"]),
        st.sampled_from(["", "same", "change"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
)


@given_settings(deadline=None)  # each code costs its time
@given(ANSWERS, st.randoms(use_true_random=False))
def test_the_box_is_the_same_whatever_the_order(
    answers: list[tuple[int, int, str, str, bool]], chance: random.Random
) -> None:
    activity = open_pack(a_course()).activity("feedback")
    sent = []
    for presentation, relevance, comment, change, quote in answers:
        typed = feedback(presentation, relevance, comment, quote=quote) | {"change": change}
        data = {key: [value] for key, value in typed.items()}
        sent.append((parse_activity(activity, data).values, new_code()))
    boxes = []
    for _turn in range(2):
        box = Box(answers=0, counts={}, comments=[])
        for values, code in sent:
            fill(box, activity, values, code)
        boxes.append((box.answers, json.dumps(box.counts), json.dumps(box.comments)))
        chance.shuffle(sent)
    assert boxes[0] == boxes[1]


@pytest.mark.django_db
def test_two_comments_by_one_writer_do_not_share_a_receipt(tea: Person) -> None:
    cohort, places = a_room(tea, 1)
    sitting = opened(cohort, "feedback", tea)
    typed = feedback(5, 5, "kind", quote=True) | {"change": "longer", "change-quote": "yes"}
    send(signed_in(places[0].person), sitting, typed)
    receipts = [one["receipt"] for one in Box.objects.get().comments]
    assert len(set(receipts)) == 2
    assert all(len(receipt) == 64 for receipt in receipts)


@pytest.mark.django_db(transaction=True)
def test_fifteen_at_once_are_all_counted(tea: Person) -> None:
    cohort, places = a_room(tea, 15)
    sitting = opened(cohort, "feedback", tea)
    browsers = [signed_in(place.person) for place in places]
    codes: list[int] = []
    start = threading.Barrier(15)

    def answer(number: int) -> None:
        try:
            start.wait()
            typed = feedback(1 + number % 5, 5, f"comment {number}") | {"receipt": new_code()}
            codes.append(browsers[number].post(f"/sittings/{sitting.id}/", typed).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=answer, args=(number,)) for number in range(15)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    box = Box.objects.get()
    assert codes == [200] * 15
    assert (box.answers, box.counts["ratings-relevance"]) == (15, {"5": 15})
    assert box.counts["ratings-presentation"] == dict.fromkeys("12345", 3)
    assert [one["text"] for one in box.comments] == sorted(f"comment {number}" for number in range(15))
    assert Ballot.objects.filter(answered=True).count() == 15


@pytest.mark.django_db
def test_ballots_are_written_together_and_say_nothing_of_late_comers(tea: Person) -> None:
    cohort, places = a_room(tea, 3)
    sitting = opened(cohort, "feedback", tea)
    late = [Person.objects.create(name=name) for name in ("Zoe", "Bea")]
    for turn, person in enumerate(late, start=10):
        Place.objects.create(
            cohort=cohort, person=person, state="taken", source="link", turn=turn, asked_at=cohort.created_at
        )
    send(signed_in(late[0]), sitting, feedback(5, 5))
    ballots = Ballot.objects.order_by("pk").values_list("place__person__name", "answered")
    names = [(place.person.name, False) for place in places]
    assert list(ballots) == [*names, ("Bea", False), ("Zoe", True)]


@pytest.mark.django_db
def test_nothing_typed_reaches_the_session_or_the_log(tea: Person) -> None:
    log = Path(settings.DATA.log)
    cohort, places = a_room(tea, 1)
    sitting = opened(cohort, "feedback", tea)
    browser = signed_in(places[0].person)
    wrong = {"ratings-presentation": "9", "ratings-relevance": "5", "comment": "words for the box alone"}
    answer = browser.post(f"/sittings/{sitting.id}/", wrong)
    assert answer.status_code == 422
    assert "words for the box alone" in answer.content.decode()
    page = browser.post(f"/sittings/{sitting.id}/", wrong | {"ratings-presentation": "3", "comment-quote": "yes"})
    code = Box.objects.get().comments[0]["receipt"]
    assert page.status_code == 200
    assert "words for the box alone" not in json.dumps(dict(browser.session))
    assert not log.exists() or b"words for the box alone" not in log.read_bytes()
    assert receipt_hash(code_on(page.content.decode()), "comment") == code


@pytest.mark.django_db
def test_the_box_takes_the_words_that_people_saw(tea: Person) -> None:
    cohort, _places = a_room(tea, 1)
    sitting = opened(cohort, "feedback", tea)
    assert activity_of(sitting).wording_hash == sitting.wording
