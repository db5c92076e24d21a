"""Every mistake in course.yaml is said with its line, with what was found and with what was expected."""

from pathlib import Path

import pytest

from tests.library.packs import OTHERS, a_pack, course_yaml, mistakes_in

COURSE = course_yaml()
KINDS = "opening, input, demonstration, practice, activity, recall, break, closing"
FIELDS = "aim, forms, half_days, outcomes, retired, subtitle, summary, title, topics"
UNKNOWN = "expected a known one"

# What in course.yaml is replaced, by what, and every mistake that follows.
CASES = [
    ("title: Essentials\n", "", ['1: found no "title" in the course, expected one']),
    ("title: Essentials\n", "title:\n", ['1: found no "title" in the course, expected one']),
    ("title: Essentials\n", "title: [a]\n", ["1: found a list, expected words"]),
    ("title: Essentials\n", "title: {a: b}\n", ["1: found named fields, expected words"]),
    ("title: Essentials\n", 'title: " "\n', ['1: found "", expected words']),
    ("Essentials", '"IPT [@Elkin1989]"', ["1: found a citation in plain words, expected words alone"]),
    ("aim:", "aims: x\naim:", [f'4: found the unknown field "aims" in the course, expected one of {FIELDS}']),
    (
        "- {key: evidence, title: Evidence, text: What is known}",
        "- evidence",
        [
            '7: found "evidence", expected the fields of a topic',
            f'22: found the unknown topic "evidence", {UNKNOWN}',
            f'modules/01-welcome/activities.yaml:18: found the unknown topic "evidence", {UNKNOWN}',
        ],
    ),
    (
        "key: evidence,",
        "key: Evidence,",
        [
            '7: found "Evidence", expected a key in lower case words with hyphens',
            f'22: found the unknown topic "evidence", {UNKNOWN}',
            f'modules/01-welcome/activities.yaml:18: found the unknown topic "evidence", {UNKNOWN}',
        ],
    ),
    (
        "key: break-2,",
        "key: break-1,",
        ['31: found the block key "break-1" again, expected another key (course.yaml:23 has it)'],
    ),
    ("key: break-2, ", "", ['31: found no "key" in a block, expected one']),
    (
        "module: 01-welcome",
        "module: 01-welcom",
        [f'22: found the unknown module "01-welcom", {UNKNOWN} (perhaps "01-welcome")'],
    ),
    ("retired: []", "retired: {}", ['65: found named fields in "retired", expected a list']),
    ("starts: 09:30", "starts: 9.30", ['19: found "9.30" in "starts", expected a time such as 09:30']),
    ("starts: 09:30", "starts:", ['19: found no "starts" in a half-day, expected one']),
    ("kind: opening", "kind: open", [f'21: found "open" in "kind", expected one of {KINDS}']),
    ("kind: opening, ", "", ['21: found no "kind" in a block, expected one']),
    ("minutes: 20", "minutes: 0", ['23: found "0" in "minutes", expected a whole number from 1 to 240']),
    ("minutes: 20", "minutes: true", ['23: found "true" in "minutes", expected a whole number from 1 to 240']),
    ("minutes: 20, ", "", ['23: found no "minutes" in a block, expected one']),
    (
        "minutes: 30, shrink_to: 0",
        "minutes: 30, shrink_to: 31",
        ["24: found 31 minutes, expected at most its 30 minutes"],
    ),
    (
        "minutes: 20",
        "minutes: 20, shrink_to: 10",
        ["23: found a break that may shrink, expected all its 20 minutes"],
    ),
    (
        "topics: [origins, evidence]",
        "topics: [origins]",
        ['7: found the topic "evidence" in no block, expected a block for it'],
    ),
    (
        "kind: break",
        "kind: input",
        ["20: found no break inside the half-day, expected one between its first and its last block"],
    ),
    (
        "minutes: 30, shrink_to: 0, summary: Good-bye",
        "minutes: 30, summary: Rest",
        [],
    ),
    (
        "kind: closing, minutes: 30, shrink_to: 0",
        "kind: break, minutes: 30",
        ["20: found a break at the edge of the half-day, expected breaks between other blocks"],
    ),
    (
        "  - {key: seven, title: T, promise: You will, rating: I can}\n",
        "",
        [
            "8: found 6 in outcomes, expected exactly 7",
            f'21: found the unknown outcome "seven", {UNKNOWN}',
            f'modules/01-welcome/activities.yaml:19: found the unknown outcome "seven", {UNKNOWN}',
        ],
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_a_mistake_in_the_course(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert old in COURSE
    a_pack(tmp_path, {"course.yaml": COURSE.replace(old, new, 1)})
    assert mistakes_in(tmp_path) == [line if line.startswith("modules") else f"course.yaml:{line}" for line in expected]


def test_half_days_are_six(tmp_path: Path) -> None:
    a_pack(tmp_path, {"course.yaml": COURSE[: COURSE.index("  - key: half-6")]})
    assert mistakes_in(tmp_path) == ["course.yaml:16: found 5 in half_days, expected exactly 6"]
    a_pack(tmp_path, {"course.yaml": COURSE[: COURSE.index("half_days:")]})
    assert mistakes_in(tmp_path)[0] == 'course.yaml:1: found no "half_days" in the course, expected one'


def test_retired_keys_stay_away(tmp_path: Path) -> None:
    retired = "[origins, one, half-1, open-1, hopes, hopes/hope, hopes/hope/a, gone]"
    a_pack(tmp_path, {"course.yaml": course_yaml(retired)})
    activities = "modules/01-welcome/activities.yaml"
    assert [line.rsplit(", expected", 1)[0] for line in mistakes_in(tmp_path)] == [
        'course.yaml:6: found the retired key "origins" (topic)',
        'course.yaml:9: found the retired key "one" (outcome)',
        'course.yaml:17: found the retired key "half-1" (half-day)',
        'course.yaml:21: found the retired key "open-1" (block)',
        f'{activities}:1: found the retired key "hopes" (activity)',
        f'{activities}:7: found the retired key "hopes/hope" (part of an activity)',
        f'{activities}:7: found the retired key "hopes/hope/a" (part of an activity)',
    ]


def test_mistakes_in_several_files_come_in_one_run(tmp_path: Path) -> None:
    a_pack(
        tmp_path,
        {
            "course.yaml": COURSE.replace("kind: opening", "kind: open", 1),
            "modules/01-welcome/lesson.md": "No title [@Nobody1999].\n",
            "modules/01-welcome/tutor.md": None,
            "signposts.yaml": OTHERS["signposts.yaml"].replace("2026-11-22", "soon"),
            "prospectus.yaml": "- a list\n",
            "references.yaml": OTHERS["references.yaml"] + "Elkin1989: {}\n",
        },
    )
    assert mistakes_in(tmp_path) == [
        f'course.yaml:21: found "open" in "kind", expected one of {KINDS}',
        "modules/01-welcome/lesson.md:1: found no title, expected # and a title on the first line",
        'modules/01-welcome/lesson.md:1: found the unknown reference "Nobody1999", expected a known one',
        "modules/01-welcome/tutor.md:1: found no such file, expected one in every module",
        "prospectus.yaml:1: found a list, expected the fields of the prospectus",
        'references.yaml:3: found "Elkin1989" again, expected it once (it stands on line 1)',
        'signposts.yaml:1: found "soon" in "checked", expected a date such as 2026-11-22',
    ]
