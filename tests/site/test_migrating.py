"""Tables change after a checked backup, all or nothing, and never under a program that is too old for them."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.site.conftest import Make
from tests.site.installation import SECONDS, Installation
from tools.steps import ROOT

LATER = "tests.site.slow_settings"
PIECES = 200


def later(installation: Installation, tmp_path: Path) -> Installation:
    """The same data folder, under a later version."""
    return installation.having(DJANGO_SETTINGS_MODULE=LATER, SLOW_PROGRESS=str(tmp_path / "progress"))


def test_a_backup_is_made_before_the_tables_of_a_used_database_change(
    full: Installation, make: Make, tmp_path: Path
) -> None:
    before = full.rows()
    done = later(full, tmp_path).ipt("migrate")
    assert (done.stdout, done.stderr) == ("The database is up to date: 2 steps were missing.\n", "")
    [file] = (full.data / "backups").iterdir()
    assert file.name.endswith("-before-migration.iptbackup")
    there = make("there")
    assert there.ipt("restore", str(file)).returncode == 0
    assert there.rows() == before
    assert later(full, tmp_path).ipt("migrate").stdout == "The database is up to date: nothing was missing.\n"
    assert len(list((full.data / "backups").iterdir())) == 1


def test_no_backup_is_made_of_nothing(make: Make) -> None:
    there = make("there")
    assert there.ipt("migrate").returncode == 0
    assert not (there.data / "backups").exists()


def test_an_older_program_refuses_a_newer_database_in_one_sentence(full: Installation, tmp_path: Path) -> None:
    assert later(full, tmp_path).ipt("migrate").returncode == 0
    before = full.rows()
    for words in (("migrate",), ("serve", "--port", "0")):
        done = full.ipt(*words)
        sentence = (
            "This database was written by a newer IPT Essentials (it has slow_app.0001_rows): "
            "install that version, or restore an older backup into an empty data folder."
        )
        assert (done.stdout, done.stderr, done.returncode) == ("", f"ipt: {sentence}\n", 1)
    assert full.rows() == before
    file = tmp_path / "newer.iptbackup"
    assert later(full, tmp_path).ipt("backup", str(file)).returncode == 0
    done = full.having().ipt("restore", str(file))
    assert "was made by a newer IPT Essentials (it has slow_app.0001_rows): nothing was changed" in done.stderr


@pytest.mark.slow
def test_killed_in_the_middle_it_is_whole_and_goes_on_at_the_next_start(full: Installation, tmp_path: Path) -> None:
    """Each round is killed at another moment of the change: every row is old then, or every row is new."""
    chance = random.Random(20261122)  # noqa: S311 -- moments
    before = full.rows()
    new = later(full, tmp_path)
    for _round in range(5):
        kill_after(new, tmp_path / "progress", pieces=chance.randrange(1, PIECES - 20))
        assert is_whole(full)
        rows = full.rows()
        states = [row for row in rows["slow_app_row"] if "'new'" in row]
        assert (len(rows["slow_app_row"]), len(states)) == (20_000, 0)
        assert not any("twice" in row for row in rows["slow_app_row"])
        assert not any("0002_change" in row for row in rows["django_migrations"])
    assert new.ipt("migrate").returncode == 0
    rows = full.rows()
    assert sum("'new'" in row and "('twice', 2)" in row for row in rows["slow_app_row"]) == 20_000
    untouched = set(before) - {"django_migrations", "django_content_type", "auth_permission"}
    assert {table: rows[table] for table in untouched} == {table: before[table] for table in untouched}


def kill_after(installation: Installation, progress: Path, *, pieces: int) -> None:
    """Start the migration, and kill it without warning when so much is done; it must not have been over by then."""
    progress.write_text("0", encoding="ascii")
    with subprocess.Popen(
        (sys.executable, "-m", "ipt", "migrate"),
        env=installation.surroundings,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        deadline = time.monotonic() + SECONDS
        while int(progress.read_text(encoding="ascii") or 0) < pieces:
            assert process.poll() is None, "It ended before it was killed."
            assert time.monotonic() < deadline
            time.sleep(0.001)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert int(progress.read_text(encoding="ascii") or 0) < PIECES


def is_whole(installation: Installation) -> bool:
    """Ask SQLite; PostgreSQL was not killed, only its visitor."""
    if installation.database:
        return True
    connection = installation.connect()
    try:
        return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
    finally:
        connection.close()
