"""Mistakes in the other files of a pack: references, signposts, prospectus, activities, surveys, strangers."""

from pathlib import Path

import pytest

from ipt.library import check_pack
from tests.library.packs import MODULE, OTHERS, a_pack, mistakes_in

ACTIVITIES = "modules/01-welcome/activities.yaml"
ADDRESS = "expected an address that begins with https://"

CASES = [
    (
        "references.yaml",
        "year: 1989",
        "year: long ago",
        '1: found "long ago" in "year", expected a whole number from 1850 to 2100',
    ),
    (
        "references.yaml",
        "10.1001/a",
        "doi.org/10",
        '1: found "doi.org/10" in "doi", expected a DOI such as 10.1192/bjp.188.6.567',
    ),
    (
        "references.yaml",
        "https://example.org/luty",
        "http://example.org",
        f'2: found "http://example.org" in "url", {ADDRESS}',
    ),
    ("references.yaml", "doi: 10.1001/a", "isbn: none", '1: found "none" in "isbn", expected an ISBN'),
    (
        "references.yaml",
        "Luty2007: ",
        '"Elkin 1989": {}\nLuty2007: ',
        '2: found "Elkin 1989", expected a key such as Elkin1989',
    ),
    ("signposts.yaml", "name: Samaritans, ", "", '3: found no "name" in a signpost, expected one'),
    ("signposts.yaml", "checked: 2026-11-22\n", "", '1: found no "checked" in signposts.yaml, expected one'),
    (
        "prospectus.yaml",
        "lead: A course in *IPT* [@Elkin1989].\n",
        "",
        '1: found no "lead" in the prospectus, expected one',
    ),
    (
        "prospectus.yaml",
        "*IPT*",
        "`IPT`",
        "2: found code between backquotes, expected plain words, *em*, **strong** or a link",
    ),
    (
        "prospectus.yaml",
        "@Elkin1989",
        "@Elkin1998",
        '2: found the unknown reference "Elkin1998", expected a known one (perhaps "Elkin1989")',
    ),
    (
        "prospectus.yaml",
        "small_print",
        "  - {key: why, title: Again, items: [x]}\nsmall_print",
        '9: found the section key "why" again, expected another key (line 5 has it)',
    ),
    (
        "prospectus.yaml",
        "small_print",
        "  - {key: what, title: Empty}\nsmall_print",
        "9: found a section without words, expected paragraphs or items",
    ),
    (
        ACTIVITIES,
        "linkage: named",
        "linkage: open",
        "3: found 'open' in \"linkage\", expected one of named, confidential, unlinked",
    ),
    (ACTIVITIES, "text: Skills", "text: ''", "7: found '' in \"text\", expected text"),
    (ACTIVITIES, "right: many", "right: none", "15: found 'none' in \"right\", expected one of many, few"),
    (
        ACTIVITIES,
        "right: many",
        "right: [many]",
        '15: found a list of 1 in "right", expected a key of small letters, digits and single hyphens',
    ),
    (
        ACTIVITIES,
        "source: Elkin1989",
        "source: Elkin1990",
        '17: found the unknown reference "Elkin1990", expected a known one (perhaps "Elkin1989")',
    ),
    (
        ACTIVITIES,
        "topics: [origins]",
        "topics: [orogins]",
        '4: found the unknown topic "orogins", expected a known one (perhaps "origins")',
    ),
    (
        "surveys/needs.yaml",
        "- key: needs",
        "- key: hopes",
        f'1: found the activity key "hopes" again, expected another key ({ACTIVITIES}:1 has it)',
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "expected"), CASES)
def test_a_mistake(tmp_path: Path, name: str, old: str, new: str, expected: str) -> None:
    before = {**OTHERS, **MODULE}[name]
    assert old in before
    a_pack(tmp_path, {name: before.replace(old, new, 1)})
    lines = mistakes_in(tmp_path)
    assert f"{name}:{expected}" in lines
    assert {line.split(":")[0] for line in lines} == {name}


@pytest.mark.parametrize("name", ["course.yaml", "references.yaml", "signposts.yaml", "prospectus.yaml"])
def test_a_missing_or_unreadable_file(tmp_path: Path, name: str) -> None:
    a_pack(tmp_path, {name: None})
    assert f"{name}:1: found no such file, expected one" in mistakes_in(tmp_path)
    a_pack(tmp_path, {name: "just words\n"})
    assert next(line for line in mistakes_in(tmp_path) if line.startswith(name)).startswith(
        f'{name}:1: found "just words", expected '
    )


def test_activities_that_are_no_list(tmp_path: Path) -> None:
    a_pack(tmp_path, {"surveys/needs.yaml": "key: needs\n", ACTIVITIES: "- 1\n- {title: x}\n"})
    assert [line for line in mistakes_in(tmp_path) if not line.startswith("course")] == [
        f"{ACTIVITIES}:1: found 1, expected a group of fields",
        f'{ACTIVITIES}:2: found nothing in "key", expected a key of small letters, digits and single hyphens',
        f'{ACTIVITIES}:2: found nothing in "linkage", expected one of named, confidential, unlinked',
        f'{ACTIVITIES}:2: found nothing in "parts", expected a list of at least 1',
        "surveys/needs.yaml:1: found named fields, expected a list of activities, each beginning with - key:",
    ]
    a_pack(tmp_path, {"surveys/needs.yaml": "- 'broken\n"})
    assert "surveys/needs.yaml:2" in "".join(mistakes_in(tmp_path))


def test_a_broken_activity_keeps_its_key(tmp_path: Path) -> None:
    a_pack(tmp_path, {ACTIVITIES: "- key: hopes\n  title: T\n  linkage: named\n  parts: [{key: a, kind: odd}]\n"})
    words = "choice, scale, ratings, now-and-then, words, question, check, text, plan"
    assert mistakes_in(tmp_path) == [f"{ACTIVITIES}:4: found 'odd' in \"kind\", expected one of {words}"]


def test_a_line_without_a_key(tmp_path: Path) -> None:
    before = MODULE[ACTIVITIES]
    a_pack(tmp_path, {ACTIVITIES: before.replace("{key: a, text: Skills}", "{text: Skills}")})
    expected = "a key of small letters, digits and single hyphens"
    assert mistakes_in(tmp_path) == [f'{ACTIVITIES}:7: found nothing in "key", expected {expected}']


def test_strangers_in_the_folder(tmp_path: Path) -> None:
    a_pack(tmp_path)
    for name in ("README.md", ".DS_Store", "course.yaml~", ".git/config", "surveys/.x.swp"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    assert mistakes_in(tmp_path) == []
    (tmp_path / "modules/01-welcome/picture.png").write_bytes(b"x")
    (tmp_path / "modules/01-welcome/linked.md").symlink_to(tmp_path / "course.yaml")
    (tmp_path / "elsewhere").symlink_to(tmp_path / "modules")
    assert [line.split(", expected")[0] for line in mistakes_in(tmp_path)] == [
        "elsewhere:1: found a symbolic link",
        "modules/01-welcome/linked.md:1: found a symbolic link",
        "modules/01-welcome/picture.png:1: found a file that does not belong to a course",
    ]


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    a_pack(tmp_path)
    lesson = tmp_path / "modules/01-welcome/lesson.md"
    lesson.write_bytes(b"# Title\n\nbad \xff byte\n")
    name = "modules/01-welcome/lesson.md"
    assert f"{name}:3: found bytes that are not UTF-8, expected text saved as UTF-8" in mistakes_in(tmp_path)
    lesson.write_text("# Title\n\nzero\u2028line [@Elkin1989]\n", encoding="utf-8")
    assert mistakes_in(tmp_path) == [f"{name}:3: found an invisible character (U+2028), expected visible text"]
    lesson.write_bytes(b"# " + b"x" * 600_000)
    assert mistakes_in(tmp_path)[0].startswith(f"{name}:1: found a very large file")


def test_too_many_files(tmp_path: Path) -> None:
    a_pack(tmp_path)
    for number in range(1500):
        (tmp_path / f"surveys/s-{number}.yaml").write_text("[]")
    size = sum(path.stat().st_size for path in tmp_path.rglob("*.*") if path.is_file())
    assert [line.split(", expected")[0] for line in mistakes_in(tmp_path)] == [
        f"course.yaml:1: found 1509 files with {size} bytes in the course"
    ]


def test_no_folder(tmp_path: Path) -> None:
    report = check_pack(tmp_path / "nowhere")
    assert not report.ok
    assert report.mistakes[0].found == "no such file"
    assert "nowhere:1: found no such folder, expected a folder with course.yaml" in map(str, report.mistakes)
