"""`ipt tick` does what is due, says so in one line for each job, and tells its caller when one failed."""

import datetime as dt

import pytest

from ipt.outbox import due
from ipt.outbox.actions import Draft, write
from ipt.site import cli


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> dict[str, due.Job]:
    """The registry, to be put back afterwards."""
    jobs = dict(due._JOBS)
    monkeypatch.setattr(due, "_JOBS", jobs)
    return jobs


@pytest.mark.django_db(transaction=True)
def test_it_prints_a_line_for_each_job(jobs: dict[str, due.Job], capsys: pytest.CaptureFixture[str]) -> None:
    written = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    write(
        Draft(kind="k", subject="s", body="b"),
        key="k",
        recipient="ada@example.org",
        person=None,
        about=None,
        now=written,
    )
    assert cli.main(["tick"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == sorted(jobs, key=lambda name: name == due.LAST)
    assert lines[-1] == "outbox.send: 1"


@pytest.mark.django_db(transaction=True)
def test_a_job_that_fails_is_said_and_the_others_run(
    jobs: dict[str, due.Job], capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(now: dt.datetime) -> int:
        raise ZeroDivisionError

    due.register(due.Job(name="planted", label="Planted", run=fail))
    assert cli.main(["tick"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "planted: failed, see the log" in lines
    assert lines[-1] == "outbox.send: 0"
