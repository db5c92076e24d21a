"""What holds for every activity whatever people send."""

import json
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from ipt.activities import (
    Json,
    MarksSummary,
    Writing,
    merged,
    parse_activity,
    summarise,
    summarise_counts,
    tally,
    tally_all,
    writings,
)
from tests.activities.examples import SENT, everything, one

EVERYTHING = everything()
SCALE = one("scale").parts[0]
ANYTHING = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=80),
    st.sampled_from(["", "7", "11", "٣", "1e3", "\0", "\ud800", "ward", "yes", "four", "2026-12-07", "x" * 5000]),
    st.sampled_from([value for values in SENT.values() for value in values]),
)
unhurried = settings(deadline=None)  # a busy machine is no failure
SUBMISSIONS = st.dictionaries(
    st.sampled_from([*EVERYTHING.fields(), "csrf"]), st.lists(ANYTHING, max_size=4), max_size=20
)


@unhurried
@given(SUBMISSIONS)
def test_parsing_never_raises_and_keeps_what_was_typed(data: dict[str, list[str]]) -> None:
    before = {field: list(values) for field, values in data.items()}
    submitted = parse_activity(EVERYTHING, data)
    assert data == before
    assert submitted.typed == {field: data[field] for field in EVERYTHING.fields() if field in data}
    assert set(submitted.errors) <= set(EVERYTHING.fields())
    assert all(sentence.endswith(".") and ": please " in sentence for sentence in submitted.errors.values())
    assert bool(submitted.values) or not submitted.ok


@unhurried
@given(SUBMISSIONS)
def test_values_are_json_that_a_database_can_hold_and_a_tally_can_count(data: dict[str, list[str]]) -> None:
    values = dict(parse_activity(EVERYTHING, data).values)
    text = json.dumps(values, ensure_ascii=False)
    assert json.loads(text.encode()) == values
    assert "\\u0000" not in text
    tally_all(EVERYTHING, values)


@unhurried
@given(st.lists(SUBMISSIONS.map(lambda changes: SENT | changes), max_size=8))
def test_counts_and_rows_agree_in_any_order(sent: list[dict[str, list[str]]]) -> None:
    people = [parse_activity(EVERYTHING, data).values for data in sent]
    box = merged(*(tally_all(EVERYTHING, values) for values in people))
    for part in EVERYTHING.parts:
        rows: list[Json] = [values.get(part.key) for values in people]
        kept: list[Writing] = [writing for value in rows for writing in writings(part, value)]
        by_rows = summarise(part, rows)
        assert summarise_counts(part, box, sorted(kept)) == by_rows
        assert summarise(part, rows[::-1]) == by_rows
        assert by_rows.n == sum(value is not None for value in rows)


@unhurried
@given(st.lists(st.integers(0, 10)))
def test_the_percentage_is_recomputed_independently(marks: list[int]) -> None:
    summary = summarise(SCALE, list(marks))
    assert isinstance(summary, MarksSummary)
    assert {each.mark: each.count for each in summary.counts if each.count} == Counter(marks)
    if not marks:
        assert summary.percentage is None
        return
    assert summary.percentage is not None
    assert summary.percentage_shown is not None
    assert 0 <= summary.percentage <= 100
    assert summary.percentage * len(marks) * 10 == 100 * sum(marks)
    assert -0.5 < summary.percentage_shown - summary.percentage <= 0.5
    assert (summary.lowest, summary.highest) == (min(marks), max(marks))


@unhurried
@given(st.lists(st.lists(st.integers(0, 10), max_size=5), max_size=5))
def test_boxes_add_up(rooms: list[list[int]]) -> None:
    boxes = [merged(*(tally(SCALE, mark) for mark in room)) for room in rooms]
    together = merged(*(tally(SCALE, mark) for room in rooms for mark in room))
    assert merged(*boxes) == together
