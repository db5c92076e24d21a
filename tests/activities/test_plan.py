"""A plan needs a cue and an action; everything else helps and may be left out."""

import pytest

from ipt.activities import ItemCount, Json, MisfitError, PlanSummary, parse, summarise
from tests.activities.examples import ANSWERS, one

NO_CUE = "The cue is missing: please write when you will do it."
NO_ACTION = "The action is missing: please write what you will do then."
CUE_AND_ACTION = {"first-step-when": ["I see a new patient"], "first-step-then": ["ask who matters"]}


def test_only_the_cue_and_the_action_are_needed() -> None:
    part = one("plan").parts[0]
    assert parse(part, CUE_AND_ACTION).value == {
        "when": "I see a new patient",
        "then": "ask who matters",
        "focus": None,
        "date": None,
        "obstacle": None,
        "buddy": None,
    }
    assert parse(part, {}).errors == {"first-step-when": NO_CUE, "first-step-then": NO_ACTION}


def test_an_optional_plan_that_is_begun_is_finished() -> None:
    part = one("plan", required=False).parts[0]
    assert parse(part, {"first-step-buddy": [" "]}).value is None
    refused = parse(part, {"first-step-buddy": ["Ben"], "first-step-when": ["on Monday"]})
    assert refused.errors == {"first-step-then": NO_ACTION}
    assert refused.typed == {"first-step-buddy": ["Ben"], "first-step-when": ["on Monday"]}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("2026-12-07", "2026-12-07"), (" 7/12/2026 ", "2026-12-07"), ("29/02/2028", "2028-02-29"), ("", None)],
)
def test_a_date_as_browsers_and_people_write_it(typed: str, kept: str | None) -> None:
    value = parse(one("plan").parts[0], CUE_AND_ACTION | {"first-step-date": [typed]}).value
    assert isinstance(value, dict)
    assert value["date"] == kept


@pytest.mark.parametrize(
    "typed",
    [
        "31/2/2027",
        "2027-13-01",
        "next week",
        "20261207",
        "2026-W50-1",
        "\u0662\u0660\u0662\u0666-12-07",
        "1999-12-31",
        "0000-01-01",
        "\0x",
    ],
)
def test_a_date_that_is_none(typed: str) -> None:
    refused = parse(one("plan").parts[0], CUE_AND_ACTION | {"first-step-date": [typed]})
    assert refused.errors == {"first-step-date": "That is not a date in the calendar: please write it like 3/12/2026."}
    assert refused.typed == CUE_AND_ACTION | {"first-step-date": [typed]}


def test_each_field_has_its_own_limit() -> None:
    refused = parse(
        one("plan").parts[0],
        {
            "first-step-when": ["x" * 301],
            "first-step-then": ["x" * 300],
            "first-step-focus": ["love"],
            "first-step-buddy": ["x" * 81],
        },
    )
    assert refused.errors == {
        "first-step-when": "This is 301 characters long: please shorten it to 300 or fewer.",
        "first-step-focus": "That answer is not on the list: please choose one of those shown.",
        "first-step-buddy": "This is 81 characters long: please shorten it to 80 or fewer.",
    }


def test_plans_are_counted_but_never_read_out() -> None:
    plan = ANSWERS["first-step"]
    assert isinstance(plan, dict)
    summary = summarise(one("plan").parts[0], [plan, plan | {"focus": None}, None])
    assert summary == PlanSummary(
        n=2, focus=(ItemCount("grief", "Grief", 1, 2), ItemCount("dispute", "Role dispute", 0, 2))
    )
    assert "timeline" not in repr(summary)


@pytest.mark.parametrize(
    "value", ["on Monday", {"when": "x", "then": "y"}, {"when": "x", "then": "y", "focus": "love"}]
)
def test_a_kept_plan_that_does_not_fit_is_never_hidden(value: Json) -> None:
    with pytest.raises(MisfitError):
        summarise(one("plan").parts[0], [value])
