"""While the database is locked or away, people get a page that says so, with what they typed."""

import time

import psycopg
import pytest

from tests.site.browsing import Browser, enrol_form, fill_with_cohorts
from tests.site.installation import Installation

pytestmark = pytest.mark.slow


def test_a_locked_database_answers_503_and_keeps_what_was_typed(here: Installation) -> None:
    """Reading goes on; what cannot be written in time is shown again, and is not written later."""
    [cohort] = fill_with_cohorts(here, 1)
    impatient = here.having(DJANGO_SETTINGS_MODULE="tests.site.impatient_settings")
    with impatient.served("--no-tick") as server:
        browser = Browser(server)
        form = enrol_form(browser, cohort)
        other = here.connect()
        lock = 'LOCK TABLE "course_cohort" IN ACCESS EXCLUSIVE MODE' if here.database else "BEGIN IMMEDIATE"
        other.execute(lock)
        started = time.monotonic()
        answer = browser.post(f"/enrol/{cohort}/", form | {"name": "Zebra Crossing", "email": "zebra@example.org"})
        assert (answer.status, answer.headers["retry-after"]) == (503, "30")
        assert time.monotonic() - started < 15
        assert "<h1>Back in a moment</h1>" in answer.body
        assert "Zebra Crossing" in answer.body
        other.rollback() if here.database else other.execute("ROLLBACK")
        assert here.rows()["course_place"] == []
        assert browser.post(f"/enrol/{cohort}/", form | {"name": "Zebra Crossing"}).status == 302
        assert len(here.rows()["course_place"]) == 1
        other.close()


def test_a_database_that_goes_away_comes_back(here: Installation) -> None:
    """PostgreSQL restarts: its sessions end, and the next page works. SQLite's file: moved away, then back."""
    [cohort] = fill_with_cohorts(here, 1)
    with here.served("--no-tick") as server:
        assert server.ask(f"/enrol/{cohort}/").status == 200
        if here.database:
            with psycopg.connect(here.database, autocommit=True) as other:
                other.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
        assert [server.ask(f"/enrol/{cohort}/").status for _again in range(10)] == [200] * 10
