"""What docs/how-to tells a tutor to do to the course is done here to a copy of it, and the course is checked again."""

import re
from pathlib import Path

import pytest

from ipt.library import Course, check_pack, copy_content, read_pack
from tests.content.said import CONTENT

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"
# ```language file (what), the text, ``` -- indented as far as its list is.
STEP = re.compile(
    r"^ *```\w+ (?P<file>[\w./-]+)(?: \((?P<what>\w+)\))?\n(?P<text>.*?)^ *```$", re.MULTILINE | re.DOTALL
)


def follow(guide: str, folder: Path) -> Course:
    """Do every step of a guide to a copy of the course; its check must then say nothing."""
    copy_content(folder, CONTENT)
    found = ""
    steps = list(STEP.finditer((HOW_TO / guide).read_text(encoding="utf-8")))
    assert steps, guide
    for step in steps:
        path = folder / step["file"]
        text = re.sub(r"^   ", "", step["text"], flags=re.MULTILINE)
        match step["what"]:
            case "find":
                found = text
                assert path.read_text(encoding="utf-8").count(found) == 1, found
            case "put":
                path.write_text(path.read_text(encoding="utf-8").replace(found, text), encoding="utf-8")
            case "add":
                path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
            case _:
                path.write_text(text, encoding="utf-8")
    report = check_pack(folder)
    assert (report.mistakes, report.gaps) == ((), ())
    return read_pack(folder)


def test_change_a_lesson(tmp_path: Path) -> None:
    course = follow("change-a-lesson.md", tmp_path / "copy")
    assert course.modules["03-mood-and-people"].lesson.citations[-1] == "Example2020"
    assert course.references["Example2020"].source == "A Journal 1:2-3"


def test_add_a_slide(tmp_path: Path) -> None:
    course = follow("add-a-slide.md", tmp_path / "copy")
    slides = course.modules["03-mood-and-people"].slides
    assert slides is not None
    assert [one.title for one in slides.slides][-2:] == ["Where does it begin?", "Once more, drawn"]


def test_add_a_vignette(tmp_path: Path) -> None:
    course = follow("add-a-vignette.md", tmp_path / "copy")
    assert course.vignettes["rosa"].person == "Rosa, 34, pastry chef, Swansea"


def test_add_a_question(tmp_path: Path) -> None:
    course = follow("add-a-question.md", tmp_path / "copy")
    for form in "abcd":
        (part,) = course.activity(f"knowledge-{form}-2").parts
        assert len(getattr(part, "questions", ())) == 11


def test_a_step_that_does_not_fit_would_be_noticed(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy_content(copy, CONTENT)
    (copy / "vignettes/rosa.yaml").write_text("title: Rosa\n", encoding="utf-8")
    assert not check_pack(copy).ok


@pytest.mark.parametrize("guide", ["change-a-lesson.md", "add-a-slide.md", "add-a-vignette.md", "add-a-question.md"])
def test_every_guide_leads_to_the_check(guide: str) -> None:
    text = (HOW_TO / guide).read_text(encoding="utf-8")
    assert "ipt content check" in text
    assert "change-the-content.md" in text
