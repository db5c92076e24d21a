"""`ipt print course-pack` makes five booklets, or says in one sentence why it does not."""

from pathlib import Path

import pytest

from ipt.site.cli import main
from tests.library.packs import a_pack
from tests.print.courses import FILES, SIGNPOSTS


def printed(folder: Path, out: Path, *words: str) -> int:
    return main(["print", "course-pack", "--content", str(folder), "--out", str(out), *words])


def test_five_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = a_pack(tmp_path / "content", FILES), tmp_path / "a" / "pack"
    names = ["workbook", "tutors-guide", "slides", "handouts", "cards"]
    assert printed(folder, out, "--large-print") == 0
    assert capsys.readouterr().out.splitlines() == [str(out / f"{name}.pdf") for name in names]
    assert all((out / f"{name}.pdf").read_bytes().startswith(b"%PDF") for name in names)


def test_a_tutors_own_copy_is_what_is_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    a_pack(tmp_path / "data" / "content", {**FILES, "course.yaml": "title: [\n"})
    monkeypatch.setenv("IPT_DATA", str(tmp_path / "data"))
    assert main(["print", "course-pack", "--out", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err == (
        f"ipt: The content in {tmp_path / 'data' / 'content'} has mistakes: run `ipt content check` first.\n"
    )
    assert not (tmp_path / "out").exists()


def test_what_stands_in_the_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_pack(tmp_path / "content", {**FILES, "signposts.yaml": SIGNPOSTS.replace("Somebody to", "Nobody to")})
    assert printed(folder, tmp_path / "out") == 1
    assert "signposts.yaml has nobody for “Somebody to listen”" in capsys.readouterr().err
    taken = tmp_path / "taken"
    taken.write_text("a file")
    assert printed(folder, taken) == 1
    assert capsys.readouterr().err == f"ipt: {taken} is not a folder: choose another with --out.\n"
