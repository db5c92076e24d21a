"""Components say everything in words; a colour or a length is never the only sign."""

import re
from datetime import time

import pytest
from django.template.loader import render_to_string

from ipt.ui.parts import Bar, Figure, Slot, Step
from ipt.ui.templatetags.ui import chosen, share


def words_of(name: str, **facts: object) -> str:
    html = render_to_string(f"ui/components/{name}.html", facts)
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def a_figure(percent: int | None) -> Figure:
    return Figure(
        label="Relevance",
        percent=percent,
        answered=13 if percent else 3,
        asked=15,
        formula="sum of marks / (n times 5)",
        period="January",
        lowest=3,
        highest=5,
    )


def test_a_figure_carries_all_that_a_reader_needs() -> None:
    assert words_of("figure", figure=a_figure(92)) == (
        "Relevance 92% Answers 13 of 15 people Range 3 to 5 Dates January Formula sum of marks / (n times 5)"
    )


def test_a_figure_of_too_few_shows_no_number() -> None:
    words = words_of("figure", figure=a_figure(None))
    assert "Not shown below 5 answers" in words
    assert "%" not in words
    assert "3 to 5" not in words


def test_steps_say_where_they_stand() -> None:
    steps = [Step("One", "done"), Step("Two", "now", "here"), Step("Three", "later")]
    assert words_of("steps", steps=steps) == "One Done Two Now · here Three Later"


def test_a_timetable_says_times_and_lengths() -> None:
    slot = Slot(
        starts=time(9, 30), ends=time(10, 40), title="A focus", kind="practice", kind_label="Practice", state="now"
    )
    assert words_of("timetable", slots=[slot]) == "09:30 A focus Now Practice · 70 minutes · until 10:40"


def test_bars_say_their_counts() -> None:
    bars = [Bar("Grief", 2, 12), Bar("Dispute", 6, 12, "half")]
    assert words_of("bars", bars=bars) == "Grief 2 Dispute half"


@pytest.mark.parametrize(("value", "most", "length"), [(3, 4, "75.0"), (9, 4, "100.0"), (-1, 4, "0.0"), (1, 0, "0")])
def test_a_bar_never_leaves_its_frame(value: float, most: float, length: str) -> None:
    assert share(value, most) == length


def test_what_was_chosen_is_found_among_one_and_many() -> None:
    assert chosen("a", "a")
    assert chosen(0, "0")
    assert chosen("a", ["b", "a"])
    assert not chosen("a", None)
    assert not chosen("a", "ab")
