"""Two hundred people ask at the same moment: fifteen get a place, everybody else a turn, nobody is lost."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import close_old_connections, connection
from django.utils import timezone

from ipt.course.actions.enrolment import Entrant, ask_for_place
from ipt.course.models import Cohort, Place
from tests import builders

PEOPLE = 200


def ask(cohort: Cohort, number: int, gate: threading.Barrier) -> str:
    """Ask as one person, over a connection of one's own."""
    try:
        gate.wait(timeout=60)
        entrant = Entrant(f"Person {number}", f"person{number}@example.org")
        asked = ask_for_place(cohort=cohort, entrant=entrant, source=Place.Source.TUTOR, actor=None, now=timezone.now())
        return str(asked.place.state)
    finally:
        connection.close()
        close_old_connections()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_hundred_at_once_never_exceed_fifteen() -> None:
    cohort = builders.a_cohort(builders.a_person("Tea Tanner", account=True))
    gate = threading.Barrier(PEOPLE)
    with ThreadPoolExecutor(max_workers=PEOPLE) as crowd:
        told = list(crowd.map(lambda number: ask(cohort, number, gate), range(PEOPLE)))
    assert (told.count("taken"), told.count("waiting")) == (15, 185)
    places = list(cohort.places.values_list("turn", "state", "person__name"))
    assert sorted(turn for turn, _state, _name in places) == list(range(1, PEOPLE + 1))
    assert {name for _turn, _state, name in places} == {f"Person {number}" for number in range(PEOPLE)}
    assert sorted(turn for turn, state, _name in places if state == "taken") == list(range(1, 16))
