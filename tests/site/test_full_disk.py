"""A full disk is said in one sentence; what was acknowledged remains, and it goes on when there is room."""

import contextlib
import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.site.browsing import Browser, enrol_form, fill_with_cohorts
from tests.site.conftest import copied
from tests.site.installation import Installation

pytestmark = [pytest.mark.slow, pytest.mark.sqlite_only]
LARGEST = 600_000


@pytest.fixture
def small(tables: Installation, tmp_path: Path) -> Iterator[Installation]:
    """An installation on a disk of three megabytes, where this user may mount one."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = mount(folder)
    yield copied(tables, folder, "")
    if mounted:
        subprocess.run(("umount", "--lazy", str(folder)), check=True)


def mount(folder: Path, *options: str) -> bool:
    if os.geteuid() != 0 or not shutil.which("mount"):
        return False
    words = ("mount", "-t", "tmpfs", "-o", ",".join(("size=3m", *options)), "none", str(folder))
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def fill_up(folder: Path) -> Path:
    """Leave no room; give the file that takes it."""
    file = folder / "holiday.mov"
    with file.open("wb", buffering=0) as stream, contextlib.suppress(OSError):
        for _piece in range(100_000):
            stream.write(b"x" * 512)
    return file


def limited() -> Callable[[], None]:
    """No file may grow past a size: what an unprivileged user has in place of a small disk."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))

    return limit


def test_people_are_told_and_nothing_acknowledged_is_lost(small: Installation) -> None:
    [cohort] = fill_with_cohorts(small, 1)
    room = os.path.ismount(small.data)
    how = {} if room else {"preexec_fn": limited()}
    acknowledged = []
    with small.served("--no-tick", **how) as server:
        taken = fill_up(small.data) if room else None
        for number in range(300):
            browser = Browser(server)
            answer = browser.post(f"/enrol/{cohort}/", enrol_form(browser, cohort) | {"name": f"Person {number}"})
            if answer.status != 302:
                break
            acknowledged.append(f"Person {number}")
        assert answer.status == 503
        assert "<h1>Back in a moment</h1>" in answer.body
        assert f"Person {number}" in answer.body
        if taken:
            taken.unlink()
            form = enrol_form(browser, cohort)
            assert browser.post(f"/enrol/{cohort}/", form | {"name": "Afterwards"}).status == 302
            acknowledged.append("Afterwards")
    names = [row for row in small.rows()["accounts_person"] if "'Tea Tanner'" not in row]
    assert len(names) == len(acknowledged)
    assert [name for name in acknowledged if not any(f"'{name}'" in row for row in names)] == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("serve", "--port", "0"), "The data folder {data} cannot be written to (No space left on device): "),
        (("backup",), "The data folder {data} cannot be written to (No space left on device): "),
    ],
)
def test_every_command_says_so(small: Installation, words: tuple[str, ...], sentence: str) -> None:
    if not os.path.ismount(small.data):
        pytest.skip("no small disk can be mounted here")
    before = small.rows()
    taken = fill_up(small.data)
    done = small.ipt(*words)
    assert done.stderr.startswith(f"ipt: {sentence.format(data=small.data)}")
    assert (done.stdout, len(done.stderr.splitlines()), done.returncode) == ("", 1, 1)
    taken.unlink()
    assert small.rows() == before


def test_a_backup_that_does_not_fit_leaves_nothing_behind(small: Installation, tmp_path: Path) -> None:
    """There is room for the program, and none for two copies of the database."""
    file = small.data / "backups" / "course.iptbackup"
    room = os.path.ismount(small.data)
    if room:
        table = "CREATE TABLE photographs AS SELECT randomblob(1100000)"
        small.do(f"from django.db import connection; connection.cursor().execute('{table}')")
    done = small.ipt("backup", str(file), **({} if room else {"preexec_fn": limited_to(100_000)}))
    assert done.stderr.startswith(f"ipt: The backup {file} could not be written (")
    assert (len(done.stderr.splitlines()), done.returncode) == (1, 1)
    assert list((small.data / "backups").iterdir()) == []


def limited_to(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_folder_that_cannot_be_written_is_one_sentence(tables: Installation, tmp_path: Path) -> None:
    file = tmp_path / "a-file"
    file.write_text("Dear all,", encoding="utf-8")
    for folder in (file, file / "below", Path("/proc/ipt")):
        done = Installation(folder).ipt("migrate")
        assert done.stderr.startswith(f"ipt: The data folder {folder} cannot be written to (")
        assert (done.stdout, len(done.stderr.splitlines()), done.returncode) == ("", 1, 1)
    assert file.read_text(encoding="utf-8") == "Dear all,"


def test_a_disk_that_is_read_only_is_one_sentence(small: Installation) -> None:
    if not os.path.ismount(small.data):
        pytest.skip("no disk can be mounted here")
    subprocess.run(("mount", "-o", "remount,ro", str(small.data)), check=True)
    done = small.ipt("serve", "--port", "0")
    assert done.stderr.startswith(f"ipt: The data folder {small.data} cannot be written to (Read-only file system): ")
    assert (done.stdout, len(done.stderr.splitlines()), done.returncode) == ("", 1, 1)
