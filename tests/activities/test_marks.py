"""Scales and ratings take plain whole numbers and give a percentage that can be worked out again."""

from fractions import Fraction

import pytest

from ipt.activities import (
    Json,
    MarkCount,
    MarksSummary,
    MisfitError,
    RatingsSummary,
    Scale,
    half_up,
    parse,
    summarise,
    summarise_counts,
    tally,
)
from tests.activities.examples import one

WANTED = "please choose a whole number from 0 to 10."


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "This has no mark yet"),
        ("\u3000", "This has no mark yet"),
        ("٣", "That is not a mark on this scale"),
        ("1e3", "That is not a mark on this scale"),
        ("+3", "That is not a mark on this scale"),
        ("1_0", "That is not a mark on this scale"),
        ("-1", "That is not a mark on this scale"),
        ("3.0", "That is not a mark on this scale"),
        ("²", "That is not a mark on this scale"),
        ("5\0", "That is not a mark on this scale"),
        ("9" * 5000, "That is not a mark on this scale"),
        ("11", "11 is outside this scale"),
        ("999", "999 is outside this scale"),
    ],
)
def test_a_mark_is_written_in_plain_digits(typed: str, problem: str) -> None:
    part = one("scale").parts[0]
    assert [parse(part, {"ready": [good]}).value for good in ("0", " 10\n")] == [0, 10]
    refused = parse(part, {"ready": [typed]})
    assert refused.errors == {"ready": f"{problem}: {WANTED}"}
    assert refused.typed == {"ready": [typed]}


def test_an_optional_mark_may_stay_empty() -> None:
    assert parse(one("scale", required=False).parts[0], {}).value is None


def test_a_scale_is_summed() -> None:
    part = one("scale").parts[0]
    assert isinstance(part, Scale)
    summary = part.summarise({"ready": {"7": 2, "10": 1}})
    assert summary == MarksSummary(
        n=3,
        total=24,
        lowest=7,
        highest=10,
        maximum=10,
        counts=tuple(MarkCount(mark, {7: 2, 10: 1}.get(mark, 0)) for mark in range(11)),
    )
    assert (summary.mean, summary.percentage, summary.percentage_shown) == (8.0, Fraction(80), 80)
    assert summary.formula == "24 / (3 x 10) = 80%"
    assert summarise(part, [7, 10, None, 7]) == summary


def test_nobody_yet_has_no_figures() -> None:
    summary = one("scale").parts[0].summarise({})
    assert isinstance(summary, MarksSummary)
    assert (summary.n, summary.mean, summary.percentage, summary.percentage_shown) == (0, None, None, None)
    assert (summary.lowest, summary.highest, summary.formula) == (None, None, "")


@pytest.mark.parametrize(
    ("share", "whole"),
    [("0", 0), ("0.5", 1), ("1.5", 2), ("2.5", 3), ("92.49", 92), ("92.5", 93), ("100", 100)],
)
def test_a_half_goes_up(share: str, whole: int) -> None:
    assert half_up(Fraction(share)) == whole


def test_the_percentage_is_of_the_maximum_not_of_the_range() -> None:
    """facts/course.md, appendix B: a mean of 4.9 on a 5-point item is 98%, not 97.5%."""
    summary = summarise_counts(one("ratings").parts[0], {"day-presentation": {"5": 9, "4": 1}})
    assert isinstance(summary, RatingsSummary)
    assert summary.items[0].marks.mean == 4.9
    assert summary.items[0].marks.percentage == 98


def test_ratings_are_read_item_by_item() -> None:
    part = one("ratings").parts[0]
    assert part.fields("f.") == ("f.day-presentation", "f.day-relevance")
    assert parse(part, {"day-presentation": ["5"], "day-relevance": ["1"]}).value == {
        "presentation": 5,
        "relevance": 1,
    }
    refused = parse(part, {"day-presentation": ["0"], "day-relevance": ["5", "4"]})
    assert refused.errors == {
        "day-presentation": "0 is outside this scale: please choose a whole number from 1 to 5.",
        "day-relevance": "More than one answer arrived here: please give only one.",
    }
    assert refused.value is None


def test_optional_ratings_may_be_given_in_part() -> None:
    part = one("ratings", required=False).parts[0]
    assert parse(part, {"day-relevance": ["2"]}).value == {"relevance": 2}
    assert parse(part, {"day-relevance": [""]}).value is None
    assert tally(part, {"relevance": 2}) == {"day": {"": 1}, "day-relevance": {"2": 1}}


def test_ratings_are_summed_item_by_item_and_published_only_whole() -> None:
    part = one("ratings", required=False).parts[0]
    full: list[Json] = [{"presentation": 5, "relevance": mark} for mark in (2, 3, 4, 5)]
    summary = summarise(part, [*full, {"presentation": 4}, None])
    assert isinstance(summary, RatingsSummary)
    assert summary.n == 5
    assert [(item.key, item.text) for item in summary.items] == [
        ("presentation", "Presentation"),
        ("relevance", "Relevance"),
    ]
    presentation, relevance = (item.marks for item in summary.items)
    assert (presentation.n, presentation.total, presentation.lowest, presentation.highest) == (5, 24, 4, 5)
    assert (relevance.n, relevance.total, relevance.lowest, relevance.highest) == (4, 14, 2, 5)
    assert (presentation.publishable, relevance.publishable, summary.publishable) == (True, False, False)
    assert summarise(part, full + full).publishable


@pytest.mark.parametrize("value", ["7", 11, True, [7], {"a": 1}])
def test_a_kept_mark_outside_its_scale_is_never_hidden(value: Json) -> None:
    with pytest.raises(MisfitError):
        summarise(one("scale").parts[0], [value])


@pytest.mark.parametrize("value", [5, {}, {"food": 5}, {"relevance": 6}, {"relevance": "5"}])
def test_kept_ratings_that_do_not_fit_are_never_hidden(value: Json) -> None:
    with pytest.raises(MisfitError):
        summarise(one("ratings").parts[0], [value])


@pytest.mark.parametrize("mark", ["11", "07", ""])
def test_a_kept_count_outside_its_scale_is_never_hidden(mark: str) -> None:
    with pytest.raises(MisfitError):
        summarise_counts(one("scale").parts[0], {"ready": {mark: 1}})
