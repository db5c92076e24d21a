"""A choice takes one listed option, or several, and counts people rather than ticks."""

import pytest

from ipt.activities import (
    Choice,
    ChoiceSummary,
    ItemCount,
    Json,
    MisfitError,
    parse,
    score,
    summarise,
    summarise_counts,
)
from tests.activities.examples import one

NONE_YET = "This has no answer yet: please choose one."
NOT_LISTED = "That answer is not on the list: please choose one of those shown."


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ([], NONE_YET),
        ([""], NONE_YET),
        ([" \u200b"], NONE_YET),
        (["prison"], NOT_LISTED),
        (["WARD"], NOT_LISTED),
        (["ward\0"], NOT_LISTED),
        (["\ud800"], NOT_LISTED),
        (["x" * 1_000_000], NOT_LISTED),
        (["ward", "clinic"], "More than one answer arrived here: please give only one."),
    ],
)
def test_one_option_of_those_shown(sent: list[str], sentence: str) -> None:
    part = one("choice").parts[0]
    assert parse(part, {"setting": ["clinic"]}).value == "clinic"
    refused = parse(part, {"setting": sent})
    assert (refused.value, refused.errors, refused.typed) == (None, {"setting": sentence}, {"setting": sent})


def test_an_optional_choice_may_stay_empty() -> None:
    assert parse(one("choice", required=False).parts[0], {}).errors == {}
    assert parse(one("many", required=False).parts[0], {"seen": [""]}).value is None


def test_several_are_kept_once_and_in_the_order_of_the_page() -> None:
    part = one("many").parts[0]
    assert parse(part, {"seen": ["transition", "", "grief", "grief"]}).value == ["grief", "transition"]
    assert parse(part, {"seen": ["grief", "joy"]}).errors == {"seen": NOT_LISTED}
    assert parse(part, {}).errors == {"seen": "This has no answer yet: please choose at least one."}


def test_one_option_is_counted() -> None:
    summary = summarise(one("choice").parts[0], ["ward", None, "ward", "clinic"])
    assert summary == ChoiceSummary(
        n=3, options=(ItemCount("ward", "On a ward", 2, 3), ItemCount("clinic", "In a clinic", 1, 3))
    )
    assert [option.percent for option in summary.options] == [67, 33]
    assert not summary.publishable


def test_several_are_counted_by_person() -> None:
    summary = summarise(one("many").parts[0], [["grief"], ["grief", "dispute"], None])
    assert isinstance(summary, ChoiceSummary)
    assert summary.n == 2
    assert [(option.key, option.count, option.percent) for option in summary.options] == [
        ("grief", 2, 100),
        ("dispute", 1, 50),
        ("transition", 0, 0),
    ]


def test_nobody_yet_is_no_error() -> None:
    summary = summarise(one("choice").parts[0], [])
    assert isinstance(summary, ChoiceSummary)
    assert [(option.count, option.percent) for option in summary.options] == [(0, 0), (0, 0)]


def test_five_answers_may_be_published_and_four_may_not() -> None:
    part = one("choice").parts[0]
    assert [summarise(part, ["ward"] * n).publishable for n in (4, 5)] == [False, True]


@pytest.mark.parametrize("value", ["prison", 3, ["ward"]])
def test_a_kept_answer_that_does_not_fit_is_never_hidden(value: Json) -> None:
    part = one("choice").parts[0]
    with pytest.raises(MisfitError):
        summarise(part, [value])
    with pytest.raises(MisfitError):
        summarise_counts(part, {"setting": {"prison": 1}})


@pytest.mark.parametrize("value", ["grief", [], ["joy"], [3]])
def test_a_kept_list_that_does_not_fit_is_never_hidden(value: Json) -> None:
    with pytest.raises(MisfitError):
        summarise(one("many").parts[0], [value])


def test_a_choice_has_no_score() -> None:
    part = one("choice").parts[0]
    assert isinstance(part, Choice)
    assert score(part, "ward") is None
