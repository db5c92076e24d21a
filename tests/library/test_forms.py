"""The minutes of forms are added up, and the last afternoon keeps its order: plan, forms, goodbye."""

from pathlib import Path

import pytest

from ipt.library import read_pack
from tests.library.packs import OUTCOMES, course_yaml, mistakes_in
from tests.library.pieces import a_whole_pack

ITEMS = ", ".join(f"{{key: {key}, text: T}}" for key in OUTCOMES)


def form(key: str, part: str, minutes: int | None = 5) -> str:
    said = f"  minutes: {minutes}\n" if minutes else ""
    return f"- key: {key}\n  title: T\n  linkage: confidential\n{said}  parts: [{part}]\n"


SHEET = (
    "{key: s, kind: now-and-then, prompt: P, items: [ITEMS], from: 0, to: 10, least: L, most: M, "
    "now: Now, then: Before}"
)
PLAN = "{key: p, kind: plan, prompt: P, focus_areas: [{key: grief, text: Grief}]}"
TEXT = "{key: t, kind: text, prompt: P}"


def a_pack_with_forms(folder: Path, forms: str, *, last: str, minutes: int | None = 5) -> Path:
    """`last` names the blocks of the last half-day with their activities."""
    surveys = form("before", TEXT) + form("plan", PLAN) + form("sheet", SHEET.replace("ITEMS", ITEMS), minutes)
    course = course_yaml().replace("half_days:", f"forms: {{{forms}}}\nhalf_days:", 1)
    start = course.index("      - {key: open-6")
    course = course[:start] + last + course[course.index("retired:") :]
    return a_whole_pack(folder, {"course.yaml": course, "surveys/forms.yaml": surveys})


def block(key: str, activities: str, kind: str = "activity") -> str:
    return f"      - {{key: {key}, title: T, kind: {kind}, minutes: 10, summary: S, activities: [{activities}]}}\n"


BREAK = "      - {key: pause, title: T, kind: break, minutes: 10, summary: S}\n"
GOOD = block("a", "plan") + BREAK + block("b", "sheet") + block("z", "", "closing")
FORMS = "before: [before], day_3: [sheet], follow_up: [before]"


def test_forms_in_their_place(tmp_path: Path) -> None:
    course = read_pack(a_pack_with_forms(tmp_path, FORMS, last=GOOD))
    assert course.forms.day_3 == ("sheet",)


@pytest.mark.parametrize(
    ("forms", "last", "said"),
    [
        ("before: [before, sheet, plan], day_3: [sheet]", GOOD, "15 minutes of forms before the course"),
        ("follow_up: [before, plan]", GOOD, "10 minutes of forms at a follow-up, expected at most 5"),
        ("day_3: [sheet, before]", GOOD, "a form of day 3 outside the last half-day"),
        (FORMS, block("a", "sheet") + BREAK + block("b", "plan") + block("z", "", "closing"), "the plan first"),
        (FORMS, block("a", "") + BREAK + block("b", "sheet") + block("z", "", "closing"), "the plan first"),
        (FORMS, block("a", "plan") + BREAK + block("b", "sheet"), "expected the goodbye round last"),
        ("day_3: [plan]", GOOD, "now and looking back as two columns of one sheet"),
        ("day_3: [shet]", GOOD, 'the unknown activity "shet" in'),
    ],
)  # fmt: skip
def test_forms_out_of_place(tmp_path: Path, forms: str, last: str, said: str) -> None:
    found = mistakes_in(a_pack_with_forms(tmp_path, forms, last=last))
    assert any(said.removesuffix(" in") in one for one in found), found


def test_a_form_without_minutes(tmp_path: Path) -> None:
    found = mistakes_in(a_pack_with_forms(tmp_path, FORMS, last=GOOD, minutes=None))
    assert found == ["course.yaml:1: found a form on day 3 without minutes, expected minutes for each"]
