"""A backup restores elsewhere with equal records; whatever is wrong with it is said in one sentence."""

import hashlib
import io
import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ipt.site.backup_file import SEAL, read_manifest
from ipt.site.cli import CommandError
from tests.site.conftest import Make
from tests.site.installation import BEGIN, Installation

Change = Callable[[bytes], bytes]


def backup_of(installation: Installation, file: Path) -> Path:
    done = installation.ipt("backup", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    return file


def refused(done: subprocess.CompletedProcess[str], sentence: str) -> None:
    """One line on the console, nothing else, and a status that a script understands."""
    assert (done.stdout, done.stderr, done.returncode) == ("", f"ipt: {sentence}\n", 1)


def test_every_row_of_every_table_comes_back_elsewhere(full: Installation, make: Make, tmp_path: Path) -> None:
    file = backup_of(full, tmp_path / "course.iptbackup")
    there = make("there")
    done = there.ipt("restore", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    before, after = full.rows(), there.rows()
    assert {table: len(rows) for table, rows in after.items()} == {table: len(rows) for table, rows in before.items()}
    assert after == before
    assert sum(len(rows) for rows in before.values()) > 150
    assert not (there.data / "backups").exists()  # nothing was missing, so nothing was migrated


def test_links_open_in_the_restored_installation_and_the_key_is_a_new_one(
    full: Installation, make: Make, tmp_path: Path
) -> None:
    token = full.do(
        "from tests.site.scene import *; ada = Person.objects.get(name='Ada Adeyemi'); "
        "print(make_link(person=ada, kind=Link.Kind.PERSONAL, actor=None, now=timezone.now()))"
    ).strip()
    file = backup_of(full, tmp_path / "course.iptbackup")
    key = (full.data / "secret.key").read_bytes()
    with zipfile.ZipFile(file) as archive:
        assert len(archive.namelist()) == 2
        assert [name for name in archive.namelist() if key in archive.read(name)] == []
    there = make("there")
    assert there.ipt("restore", str(file)).returncode == 0
    assert (there.data / "secret.key").read_bytes() != key
    who = "from tests.site.scene import visits; print(visits('{}').session.get('_auth_user_id'))"
    ada = full.do("from ipt.accounts.models import Person; print(Person.objects.get(name='Ada Adeyemi').pk)")
    assert there.do(who.format(token)) == ada
    assert there.do(who.format("x" * 32)) == "None\n"


def test_a_receipt_still_takes_back_consent_to_quote(full: Installation, make: Make, tmp_path: Path) -> None:
    file = backup_of(full, tmp_path / "course.iptbackup")
    there = make("there")
    assert there.ipt("restore", str(file)).returncode == 0
    taken_back = (
        "from tests.site.scene import RECEIPT, timezone; from ipt.course.actions.quotes import withdraw_consent; "
        "print(*[withdraw_consent(code=code, now=timezone.now()) for code in ('98765432ABCD', RECEIPT, RECEIPT)])"
    )
    assert there.do(taken_back) == "0 1 0\n"


def test_only_its_owner_can_read_it(here: Installation, tmp_path: Path) -> None:
    here.data.chmod(0o755)
    file = backup_of(here, tmp_path / "course.iptbackup")
    private = [file, *(path for path in here.data.rglob("*") if path.is_file())]
    assert {path.name: oct(path.stat().st_mode & 0o777) for path in private} == dict.fromkeys(
        (path.name for path in private), "0o600"
    )


def test_a_backup_is_never_overwritten(here: Installation, tmp_path: Path) -> None:
    file = tmp_path / "course.iptbackup"
    file.write_bytes(b"mine")
    refused(here.ipt("backup", str(file)), f"{file} is there already: choose another name.")
    assert file.read_bytes() == b"mine"


def flipped(position: int) -> Change:
    def change(whole: bytes) -> bytes:
        at = position % len(whole)
        return whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :]

    return change


def newer(**facts: object) -> Change:
    """Give a whole backup, as another version would write it."""

    def change(whole: bytes) -> bytes:
        return resealed(whole, lambda manifest: manifest | facts)

    return change


def resealed(whole: bytes, edit: Callable[[dict[str, object]], dict[str, object]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        new.comment = b"0" * SEAL
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, json.dumps(edit(json.loads(content))) if name == "manifest.json" else content)
    body = out.getvalue()[:-SEAL]
    return body + hashlib.sha256(body).hexdigest().encode()


DAMAGED = "{file} is damaged: nothing was changed. Take another backup."
FOREIGN = "{file} is not a backup of IPT Essentials: nothing was changed."
NEWER = "{file} was made by a newer IPT Essentials: nothing was changed. Install that version first."
NEWER_STEP = (
    "{file} was made by a newer IPT Essentials (it has course.0999_later): nothing was changed. "
    "Install that version first."
)


def a_random_zip(_whole: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("holiday.txt", "sun " * 1000)
    return out.getvalue()


WRONG: dict[str, tuple[Change, str]] = {
    "flipped in its middle": (flipped(5000), DAMAGED),
    "flipped in its last byte": (flipped(-1), DAMAGED),
    "flipped in a date that no reader looks at": (flipped(11), DAMAGED),
    "cut in half": (lambda whole: whole[: len(whole) // 2], DAMAGED),
    "cut by one byte": (lambda whole: whole[:-1], DAMAGED),
    "with a byte too many": (lambda whole: whole + b"x", DAMAGED),
    "of a higher format": (newer(format=2), NEWER),
    "with steps we do not know": (newer(migrations=["course.0001_first_tables", "course.0999_later"]), NEWER_STEP),
    "with another hash": (newer(sha256="0" * 64), DAMAGED),
    "that says too little": (newer(size=10), DAMAGED),
    "with a manifest of other types": (newer(size="large"), FOREIGN),
    "a zip of somebody else's": (a_random_zip, FOREIGN),
    "a text": (lambda _whole: b"Dear all,\n" * 500, FOREIGN),
    "empty": (lambda _whole: b"", FOREIGN),
}


@pytest.fixture
def whole(here: Installation, tmp_path: Path) -> bytes:
    return backup_of(here, tmp_path / "whole").read_bytes()


@pytest.mark.slow
def test_whatever_is_wrong_is_one_sentence_and_changes_nothing(whole: bytes, make: Make, tmp_path: Path) -> None:
    there = make("there")
    there.data.mkdir()
    (there.data / "letter.txt").write_text("Dear all,", encoding="utf-8")
    (there.data / "secret.key").write_text("a key of its own", encoding="ascii")
    before = there.files()
    for name, (change, sentence) in WRONG.items():
        file = tmp_path / f"{name}.iptbackup"
        file.write_bytes(change(whole))
        refused(there.ipt("restore", str(file)), sentence.format(file=file))
        assert there.files() == before, name
        assert not there.database or there.rows() == {}, name
    file = tmp_path / "there is none"
    refused(there.ipt("restore", str(file)), f"There is no file {file}.")


def test_any_flipped_bit_and_any_cut_is_found(whole: bytes, tmp_path: Path) -> None:
    chance = random.Random(20261122)  # noqa: S311 -- places to flip
    file = tmp_path / "flipped"
    file.write_bytes(whole)
    assert read_manifest(file).format == 1
    spots = chance.sample(range(len(whole)), 300)
    for change in [flipped(spot) for spot in spots] + [lambda whole, cut=cut: whole[:cut] for cut in spots]:
        file.write_bytes(change(whole))
        with pytest.raises(CommandError, match=r"is (damaged|not a backup)"):
            read_manifest(file)


def test_another_kind_of_database_is_refused(here: Installation, whole: bytes, make: Make, tmp_path: Path) -> None:
    mine, other = ("postgresql", "sqlite") if here.database else ("sqlite", "postgresql")
    file = tmp_path / "other.iptbackup"
    file.write_bytes(newer(vendor=other)(whole))
    there = make("there")
    sentence = f"{file} holds a {other} database and this installation uses {mine}: nothing was changed."
    refused(there.ipt("restore", str(file)), sentence)
    assert [name for name in there.files() if name != "secret.key"] == []


def test_a_database_is_never_overwritten(full: Installation, whole: bytes, make: Make, tmp_path: Path) -> None:
    file = tmp_path / "whole"
    before = full.rows()
    sentence = (
        "The PostgreSQL database is not empty: restore into an empty one."
        if full.database
        else f"{full.data / 'ipt.sqlite3'} is there already: restore into an empty folder, with --data."
    )
    refused(full.ipt("restore", str(file)), sentence)
    assert full.rows() == before
    if not full.database:  # a log that SQLite would play into whatever is put beside it
        there = make("there")
        there.data.mkdir()
        left = there.data / "ipt.sqlite3-wal"
        left.write_bytes(b"left behind")
        sentence = f"{left} is there already: restore into an empty folder, with --data."
        refused(there.ipt("restore", str(file)), sentence)
        assert {**there.files(), "secret.key": b""} == {"ipt.sqlite3-wal": b"left behind", "secret.key": b""}


def test_without_the_tools_of_postgresql_it_says_so(here: Installation, tmp_path: Path) -> None:
    """Only a PostgreSQL needs them: SQLite's backup must work where there are no tools at all."""
    alone = here.having(PATH=str(tmp_path / "nowhere"))
    done = alone.python("-c", NO_TOOLS)
    if here.database:
        refused(done, "pg_dump is not on this machine: install the PostgreSQL client tools.")
    else:
        assert (done.returncode, done.stderr) == (0, "")


NO_TOOLS = """
import sys
from pathlib import Path
from ipt.site import cli
cli.start_django()
from ipt.site import databases
databases.TOOL_FOLDERS = Path("/nowhere")
sys.exit(cli.main(["backup"]))
"""


@pytest.mark.slow
def test_a_backup_while_people_write_is_whole(full: Installation, make: Make, tmp_path: Path) -> None:
    writing = """
from ipt.accounts.actions.people import add_person
from django.utils import timezone
print("begun", flush=True)
for number in range(10_000):
    add_person(name=f"Person {number}", actor=None, now=timezone.now())
"""
    with subprocess.Popen(
        (sys.executable, "-c", f"{BEGIN}\n{writing}"), env=full.surroundings, stdout=subprocess.PIPE
    ) as writer:
        try:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"begun\n"
            file = backup_of(full, tmp_path / "busy.iptbackup")
            assert writer.poll() is None
        finally:
            writer.kill()
    there = make("there")
    assert there.ipt("restore", str(file)).returncode == 0
    rows = there.rows()
    added = [row for row in rows["audit_event"] if "accounts.person.added" in row]
    people = [row for row in rows["accounts_person"] if "Person " in row]
    assert len(people) > 0
    assert len(added) == len(people) + 2  # Ada and Ben were added before
