"""The data folder: one key that stays, a log that never stops the course, nothing left behind by what was stopped."""

import datetime as dt
import logging
import os
import threading
import time
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.db import connection

from ipt.site import housekeeping
from ipt.site.data_folder import A_DAY, DataFolder, data_folder
from ipt.site.log import Line, LogFile
from ipt.site.troubles import sentence_for
from tests.builders import NOW


def test_of_many_first_starts_one_key_wins(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    keys: list[str] = []
    starts = [threading.Thread(target=lambda: keys.append(folder.secret_key())) for _start in range(8)]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    assert len(keys) == 8
    assert len(set(keys)) == 1
    assert len(keys[0]) >= 64
    assert (folder.path / "secret.key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in folder.path.iterdir()] == ["secret.key"]


def test_it_is_in_the_home_folder_unless_it_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("IPT_DATA", str(tmp_path / "x" / ".." / "data"))
    assert data_folder().path == tmp_path / "data"
    monkeypatch.delenv("IPT_DATA")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder().path == tmp_path / "IPT Essentials"


def test_what_was_left_behind_a_day_ago_is_swept_and_nothing_else(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    for name in (".restore-old", ".restore-new", "backups/.backup-old"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "database.sqlite3").write_text("people", encoding="utf-8")
    for name in ("backups/kept.iptbackup", "mail.txt", ".secret-1"):
        (tmp_path / name).write_text("kept", encoding="utf-8")
    before = time.time() - A_DAY - 1
    for path in tmp_path.rglob("*"):
        if path.name != ".restore-new":
            os.utime(path, (before, before))
    folder.sweep()
    left = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {".restore-new/database.sqlite3", "backups/kept.iptbackup", "mail.txt"}


def test_a_log_that_cannot_be_written_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = LogFile(tmp_path / "none" / "ipt.log", delay=True)
    for _line in range(3):
        log.emit(logging.makeLogRecord({"msg": "Something happened."}))
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert said[0].startswith(f"The log {tmp_path / 'none' / 'ipt.log'} cannot be written: ")


@pytest.mark.parametrize(
    ("line", "written"),
    [
        (f"Not Found: /link/{'k' * 32}/", "Not Found: /link/.../"),
        (f"GET /calendar/{'k' * 32}.ics", "GET /calendar/....ics"),
        (f"/first-run/?token={'k' * 22}", "/first-run/?token=..."),
        ("Not Found: /cohorts/new/", "Not Found: /cohorts/new/"),
    ],
)
def test_an_address_that_opens_a_door_is_cut_short(line: str, written: str) -> None:
    assert Line("{message}", style="{").format(logging.makeLogRecord({"msg": line})) == written


def test_a_mistake_of_ours_keeps_its_traceback() -> None:
    assert sentence_for(KeyError("place")) is None
    assert sentence_for(OSError(9, "Bad file descriptor")) is None
    assert sentence_for(PermissionError(13, "Permission denied", "/etc/x")) == (
        "/etc/x cannot be used by this user (Permission denied)."
    )


@pytest.mark.django_db
def test_sessions_that_have_run_out_are_forgotten() -> None:
    for key, days in (("old", -1), ("new", 1)):
        Session.objects.create(session_key=key, session_data="", expire_date=NOW + dt.timedelta(days=days))
    assert housekeeping.forget_sessions(NOW) == 1
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]


@pytest.mark.django_db(transaction=True)
def test_the_write_ahead_log_is_shortened_every_ten_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(housekeeping, "_last", {})
    times = [NOW + dt.timedelta(minutes=minutes) for minutes in (0, 5, 10, 11)]
    done = [housekeeping.shorten_log(time) for time in times]
    assert done == ([1, 0, 1, 0] if connection.vendor == "sqlite" else [0, 0, 0, 0])
