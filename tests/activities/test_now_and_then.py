"""Two columns on one sheet: looking back and now, read mark by mark and summed column by column."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt.activities import (
    Json,
    MisfitError,
    NowAndThen,
    NowAndThenSummary,
    Scale,
    parse,
    summarise,
    summarise_counts,
    tally,
)
from tests.activities.examples import ANSWERS, one
from tests.activities.test_properties import unhurried

PART = one("now-and-then").parts[0]
OPTIONAL = one("now-and-then", required=False).parts[0]
SCALE = Scale(key="one", prompt="One column alone", least="", most="")
WHOLE: Json = {"explain": {"then": 3, "now": 7}, "use": {"then": 0, "now": 10}}


def summed(part: object, answers: Iterable[Json]) -> NowAndThenSummary:
    assert isinstance(part, NowAndThen)
    summary = summarise(part, answers)
    assert isinstance(summary, NowAndThenSummary)
    return summary


def test_content_gives_the_scale_and_the_two_headings() -> None:
    assert isinstance(PART, NowAndThen)
    assert (PART.marks, PART.then, PART.now) == (range(11), "Before", "Today")
    five = one("now-and-then", **{"from": 1, "to": 5}).parts[0]
    assert isinstance(five, NowAndThen)
    assert five.marks == range(1, 6)


def test_each_item_has_two_fields_and_each_mark_is_read_by_itself() -> None:
    fields = ("f.growth-explain-then", "f.growth-explain-now", "f.growth-use-then", "f.growth-use-now")
    assert PART.fields("f.") == fields
    assert parse(PART, dict(zip(fields, (["3"], ["7"], ["0"], ["10"]), strict=True)), "f.").value == WHOLE
    sent = dict(zip(PART.fields(), (["3"], ["11"], [""], ["ten"]), strict=True))
    refused = parse(PART, sent)
    assert refused.errors == {
        "growth-explain-now": "11 is outside this scale: please choose a whole number from 0 to 10.",
        "growth-use-then": "This has no mark yet: please choose a whole number from 0 to 10.",
        "growth-use-now": "That is not a mark on this scale: please choose a whole number from 0 to 10.",
    }
    assert (refused.value, refused.typed) == (None, sent)


def test_optional_marks_may_be_given_in_part() -> None:
    assert parse(OPTIONAL, {"growth-use-now": ["2"]}).value == {"use": {"now": 2}}
    assert parse(OPTIONAL, {"growth-use-now": [""]}).value is None
    assert tally(OPTIONAL, {"use": {"now": 2}}) == {"growth": {"": 1}, "growth-use-now": {"2": 1}}


def test_each_column_is_summed_and_published_from_five() -> None:
    four = summed(PART, [WHOLE] * 4)
    assert (four.n, four.publishable) == (4, False)
    five = summed(PART, [WHOLE] * 4 + [{"explain": {"then": 8, "now": 8}, "use": {"then": 1, "now": 9}}, None])
    assert (five.n, five.publishable) == (5, True)
    explain, use = five.items
    assert [(item.key, item.text) for item in five.items] == [
        ("explain", "I can explain it"),
        ("use", "I can use it"),
    ]
    assert (explain.then.total, explain.then.lowest, explain.then.highest) == (20, 3, 8)
    assert (explain.now.mean, explain.now.lowest, explain.now.highest) == (7.2, 7, 8)
    assert (use.then.formula, use.now.formula) == ("1 / (5 x 10) = 2%", "49 / (5 x 10) = 98%")


def test_a_column_that_fewer_than_five_marked_is_not_published() -> None:
    summary = summed(OPTIONAL, [WHOLE] * 4 + [{"explain": {"then": 1, "now": 2}, "use": {"now": 5}}])
    explain, use = summary.items
    assert (explain.publishable, use.now.publishable, use.then.publishable) == (True, True, False)
    assert (use.publishable, summary.publishable) == (False, False)


@pytest.mark.parametrize(
    "value",
    [
        7,
        {},
        {"food": {"now": 5}},
        {"use": 5},
        {"use": {}},
        {"use": {"later": 5}},
        {"use": {"now": 11}},
        {"use": {"now": "5"}},
    ],
)
def test_kept_marks_that_do_not_fit_are_never_hidden(value: Json) -> None:
    with pytest.raises(MisfitError):
        summarise(PART, [ANSWERS["growth"], value])


def test_a_kept_count_outside_its_scale_is_never_hidden() -> None:
    with pytest.raises(MisfitError):
        summarise_counts(PART, {"growth-use-now": {"11": 1}})


MARKS = st.none() | st.integers(0, 10)


@unhurried
@given(st.lists(st.tuples(MARKS, MARKS, MARKS, MARKS), max_size=8))
def test_every_column_is_summed_as_a_scale_of_its_own_would_be(rows: list[tuple[int | None, ...]]) -> None:
    sent = [dict(zip(OPTIONAL.fields(), ([str(mark)] for mark in row), strict=True)) for row in rows]
    given_marks = [{field: [] if value == ["None"] else value for field, value in one.items()} for one in sent]
    summary = summed(OPTIONAL, [parse(OPTIONAL, data).value for data in given_marks])
    columns = [marks for item in summary.items for marks in (item.then, item.now)]
    assert columns == [summarise(SCALE, [row[place] for row in rows]) for place in range(4)]
    assert summary.n == sum(any(mark is not None for mark in row) for row in rows)
