"""The demo's folder: filled once, gone on with, repaired, and never mistaken for somebody's own data."""

import datetime as dt
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.test import Client, override_settings

from ipt.accounts.models import Person
from ipt.site.cli import CommandError
from ipt.site.commands.demo import kept
from ipt.site.data_folder import DataFolder
from ipt.site.demo import folder as demo_folder
from ipt.site.demo.doors import doors, renewed
from ipt.site.demo.folder import Holds, Note
from tests.builders import NOW, a_person
from tests.site.installation import Installation, Served
from tools.steps import ROOT

TUTOR_TOKEN, DELEGATE_TOKEN = "t" * 32, "d" * 32


def a_note(tutor: Person, delegate: Person, stage: str = "running") -> Note:
    return Note(
        stage=stage,
        filled_at=NOW,
        tutor=tutor.id,
        tutor_token=TUTOR_TOKEN,
        password="spoken aloud",
        delegate=delegate.id,
        delegate_token=DELEGATE_TOKEN,
    )


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """The folder of a demo that was begun."""
    begun = DataFolder(tmp_path / "demo")
    demo_folder.begin(begun)
    return begun


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """A demo that was filled once; tests that change it take a copy."""
    here = Installation(tmp_path_factory.mktemp("demo") / "data")
    done = here.ipt("demo", "--stage", "planned", "--no-serve")
    assert done.returncode == 0, done.stderr
    return here


@contextmanager
def demo_served(here: Installation, *words: str) -> Iterator[tuple[list[str], Served]]:
    command = (sys.executable, "-m", "ipt", "demo", "--port", "0", *words)
    with subprocess.Popen(command, env=here.surroundings, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            said = [process.stdout.readline().strip() for _line in range(3)]
            yield said, Served(process, said, int(said[0].rpartition(":")[2]))
        finally:
            process.terminate()
            process.wait(30)


# What a folder holds


def test_an_empty_folder_and_one_with_our_own_files_hold_nothing(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "new")
    assert demo_folder.look(folder) is Holds.NOTHING
    folder.prepare()
    folder.secret_key()
    folder.log.touch()
    assert demo_folder.look(folder) is Holds.NOTHING
    assert kept(folder, None, fresh=False) is None


def test_a_real_database_and_a_folder_of_other_things_are_left_alone(tmp_path: Path) -> None:
    real, papers = DataFolder(tmp_path / "real"), DataFolder(tmp_path / "papers")
    for made in (real, papers):
        made.prepare()
    real.database.write_bytes(b"not even a database")
    (papers.path / "thesis.odt").write_text("chapter one")
    for made in (real, papers):
        assert demo_folder.look(made) is Holds.OTHER
        for fresh in (False, True):
            with pytest.raises(CommandError, match="something other than a demo, which stays as it is"):
                kept(made, None, fresh=fresh)


def test_a_real_installation_is_refused_and_not_touched(here: Installation) -> None:
    here = Installation(here.data)
    assert here.ipt("migrate").returncode == 0
    before = here.rows()
    refused = here.ipt("demo", "--fresh", "--no-serve")
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    assert here.rows() == before


@pytest.mark.django_db
def test_a_note_is_read_back_and_only_its_owner_may_read_it(folder: DataFolder, tea: Person, ada: Person) -> None:
    assert (demo_folder.look(folder), Note.read(folder)) == (Holds.DEMO, None)
    note = a_note(tea, ada)
    note.write(folder)
    assert Note.read(folder) == note
    file = folder.path / "demo.json"
    assert file.stat().st_mode & 0o077 == 0
    file.write_text(json.dumps({**json.loads(file.read_text()), "version": note.version - 1}))
    assert Note.read(folder) is None


@pytest.mark.django_db
def test_what_can_be_gone_on_with_is_kept(
    folder: DataFolder, tea: Person, ada: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    note = a_note(tea, ada)
    note.write(folder)
    assert kept(folder, None, fresh=False) == kept(folder, "running", fresh=False) == note
    assert capsys.readouterr().out == ""
    assert kept(folder, "finished", fresh=False) is None
    assert capsys.readouterr().out == "The demo here stands at “running”: filling it again for “finished”.\n"
    assert kept(folder, None, fresh=True) is None
    (folder.path / "demo.json").unlink()
    assert kept(folder, None, fresh=False) is None
    assert "not filled to its end" in capsys.readouterr().out


@pytest.mark.django_db
def test_clearing_removes_the_demo_and_nothing_else(folder: DataFolder, tea: Person, ada: Person) -> None:
    a_note(tea, ada).write(folder)
    key = folder.secret_key()
    folder.mail.mkdir()
    (folder.mail / "one.eml").touch()
    (folder.mail / "letter.txt").touch()
    demo_folder.clear(folder)
    left = {path.relative_to(folder.path).as_posix() for path in folder.path.rglob("*") if path.is_file()}
    assert (left, folder.secret_key()) == ({"secret.key", "mail/letter.txt"}, key)


# The ways in


@pytest.mark.django_db
def test_only_the_printed_address_lets_the_tutor_in(
    folder: DataFolder, client: Client, tea: Person, ada: Person
) -> None:
    a_note(tea, ada).write(folder)
    with override_settings(ROOT_URLCONF="ipt.site.demo.urls", DATA=folder):
        assert client.get(f"/demo/{'x' * 32}/").status_code == 404
        assert client.post(f"/demo/{'x' * 32}/").status_code == 404
        way = f"/demo/{TUTOR_TOKEN}/"
        page = client.get(way)
        assert (page.status_code, "Everybody in it is invented" in page.content.decode()) == (200, True)
        assert "_auth_user_id" not in client.session
        assert client.post(way).status_code == 302
        assert client.session["_auth_user_id"] == str(tea.id)
    with override_settings(DATA=folder):
        assert client.get(way).status_code == 404


@pytest.mark.django_db
def test_a_link_that_was_replaced_is_made_anew(folder: DataFolder, tea: Person, ben: Person) -> None:
    note = a_note(tea, ben)
    note.write(folder)
    fresh = renewed(folder, note)
    assert fresh.delegate_token != note.delegate_token
    assert Note.read(folder) == fresh == renewed(folder, fresh)
    with override_settings(ROOT_URLCONF="ipt.site.demo.urls", SERVED_URL="http://127.0.0.1:8000"):
        tutor, delegate, aged = doors(fresh, NOW + dt.timedelta(days=1))
    assert tutor == f"As the tutor, Tea Tanner: http://127.0.0.1:8000/demo/{note.tutor_token}/"
    assert delegate == f"As a delegate, Ben Bright: http://127.0.0.1:8000/link/{fresh.delegate_token}/"
    assert aged == "Its story is told as of 23 November 2026: --fresh tells it as of today."


@pytest.mark.django_db
def test_an_erased_delegate_has_no_line(folder: DataFolder, tea: Person) -> None:
    gone = a_person("Somebody Else")
    note = a_note(tea, gone)
    gone.delete()
    assert renewed(folder, note) == note
    with override_settings(ROOT_URLCONF="ipt.site.demo.urls"):
        assert [line.partition(":")[0] for line in doors(note, NOW)] == ["As the tutor, Tea Tanner"]


# Whole runs


def test_a_second_start_changes_nothing(filled: Installation) -> None:
    before = filled.rows()
    again = filled.ipt("demo", "--no-serve")
    assert (again.returncode, again.stdout) == (0, "")
    assert filled.rows() == before


def test_it_is_served_with_addresses_that_work(filled: Installation) -> None:
    with demo_served(filled) as (said, server):
        serving, tutor, delegate = said
        address = f"http://127.0.0.1:{server.port}"
        assert serving == f"Serving on {address}"
        for line, begins in ((tutor, "As the tutor, Tea Marlowe: "), (delegate, "As a delegate, Ada Nwosu: ")):
            assert line.startswith(begins + address)
            assert server.ask(line.removeprefix(begins + address)).status == 200
    with filled.served() as ordinary:
        assert ordinary.ask(tutor.rpartition(address)[2]).status == 404


def test_what_was_left_half_filled_is_filled_again(filled: Installation, tmp_path: Path) -> None:
    half = Installation(tmp_path / "half")
    shutil.copytree(filled.data, half.data)
    (half.data / "demo.json").unlink()
    with closing(half.connect()) as connection:
        connection.execute("DELETE FROM course_certificate")
    done = half.ipt("demo", "--no-serve", "--stage", "finished")
    assert (done.returncode, done.stderr) == (0, "")
    note = Note.read(DataFolder(half.data))
    assert note is not None
    assert note.stage == "finished"
    assert len(half.rows()["course_certificate"]) == 26


def test_a_demo_that_is_being_served_is_not_pulled_away(filled: Installation) -> None:
    before = filled.rows()
    with demo_served(filled):
        refused = filled.ipt("demo", "--fresh", "--no-serve")
        assert (refused.returncode, "is in use by another" in refused.stderr) == (1, True)
    assert filled.rows() == before
