"""Templates share what is in the package, and say in a sentence what does not fit."""

from pathlib import Path

import pytest

from ipt.print.pdf import DoesNotFit, PrintError, compile_pdf


def template(folder: Path, text: str) -> Path:
    path = folder / "planted.typ"
    path.write_text('#set document(title: "T")\n' + text, encoding="utf-8")
    return path


def test_what_does_not_fit_is_said_to_people(tmp_path: Path) -> None:
    with pytest.raises(DoesNotFit, match=r"^The card “Naming it” does not fit\.$"):
        compile_pdf(template(tmp_path, '#panic("The card “Naming it” does not fit.")'), {})


def test_a_mistake_of_ours_stays_one(tmp_path: Path) -> None:
    with pytest.raises(PrintError, match="planted"):
        compile_pdf(template(tmp_path, "#nothing"), {})
    with pytest.raises(PrintError, match="unknown font"):
        compile_pdf(template(tmp_path, '#text(font: "Nowhere")[a]'), {})


def test_a_stranger_cannot_read_beside_the_package(tmp_path: Path) -> None:
    with pytest.raises(PrintError):
        compile_pdf(template(tmp_path, '#import "/print/typst/house.typ"'), {})
