"""Where the course lies, and a tutor's own copy of it."""

from pathlib import Path

import pytest

from ipt.library import CopyRefused, PackError, copy_content, find_content, make_pack
from tests.library.packs import a_pack


def test_the_installed_course_comes_before_the_checkout(tmp_path: Path) -> None:
    package = tmp_path / "src/ipt"
    assert find_content(package) == tmp_path / "content"
    a_pack(package / "content")
    assert find_content(package) == package / "content"


def test_this_product_has_its_course() -> None:
    assert (find_content() / "course.yaml").is_file()


def test_a_copy_is_the_same_course(tmp_path: Path) -> None:
    source = a_pack(tmp_path / "source")
    (tmp_path / "empty").mkdir()
    for target in (tmp_path / "empty", tmp_path / "new/folder"):
        assert copy_content(target, source) == target
        assert make_pack(target) == make_pack(source)


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    source = a_pack(tmp_path / "source")
    (tmp_path / "file").write_text("mine")
    for target in (source, tmp_path / "file"):
        with pytest.raises(CopyRefused, match="is not an empty folder: nothing was copied"):
            copy_content(target, source)


def test_a_course_with_strangers_is_not_copied(tmp_path: Path) -> None:
    source = a_pack(tmp_path / "source")
    (source / "virus.exe").write_bytes(b"x")
    with pytest.raises(PackError, match="does not belong"):
        copy_content(tmp_path / "target", source)
    assert not (tmp_path / "target").exists()
