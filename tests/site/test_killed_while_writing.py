"""A server that is killed without warning, in the middle of a hundred writes, loses nothing that it had answered."""

import http.client
import itertools
import random
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from tests.site.browsing import Browser, enrol_form, fill_with_cohorts
from tests.site.installation import Installation, Served
from tests.site.test_migrating import is_whole

pytestmark = pytest.mark.slow
WRITERS, WRITES, ROUNDS = 6, 100, 4


@dataclass
class Crowd:
    """People who enrol at the same time, each under a name of their own, until nobody answers them any more."""

    server: Served
    cohorts: list[str]
    stop_after: int
    names: Iterator[str]
    acknowledged: list[str] = field(default_factory=list)
    enough: threading.Event = field(default_factory=threading.Event)

    def write(self) -> None:
        """Enrol one after another; only what was answered with thanks is acknowledged."""
        while not self.enough.is_set() or self.server.process.poll() is None:
            name = next(self.names)
            cohort = self.cohorts[hash(name) % len(self.cohorts)]
            browser = Browser(self.server)
            try:
                answer = browser.post(f"/enrol/{cohort}/", enrol_form(browser, cohort) | {"name": name})
            except (OSError, http.client.HTTPException):
                return
            assert (answer.status, answer.headers["location"]) == (302, f"/enrol/{cohort}/thanks/"), answer.body
            self.acknowledged.append(name)
            if len(self.acknowledged) >= self.stop_after:
                self.enough.set()

    def until_killed(self, more: float) -> list[str]:
        """Let them all write, and kill the server `more` seconds after enough was acknowledged."""
        writers = [threading.Thread(target=self.write) for _writer in range(WRITERS)]
        for writer in writers:
            writer.start()
        assert self.enough.wait(120)
        threading.Event().wait(more)
        self.server.kill()
        for writer in writers:
            writer.join()
        return self.acknowledged


def lost(installation: Installation, acknowledged: list[str]) -> list[str]:
    """Name those who were thanked, and who have no place."""
    with_place = set(people(installation).values())
    return [name for name in acknowledged if name not in with_place]


def people(installation: Installation) -> dict[str, str]:
    """Give who has which place."""
    return {str(place): str(name) for place, name in asked(installation, PLACES)}


def half_done(installation: Installation) -> list[str]:
    """Name what only a part of was written."""
    return [f"{what}: {row}" for what, question in HALVES.items() for row in asked(installation, question)]


PLACES = "SELECT p.id, a.name FROM course_place p JOIN accounts_person a ON a.id = p.person_id"
EVENTS = "SELECT subject FROM audit_event WHERE name IN ('course.place.taken', 'course.place.waiting')"
HALVES = {
    "a person without a place": (
        "SELECT name FROM accounts_person WHERE id NOT IN (SELECT person_id FROM course_place) "
        "AND id NOT IN (SELECT person_id FROM course_membership)"
    ),
    "a place without its event": f"SELECT id FROM course_place WHERE id NOT IN ({EVENTS})",  # noqa: S608 -- ours
    "an event without its place": f"{EVENTS} AND subject NOT IN (SELECT id FROM course_place)",  # noqa: S608 -- ours
    "a place too many": (
        "SELECT cohort_id FROM course_place WHERE state = 'taken' GROUP BY cohort_id HAVING count(*) > 15"
    ),
    "a name twice": "SELECT name FROM accounts_person GROUP BY name HAVING count(*) > 1",
}


def asked(installation: Installation, question: str) -> list[tuple[object, ...]]:
    connection = installation.connect()
    try:
        cursor = connection.cursor()
        cursor.execute(question)
        return list(cursor.fetchall())
    finally:
        connection.close()


def test_nothing_acknowledged_is_lost_and_nothing_is_half_done(here: Installation) -> None:
    chance = random.Random(20261122)  # noqa: S311 -- moments
    cohorts = fill_with_cohorts(here, 8)
    names = (f"Person {number}" for number in itertools.count())
    acknowledged: list[str] = []
    for _round in range(ROUNDS):
        with here.served("--no-tick") as server:
            crowd = Crowd(server, cohorts, chance.randrange(20, WRITES - 20), names)
            acknowledged += crowd.until_killed(more=chance.uniform(0, 0.1))
        assert is_whole(here)
        assert lost(here, acknowledged) == []
        assert half_done(here) == []
    with here.served("--no-tick") as server:
        assert Browser(server).get(f"/enrol/{cohorts[0]}/").status == 200
    # Written and not answered: those whose answer the kill cut off, at most one each and round.
    assert len(acknowledged) <= len(people(here)) <= len(acknowledged) + WRITERS * ROUNDS


def test_the_test_would_find_a_loss(here: Installation) -> None:
    """The same, on a server that thanks people before it writes."""
    cohorts = fill_with_cohorts(here, 4)
    hasty = here.having(DJANGO_SETTINGS_MODULE="tests.site.hasty_settings")
    with hasty.served("--no-tick") as server:
        names = (f"Person {number}" for number in itertools.count())
        acknowledged = Crowd(server, cohorts, 20, names).until_killed(more=0)
    assert is_whole(here)
    assert len(lost(here, acknowledged)) > 0
