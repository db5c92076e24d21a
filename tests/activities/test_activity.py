"""An activity is read whole, answered whole, and known by its wording."""

import json
from pathlib import Path

import pytest

from ipt import activities
from ipt.activities import (
    KINDS,
    Activity,
    Choice,
    Item,
    Linkage,
    parse,
    parse_activity,
    read_activity,
    tally_all,
)
from tests.activities.examples import ANSWERS, PARTS, SENT, content, everything, one


def test_each_kind_is_one_file_of_its_name() -> None:
    folder = Path(activities.__file__).parent
    assert [kind for kind in KINDS if (folder / f"{kind.replace('-', '_')}.py").is_file()] == list(KINDS)
    assert {kind: part.kind for kind, part in KINDS.items()} == {kind: kind for kind in KINDS}
    assert {part.kind for part in everything().parts} == set(KINDS)


def test_it_reads_all_its_fields() -> None:
    activity = read_activity(
        content(
            PARTS["choice"],
            intro="Think first.",
            minutes=4,
            topics=["grief"],
            outcomes=["knows-what-ipt-is"],
            focus=["grief"],
            techniques=["role-play"],
            phases=["middle"],
        )
    )
    assert activity == Activity(
        key="day-1",
        title="Day 1",
        linkage=Linkage.NAMED,
        parts=(
            Choice(
                key="setting",
                prompt="Where do you work?",
                options=(Item("ward", "On a ward"), Item("clinic", "In a clinic")),
            ),
        ),
        intro="Think first.",
        minutes=4,
        topics=("grief",),
        outcomes=("knows-what-ipt-is",),
        focus=("grief",),
        techniques=("role-play",),
        phases=("middle",),
    )
    assert activity.part("setting") == activity.parts[0]


def test_optional_fields_have_plain_defaults() -> None:
    activity = one("scale")
    assert (activity.intro, activity.minutes, activity.topics, activity.outcomes) == ("", None, (), ())


def test_what_must_be_answered_unless_content_says_otherwise() -> None:
    assert {part.key: part.required for part in everything().parts} == {
        "setting": True,
        "seen": True,
        "ready": True,
        "day": True,
        "growth": True,
        "hopes": False,
        "ask": False,
        "facts": True,
        "comment": False,
        "first-step": True,
    }


def test_a_whole_submission_becomes_json() -> None:
    submitted = parse_activity(everything(), SENT)
    assert submitted.ok
    assert submitted.values == ANSWERS
    assert submitted.typed == SENT
    assert json.loads(json.dumps(submitted.values)) == ANSWERS


def test_a_prefix_keeps_two_forms_on_one_page_apart() -> None:
    sent = {f"before.{field}": values for field, values in SENT.items()}
    submitted = parse_activity(everything(), sent | {"setting": ["clinic"], "csrf": ["x"]}, "before.")
    assert submitted.values == ANSWERS
    assert submitted.typed == sent
    assert set(sent) == set(everything().fields("before."))


def test_one_mistake_keeps_everything_that_was_typed() -> None:
    sent = SENT | {"ready": ["eleven"], "day-relevance": [""]}
    submitted = parse_activity(everything(), sent)
    assert not submitted.ok
    assert submitted.errors == {
        "ready": "That is not a mark on this scale: please choose a whole number from 0 to 10.",
        "day-relevance": "This has no mark yet: please choose a whole number from 1 to 5.",
    }
    assert submitted.typed == sent
    assert submitted.values == {key: value for key, value in ANSWERS.items() if key not in {"ready", "day"}}


def test_skipped_parts_are_absent_but_nothing_at_all_is_refused() -> None:
    activity = read_activity(content(PARTS["words"], PARTS["text"]))
    assert parse_activity(activity, {"hopes": ["calm"], "comment": [" "]}).values == {"hopes": ["calm"]}
    assert parse_activity(activity, {}).errors == {
        "hopes": "Nothing is answered yet: please answer at least one question."
    }


def test_one_part_can_be_parsed_alone() -> None:
    parsed = parse(one("scale").parts[0], {"ready": ["0"], "other": ["1"]})
    assert (parsed.value, parsed.errors, parsed.typed) == (0, {}, {"ready": ["0"]})


def test_the_tally_of_a_person_is_the_sum_of_their_parts() -> None:
    assert tally_all(everything(), ANSWERS) == {
        "ask": {"": 1},
        "comment": {"": 1},
        "day": {"": 1},
        "day-presentation": {"5": 1},
        "day-relevance": {"4": 1},
        "facts": {"": 1},
        "facts-areas": {"four": 1},
        "facts-phases": {"two": 1},
        "first-step": {"": 1, "grief": 1},
        "growth": {"": 1},
        "growth-explain-now": {"7": 1},
        "growth-explain-then": {"3": 1},
        "growth-use-now": {"10": 1},
        "growth-use-then": {"0": 1},
        "hopes": {"": 1, "calm": 1, "role play": 1},
        "ready": {"7": 1},
        "seen": {"": 1, "grief": 1, "transition": 1},
        "setting": {"ward": 1},
    }


def test_the_order_of_answers_leaves_no_trace_in_a_tally() -> None:
    forwards = tally_all(everything(), ANSWERS)
    backwards = tally_all(everything(), dict(reversed(ANSWERS.items())))
    assert json.dumps(forwards) == json.dumps(backwards)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Day one"},
        {"intro": "New."},
        {"linkage": "confidential"},
        {"parts": [PARTS["scale"]]},
        {"parts": [PARTS["choice"] | {"prompt": "Where?"}]},
        {"parts": [PARTS["choice"] | {"many": True}]},
        {"parts": [PARTS["choice"] | {"options": [{"key": "ward", "text": "Ward"}, {"key": "b", "text": "B"}]}]},
    ],
)
def test_the_wording_hash_changes_with_what_people_see(change: dict[str, object]) -> None:
    before = one("choice").wording_hash
    assert read_activity(content(PARTS["choice"]) | change).wording_hash != before
    assert len(before) == 64


def test_the_wording_hash_ignores_what_only_the_course_knows() -> None:
    before = one("check").wording_hash
    tags = {"topics": ["a"], "outcomes": ["b"], "focus": ["c"], "techniques": ["d"], "phases": ["e"]}
    after = read_activity(content(PARTS["check"], minutes=9, **tags))
    questions = [
        dict(question, **(tags | {"outcomes": []}))
        for question in (PARTS["check"]["questions"])  # type: ignore[attr-defined]
    ]
    assert after.wording_hash == before
    assert one("check", questions=questions).wording_hash == before
    assert one("check", questions=questions[:1]).wording_hash != before
