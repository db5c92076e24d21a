"""A whole pack becomes one frozen course."""

import dataclasses
from datetime import date, time
from pathlib import Path

import pytest

from ipt.library import BlockKind, PackError, check_pack, plain, read_pack, render_report
from ipt.library.markdown.nodes import Citation, Emphasis, Text
from tests.library.packs import OUTCOMES, a_pack, course_yaml
from tests.library.pieces import a_whole_pack


def test_the_frame(tmp_path: Path) -> None:
    course = read_pack(a_pack(tmp_path))
    assert (course.title, course.subtitle, course.summary, course.aim) == (
        "Essentials",
        "Three days",
        "A summary",
        "An aim",
    )
    assert [topic.key for topic in course.topics] == ["origins", "evidence"]
    assert tuple(outcome.key for outcome in course.outcomes) == OUTCOMES
    assert [(half.number, half.day) for half in course.half_days] == [
        (1, 1),
        (2, 1),
        (3, 2),
        (4, 2),
        (5, 3),
        (6, 3),
    ]
    assert course.topic("evidence").title == "Evidence"
    assert course.outcome("two").rating == "I can"
    assert course.retired == ()
    assert len(course.blocks) == 18


def test_a_half_day_knows_its_times(tmp_path: Path) -> None:
    first = read_pack(a_pack(tmp_path)).half_days[0]
    assert (first.starts, first.ends, first.minutes, first.least_minutes) == (
        time(9, 30),
        time(11, 20),
        110,
        70,
    )
    assert first.starts_of("close-1") == time(10, 50)
    with pytest.raises(KeyError):
        first.starts_of("close-2")


def test_a_block_knows_what_it_serves(tmp_path: Path) -> None:
    course = read_pack(a_pack(tmp_path))
    block = course.block("open-1")
    assert (block.kind, block.minutes, block.shrink_to, block.may_shrink) == (BlockKind.OPENING, 60, 50, True)
    assert block.module is course.modules["01-welcome"]
    assert block.outcomes == OUTCOMES
    assert course.block("break-1").may_shrink is False
    assert course.block("break-1").module is None
    assert course.half_day_of("close-6") is course.half_days[5]
    with pytest.raises(KeyError):
        course.block("nothing")


def test_a_module_and_its_sources(tmp_path: Path) -> None:
    course = read_pack(a_pack(tmp_path))
    module = course.modules["01-welcome"]
    assert (module.lesson.title, module.tutor.title) == ("Welcome", "Run sheet")
    assert module.handout is not None
    assert module.activities == ("hopes",)
    assert module.citations == ("Elkin1989", "Luty2007")
    assert [source.address for source in course.sources(["Luty2007", "Elkin1989", "Luty2007"])] == [
        "https://example.org/luty",
        "https://doi.org/10.1001/a",
    ]
    assert dataclasses.replace(module, handout=None).citations == ("Elkin1989",)


def test_activities_and_surveys(tmp_path: Path) -> None:
    course = read_pack(a_pack(tmp_path))
    assert list(course.activities) == ["hopes"]
    assert list(course.surveys) == ["needs"]
    assert course.activity("hopes").title == "Your hopes"
    assert course.activity("needs").title == "Before we meet"
    with pytest.raises(KeyError):
        course.activity("nothing")


def test_prospectus_and_signposts(tmp_path: Path) -> None:
    course = read_pack(a_pack(tmp_path))
    assert course.prospectus.lead == (
        Text("A course in "),
        Emphasis((Text("IPT"),)),
        Text(" "),
        Citation(("Elkin1989",)),
        Text("."),
    )
    assert [plain(item) for item in course.prospectus.sections[0].items] == ["A certificate"]
    assert course.prospectus.citations == ("Elkin1989", "Luty2007")
    assert course.signposts.checked == date(2026, 11, 22)
    assert [(post.name, post.hours, post.url) for post in course.signposts.entries] == [("Samaritans", "always", "")]


def test_nothing_can_be_changed(tmp_path: Path) -> None:
    course = read_pack(a_pack(tmp_path))
    with pytest.raises(dataclasses.FrozenInstanceError):
        course.title = "Other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        course.modules["x"] = course.modules["01-welcome"]  # type: ignore[index]


def test_a_report_without_mistakes(tmp_path: Path) -> None:
    report = check_pack(a_whole_pack(tmp_path))
    assert (report.ok, report.mistakes, report.gaps, report.unused) == (True, (), (), ())
    assert report.sums[1] == "half-2: 13:30 to 15:20, 110 minutes, at least 70"
    assert render_report(report).endswith("\n\nThe content has no mistakes.\n")


def test_gaps_and_unused_things_are_listed_but_do_not_fail(tmp_path: Path) -> None:
    spare = "Spare2001: {authors: A, year: 2001, title: T, source: S}\n"
    quiet = "- {key: hopes, title: T, linkage: named, parts: [{key: a, kind: text, prompt: P}]}\n"
    a_pack(tmp_path, {"modules/01-welcome/activities.yaml": quiet})
    (tmp_path / "references.yaml").write_text((tmp_path / "references.yaml").read_text() + spare)
    lone = tmp_path / "modules/02-alone"
    lone.mkdir()
    for name in ("lesson", "tutor"):
        (lone / f"{name}.md").write_text("# T\n\nWords.\n")
    report = check_pack(tmp_path)
    assert report.ok
    assert len(report.gaps) == 26
    assert report.gaps[0] == 'The topic "origins" has no activity and no question and no card.'
    assert report.unused == ("Nothing uses the module 02-alone.", "Nothing uses the reference Spare2001.")
    assert "Gaps:\n  The topic" in render_report(report)
    assert render_report(report).endswith("The content has no mistakes, and gaps: 26.\n")


def test_mistakes_are_counted_in_words(tmp_path: Path) -> None:
    a_pack(tmp_path, {"course.yaml": course_yaml("[open-1]")})
    lines = render_report(check_pack(tmp_path)).splitlines()
    assert lines[-1] == "1 mistake."
    assert lines[-3] == ('course.yaml:21: found the retired key "open-1" (block), expected a key that was never used')
    a_pack(tmp_path, {"course.yaml": course_yaml("[open-1, hopes/hope]")})
    assert render_report(check_pack(tmp_path)).endswith("\n2 mistakes.\n")
    with pytest.raises(PackError, match="retired key"):
        read_pack(tmp_path)
