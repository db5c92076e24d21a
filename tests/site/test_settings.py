"""A wrong setting is one sentence that names it, and nothing is made."""

from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from ipt.site import checks, sqlite
from ipt.site.data_folder import DataFolder
from ipt.site.environment import KNOWN
from ipt.site.listening import Place, in_address
from tests.site.conftest import Make
from tests.site.installation import Installation

WRONG = {
    "IPT_THREDS=4": "IPT_THREDS is not a setting of IPT Essentials: see docs/operator/settings.md.",
    "IPT_THREADS=many": "IPT_THREADS is “many”: write a whole number from 1 to 64.",
    "IPT_THREADS=0": "IPT_THREADS is “0”: write a whole number from 1 to 64.",
    "IPT_PROVIDER=perhaps": "IPT_PROVIDER is “perhaps”: write yes or no.",
    "IPT_PUBLIC_URL=course.example.org": "IPT_PUBLIC_URL must begin with https:// or http://.",
    "IPT_PUBLIC_URL=https://course.example.org/ipt/": (
        "IPT_PUBLIC_URL must be a scheme and a host alone, such as https://course.example.org."
    ),
    "IPT_DATABASE_URL=mysql://x:secret@y/z": "IPT_DATABASE_URL must begin with postgresql:// or postgres://.",
    "IPT_DATABASE_URL=postgresql://x:secret@y": "IPT_DATABASE_URL names no database: end it with /NAME.",
    "IPT_DATABASE_URL=postgresql://x:secret@y:port/z": (
        "IPT_DATABASE_URL cannot be understood: write postgresql:// or postgres:// and so on, see docs/operator."
    ),
    "IPT_DATABASE_URL_FILE=/nowhere/url": "IPT_DATABASE_URL_FILE names /nowhere/url, which cannot be read.",
    "IPT_MAIL_URL=mail.example.org": "IPT_MAIL_URL must begin with smtp+tls:// or smtps:// or smtp://.",
}


@pytest.mark.slow
def test_a_wrong_setting_is_one_sentence(make: Make) -> None:
    there = make("there")
    for setting, sentence in WRONG.items():
        name, value = setting.split("=", 1)
        done = there.having(**{name: value}).ipt("migrate")
        assert (done.stdout, done.stderr, done.returncode) == ("", f"ipt: {sentence}\n", 1)
        assert not (there.data / "ipt.sqlite3").exists()
    assert {setting.split("=")[0] for setting in WRONG} - {"IPT_THREDS"} <= KNOWN


def test_a_secret_may_stand_in_a_file(make: Make, tmp_path: Path) -> None:
    there = make("there")
    file = tmp_path / "mail-url"
    file.write_text("smtps://olu:p%40ss@mail.example.org\n", encoding="utf-8")
    code = "from django.conf import settings as s; print(s.EMAIL_HOST, s.EMAIL_PORT, s.EMAIL_HOST_PASSWORD)"
    assert there.having(IPT_MAIL_URL_FILE=str(file)).do(code) == "mail.example.org 465 p@ss\n"


def test_a_postgresql_that_does_not_answer_is_one_sentence(make: Make) -> None:
    done = make("there").having(IPT_DATABASE_URL="postgresql://olu:hidden@127.0.0.1:1/ipt").ipt("migrate")
    assert done.stderr.startswith("ipt: PostgreSQL cannot be used, see IPT_DATABASE_URL: connection failed: ")
    assert "hidden" not in done.stderr
    assert (len(done.stderr.splitlines()), done.returncode) == (1, 1)


def test_a_damaged_database_is_one_sentence(make: Make) -> None:
    there = make("there").having(IPT_DATABASE_URL="")
    there.data.mkdir()
    (there.data / "ipt.sqlite3").write_bytes(b"Dear all,\n" * 1000)
    done = there.ipt("migrate")
    sentence = f"The database in {there.data} is damaged: restore a backup into an empty data folder."
    assert (done.stderr, done.returncode) == (f"ipt: {sentence}\n", 1)


def test_a_key_that_is_empty_is_said(make: Make) -> None:
    there = make("there")
    there.data.mkdir()
    (there.data / "secret.key").touch()
    done = there.ipt("migrate")
    sentence = f"The key {there.data / 'secret.key'} is empty: delete it, then everybody signs in afresh."
    assert (done.stderr, done.returncode) == (f"ipt: {sentence}\n", 1)


def test_what_must_not_be_served_is_refused_with_what_to_do(here: Installation) -> None:
    done = here.having(IPT_PROVIDER="yes").ipt("serve", "--port", "0")
    sentence = "ipt.E003: A provider needs the address at which people reach it: mails and certificates carry it."
    assert done.stderr == f"ipt: {sentence} Set IPT_PUBLIC_URL to https:// and the host.\n"
    debug = here.having(IPT_PROVIDER="yes", IPT_PUBLIC_URL="https://course.example.org", IPT_DEBUG="yes")
    assert debug.ipt("serve", "--port", "0").stderr.startswith("ipt: ipt.E005: ")


def test_a_warning_is_a_line_and_does_not_stop_it(here: Installation) -> None:
    with here.having(IPT_PUBLIC_URL="http://course.example.org").served() as server:
        warning = (
            "ipt.W002: No mail server is set: messages are written to files, and nobody receives them. "
            "Set IPT_MAIL_URL, see docs/operator/mail.md."
        )
        assert server.said == [warning, f"Serving on http://127.0.0.1:{server.port}"]


def test_an_unsafe_sqlite_and_a_synchronised_folder_are_warned_of(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path
) -> None:
    assert [found.id for found in checks.check_installation()] == []
    monkeypatch.setattr(sqlite, "WAL_IS_SAFE", False)
    settings.DATA = DataFolder(tmp_path / "Dropbox" / "ipt")
    monkeypatch.setattr(connection, "vendor", "sqlite")
    found = checks.check_installation()
    assert [one.id for one in found] == ["ipt.W001", "ipt.W004"]
    assert all(one.hint for one in found)


def test_where_it_is_found() -> None:
    here = Place("127.0.0.1", 8000)
    assert (here.here, here.for_others, here.names, here.room_lines()) == (
        "http://127.0.0.1:8000",
        "http://127.0.0.1:8000",
        [],
        (),
    )
    one = Place("192.0.2.10", 8000)
    assert (one.here, one.for_others) == ("http://192.0.2.10:8000", "http://192.0.2.10:8000")
    assert "192.0.2.10" in one.names
    everywhere = Place("0.0.0.0", 8000)  # noqa: S104 -- a room
    assert everywhere.here == "http://127.0.0.1:8000"
    assert "0.0.0.0" not in everywhere.names  # noqa: S104 -- a room
    assert [in_address(host) for host in ("::1", "fe80::1%eth0", "room.local")] == ["[::1]", "[fe80::1]", "room.local"]
