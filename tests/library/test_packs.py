"""A pack's bytes are the same everywhere, and opening them takes nothing on trust."""

import contextlib
import io
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipt.library import PackError, make_pack, open_pack, open_pinned, pack_digest, packs, read_pack
from ipt.library.files import BELONGS, LARGEST_FILE
from tests.library.packs import a_pack, course_yaml


def archive(entries: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return buffer.getvalue()


def test_the_same_course_makes_the_same_bytes(tmp_path: Path) -> None:
    first = a_pack(tmp_path / "one")
    second = tmp_path / "two"
    shutil.copytree(first, second)
    lesson = second / "modules/01-welcome/lesson.md"
    lesson.write_bytes(b"\xef\xbb\xbf" + lesson.read_bytes().replace(b"\n", b"\r\n"))
    os.utime(lesson, (0, 0))
    lesson.chmod(0o600)
    (second / ".DS_Store").write_bytes(b"x")
    assert make_pack(first) == make_pack(second)
    assert read_pack(second).digest == pack_digest(make_pack(first))


def test_one_changed_word_changes_the_digest(tmp_path: Path) -> None:
    before = make_pack(a_pack(tmp_path))
    a_pack(tmp_path, {"course.yaml": course_yaml().replace("An aim", "One aim")})
    assert pack_digest(make_pack(tmp_path)) != pack_digest(before)


def test_a_course_with_mistakes_makes_no_pack(tmp_path: Path) -> None:
    a_pack(tmp_path, {"prospectus.yaml": None})
    with pytest.raises(PackError, match=r"prospectus\.yaml:1: found no such file"):
        make_pack(tmp_path)


def test_a_pack_opens_to_the_same_course(tmp_path: Path) -> None:
    data = make_pack(a_pack(tmp_path))
    assert open_pack(data) == read_pack(tmp_path)
    assert open_pack(data) is open_pack(data)
    assert zipfile.ZipFile(io.BytesIO(data)).namelist()[0] == "course.yaml"


def test_an_open_course_is_not_loaded_again(tmp_path: Path) -> None:
    data = make_pack(a_pack(tmp_path, {"course.yaml": course_yaml().replace("An aim", "Another aim")}))
    asked = []

    def load() -> bytes:
        asked.append(1)
        return data

    digest = pack_digest(data)
    assert open_pinned(digest, load) is open_pinned(digest, load)
    assert len(asked) == 1


def test_bytes_that_are_not_what_was_pinned(tmp_path: Path) -> None:
    data = make_pack(a_pack(tmp_path))
    with pytest.raises(PackError, match="bytes with another digest"):
        open_pinned("0" * 64, lambda: data)


def test_only_some_courses_stay_open(tmp_path: Path) -> None:
    for number in range(packs.MOST_OPEN + 3):
        a_pack(tmp_path, {"course.yaml": course_yaml().replace("An aim", f"Aim {number}")})
        open_pack(make_pack(tmp_path))
    assert len(packs._open) == packs.MOST_OPEN


def test_a_pack_with_mistakes_does_not_open(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"course\.yaml:1: found an empty file"):
        open_pack(archive({"course.yaml": b""}))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "bytes that are damaged"),
        (b"not a zip", "bytes that are damaged"),
        (archive({"../course.yaml": b"x"}), "the file '../course.yaml'"),
        (archive({"/etc/passwd": b"x"}), "the file '/etc/passwd'"),
        (archive({"modules/01-a/../../x.md": b"x"}), "the file 'modules/01-a/../../x.md'"),
        (archive({"modules/01-a/run.py": b"x"}), "the file 'modules/01-a/run.py'"),
        (
            archive({"course.yaml": b"0" * 400_000}, zipfile.ZIP_DEFLATED),
            "the compressed or very large file 'course.yaml'",
        ),
        (
            archive({"course.yaml": b"0" * (LARGEST_FILE + 1)}),
            "the compressed or very large file 'course.yaml'",
        ),
        (archive({f"surveys/s-{n}.yaml": b"0" * 500_000 for n in range(20)}), "too many bytes"),
        (archive({f"surveys/s-{n}.yaml": b"0" for n in range(1501)}), "too many files"),
        (b"x" * 17_000_000 + archive({"course.yaml": b"0"}), "too many bytes"),
    ],
)
def test_tricks_are_refused(data: bytes, found: str) -> None:
    with pytest.raises(PackError) as refusal:
        open_pack(data)
    assert [(mistake.file, mistake.found) for mistake in refusal.value.mistakes] == [("the pack", found)]


def test_the_same_name_twice_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("course.yaml", "a")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("course.yaml", "b")
    with pytest.raises(PackError, match="too many files"):
        open_pack(buffer.getvalue())


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return make_pack(a_pack(tmp_path_factory.mktemp("whole")))


@settings(deadline=None)
@given(st.data())
def test_damage_is_refused_in_words(whole: bytes, data: st.DataObject) -> None:
    where = data.draw(st.integers(0, len(whole) - 1))
    damage: Callable[[bytes], bytes] = data.draw(
        st.sampled_from([lambda old: bytes([old[0] ^ 0xFF]), lambda _: b"", lambda old: old + b"PK\x05\x06"])
    )
    changed = whole[:where] + damage(whole[where : where + 1]) + whole[where + 1 :]
    with contextlib.suppress(PackError):  # what is neither refused nor harmless would raise something else
        assert open_pack(changed).title


@settings(deadline=None)
@given(st.text("abmodules/0123-.yamlrfchT\\\n", max_size=40))
def test_no_name_leaves_the_folder(name: str) -> None:
    if BELONGS.fullmatch(name):
        assert ".." not in name
        assert not name.startswith("/")
        assert "\\" not in name
