"""One delegate is given everything that is kept about them, and is then found nowhere any more."""

import json
import logging
import random
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.mail import EmailMessage
from django.db import transaction
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from ipt.accounts.models import Person
from ipt.course.models import Certificate
from ipt.outbox.actions import Draft, send_due, write
from ipt.outbox.models import Message
from ipt.site import cli
from ipt.site.forget import rewrite_files
from ipt.site.log import LogFile
from tests.builders import NOW
from tests.course.copies import every_byte, every_table
from tests.site.scene import CANARIES, Scene, fill, visits

pytestmark = pytest.mark.django_db(transaction=True)
# What only Ada could have brought: her name, her address, her sentences.
ABOUT = {"person": None, "about": None}
WORDS = ["Adeyemi", "ada@example.org", "Adaeze", *CANARIES.values()]


@pytest.fixture
def folder(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a log and mail as files."""
    monkeypatch.setenv("IPT_DATA", str(tmp_path))
    settings.DATA = type(settings.DATA)(tmp_path)
    settings.EMAIL_BACKEND = "ipt.outbox.files.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def scene(folder: Path) -> Scene:
    """Everything has happened; mail went out, Ada came by her link, and an error told the log too much."""
    scene = fill(timezone.now())
    assert send_due(timezone.now()) > 0
    EmailMessage("Your password", "Dear Ada Adeyemi", to=["Ada <Ada@example.org>"]).send()
    assert visits(scene.token).session["_auth_user_id"] == str(scene.ada.pk)
    passing = Client()
    session = passing.session
    session["asked_as"] = "ada@example.org"
    session.save()
    Client().force_login(scene.ben)
    log = LogFile(settings.DATA.log, encoding="utf-8")
    log.emit(logging.makeLogRecord({"msg": "Key (email)=(ada@example.org) of Ada Adeyemi exists already."}))
    log.close()
    return scene


def found_in_tables() -> dict[str, set[str]]:
    """Which words stand in which column, of every table that the database knows."""
    found: dict[str, set[str]] = {}
    for table, rows in every_table().items():
        for row in rows:
            for column, cell in row.items():
                words = {word for word in WORDS if word in str(cell)}
                if words:
                    found.setdefault(f"{table}.{column}", set()).update(words)
    for held in opened_sessions():
        if words := {word for word in WORDS if word in held}:
            found.setdefault("django_session.session_data", set()).update(words)
    return found


def opened_sessions() -> list[str]:
    """What browsers' sessions hold: the column itself is packed."""
    return [str(session.get_decoded()) for session in Session.objects.all()]


def found_in_files(folder: Path) -> dict[str, set[str]]:
    """Which words stand in which file of the data folder, but for the export."""
    texts = {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file() and file.suffix != ".json"}
    found = {name: {word for word in WORDS if word.encode() in text} for name, text in texts.items()}
    return {name: words for name, words in found.items() if words}


def found_in_bytes() -> set[str]:
    return {word for word in WORDS if word.encode() in every_byte()}


def others() -> dict[str, list[str]]:
    """Every row that is not about Ada, without what the erasure itself added."""
    ada = Person.objects.get(name="Ada Adeyemi")
    ids = {ada.pk.hex, *(place.pk.hex for place in ada.places.all())}
    ids |= {certificate.pk.hex for certificate in Certificate.objects.filter(place__person=ada)}
    return {table: [row for row in rows if not any(one in row for one in ids)] for table, rows in plain().items()}


def plain() -> dict[str, list[str]]:
    tables = {table: rows for table, rows in every_table().items() if table != "django_session"}
    return {table: [re.sub(r"(?<=\w)-(?=\w)", "", str(row)) for row in rows] for table, rows in tables.items()}


def test_the_scene_has_ada_everywhere(scene: Scene, folder: Path) -> None:
    """What could leak: without this, finding nothing would mean nothing."""
    assert set(found_in_tables()) >= {
        "accounts_person.name",
        "accounts_person.email",
        "account_emailaddress.email",
        "course_attendance.reason",
        "course_certificate.name",
        "course_knock.name",
        "course_place.adjustment",
        "course_place.certificate_name",
        "course_response.values",
        "django_session.session_data",
        "outbox_message.body",
        "outbox_message.recipient",
    }
    assert set().union(*found_in_tables().values()) == set(WORDS)
    assert {Path(name).suffix for name in found_in_files(folder)} == {".eml", ".log"}
    assert found_in_bytes() == set(WORDS)


def test_after_it_none_of_their_words_is_anywhere(
    scene: Scene, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["tick"])  # the knock that was never answered is older than a day
    events = every_table()["audit_event"]
    before = others()
    mails = sorted(file.name for file in (folder / "mail").iterdir())
    capsys.readouterr()
    assert cli.main(["forget", "ADA@example.org "]) == 0
    said = capsys.readouterr().out
    assert "feedback was put into a box without a name" in said
    assert found_in_tables() == {}
    assert found_in_files(folder) == {}
    assert found_in_bytes() == set()
    # Everybody else is as they were.
    after = plain()
    assert {table: [row for row in rows if row not in after[table]] for table, rows in before.items()} == {
        table: [] for table in before
    }
    left = sorted(file.name for file in (folder / "mail").iterdir())
    assert 0 < len(left) < len(mails)
    assert [str(scene.ben.pk) in held for held in opened_sessions()] == [True]
    # The trail is whole: every event that was there, and what the erasure did.
    now = every_table()["audit_event"]
    assert [event for event in events if event not in now] == []
    assert {str(event["name"]) for event in now if event not in events} == {
        "accounts.person.erased",
        "course.certificate.revoked",
        "course.place.withdrawn",
    }


def test_what_was_kept_is_handed_over_first(scene: Scene, folder: Path) -> None:
    file = folder / "ada.json"
    token = scene.token
    assert cli.main(["forget", str(scene.ada.pk), "--export", str(file)]) == 0
    text = file.read_text(encoding="utf-8")
    assert [word for word in WORDS if word not in text] == []
    assert token not in text
    assert (folder / "ada.json").stat().st_mode & 0o777 == 0o600
    kept = json.loads(text)
    assert kept["accounts"]["email"] == "ada@example.org"
    assert kept["Course"]["places"][0]["feedback_given"] != []
    assert "It was clear." not in text  # feedback belongs to nobody


def test_the_numbers_of_the_cohort_stay(scene: Scene, folder: Path) -> None:
    number = Certificate.objects.get(place__person=scene.ada, state="valid").number
    assert cli.main(["forget", "ada@example.org"]) == 0
    gone = Person.objects.get(pk=scene.ada.pk)
    assert (gone.name, gone.email, gone.is_active) == ("Erased person", None, False)
    assert sorted(scene.cohort.places.values_list("state", flat=True)) == ["taken", "withdrawn"]
    box = scene.cohort.sittings.get(activity="feedback").box
    assert (box.answers, [comment["text"] for comment in box.comments]) == (2, ["It was clear."] * 2)
    page = Client().get(f"/verify/{number}/").content.decode()
    assert "Ada" not in page
    assert cli.main(["forget", "ada@example.org"]) == 1  # nobody has that address any more
    assert Client().get(f"/link/{scene.token}/").status_code == 404


def test_without_a_place_for_the_export_nothing_is_erased(
    scene: Scene, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "none" / "ada.json"
    assert cli.main(["forget", "ada@example.org", "--export", str(file)]) == 1
    assert (
        capsys.readouterr().err == f"ipt: {file} cannot be written (No such file or directory): nothing was erased.\n"
    )
    assert Person.objects.get(pk=scene.ada.pk).name == "Ada Adeyemi"


def test_nobody_is_forgotten_by_mistake(scene: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["forget", "eve@example.org"]) == 1
    assert capsys.readouterr().err == "ipt: Nobody here has the id or e-mail eve@example.org.\n"


@pytest.mark.slow
def test_pages_that_were_split_and_emptied_hold_no_old_words(folder: Path) -> None:
    """A database moves rows between pages as it grows and shrinks; no page may keep what it once held."""
    chance = random.Random(20261122)  # noqa: S311 -- an order
    left: dict[int, Message] = {}
    with transaction.atomic():
        for number in range(1500):
            words = f"Visitor{number:04} " * chance.choice([1, 2, 5, 50, 400])
            message = write(Draft("k", words, words), key=words[:190], recipient="v@x.org", now=NOW, **ABOUT)
            assert message
            left[number] = message
            if chance.random() < 0.5:
                Message.objects.filter(pk=left[chance.choice(list(left))].pk).update(body="!" * chance.choice([0, 99]))
            if chance.random() < 0.4:
                left.pop(chance.choice(list(left))).delete()
    rewrite_files()
    held = every_byte()
    assert {number for number in range(1500) if f"Visitor{number:04}".encode() in held} == set(left)
