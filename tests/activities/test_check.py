"""A check says what was right, why, and where that is written."""

import pytest

from ipt.activities import Check, CheckSummary, Item, Json, MisfitError, parse, score, summarise
from tests.activities.examples import one


def test_each_question_is_answered_once() -> None:
    part = one("check").parts[0]
    assert part.fields() == ("facts-areas", "facts-phases")
    sent = {"facts-areas": ["four"], "facts-phases": ["two"]}
    assert parse(part, sent).value == {"areas": "four", "phases": "two"}
    refused = parse(part, sent | {"facts-areas": ["two"], "facts-phases": []})
    assert refused.errors == {
        "facts-areas": "That answer is not on the list: please choose one of those shown.",
        "facts-phases": "This has no answer yet: please choose one.",
    }
    assert refused.typed == {"facts-areas": ["two"], "facts-phases": []}


def test_an_optional_check_may_be_answered_in_part() -> None:
    part = one("check", required=False).parts[0]
    assert parse(part, {"facts-areas": ["four"]}).value == {"areas": "four"}
    assert parse(part, {}).value is None


def test_a_score_teaches() -> None:
    part = one("check").parts[0]
    scored = score(part, {"areas": "four", "phases": "two"})
    assert scored is not None
    assert (scored.right, scored.of) == (1, 2)
    areas, phases = scored.answers
    assert (areas.is_right, phases.is_right) == (True, False)
    assert (phases.chosen, phases.right) == (Item("two", "Two"), Item("three", "Three"))
    assert (phases.prompt, phases.reason, phases.source) == (
        "How many phases?",
        "Initial, middle and ending.",
        "Weissman2018",
    )


def test_an_unanswered_question_is_not_right() -> None:
    part = one("check", required=False).parts[0]
    scored = score(part, {"areas": "four"})
    assert scored is not None
    assert [(each.chosen, each.is_right) for each in scored.answers] == [
        (Item("four", "Four"), True),
        (None, False),
    ]
    assert score(part, None) is None


def test_a_check_is_counted_question_by_question() -> None:
    part = one("check", required=False).parts[0]
    four: list[Json] = [{"areas": "four", "phases": "two"}] * 4
    summary = summarise(part, [*four, {"areas": "three"}, None])
    assert isinstance(summary, CheckSummary)
    areas, phases = summary.questions
    assert (summary.n, areas.n, phases.n) == (5, 5, 4)
    assert (areas.key, areas.prompt, areas.right) == ("areas", "How many focal areas?", "four")
    assert [(option.key, option.count) for option in areas.options] == [("three", 1), ("four", 4)]
    assert (areas.right_count, areas.percent_right, phases.percent_right) == (4, 80, 0)
    assert (areas.publishable, phases.publishable, summary.publishable) == (True, False, False)


def test_nobody_yet_has_no_percentage() -> None:
    part = one("check").parts[0]
    assert isinstance(part, Check)
    assert [question.percent_right for question in part.summarise({}).questions] == [None, None]


@pytest.mark.parametrize("value", ["four", {}, {"areas": "five"}, {"moons": "four"}, {"areas": 4}])
def test_kept_answers_that_do_not_fit_are_never_hidden(value: Json) -> None:
    with pytest.raises(MisfitError):
        summarise(one("check").parts[0], [value])
