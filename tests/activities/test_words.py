"""Words are short, few, and counted whatever their capitals."""

import pytest

from ipt.activities import Json, MisfitError, WordCount, WordsSummary, parse, summarise
from tests.activities.examples import one


@pytest.mark.parametrize(
    ("sent", "value"),
    [
        ([], None),
        (["", " ", "\u200d"], None),
        (["calm"], ["calm"]),
        (["calm, curious;role\tplay"], ["calm", "curious", "role play"]),
        (["calm\r\ncurious"], ["calm", "curious"]),
        (["Calm", "calm", "CALM", "\uff43\uff41\uff4c\uff4d"], ["Calm"]),
        (["cafe\u0301"], ["café"]),
        (["Straße", "STRASSE"], ["Straße"]),
        (["希望", "امید"], ["希望", "امید"]),
    ],
)
def test_words_are_taken_as_they_come(sent: list[str], value: Json) -> None:
    assert parse(one("words").parts[0], {"hopes": sent}).value == value


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (["a", "b,c", "d"], "There are 4 here: please give 3 at most."),
        (["x" * 41], "This is 41 characters long: please shorten it to 40 or fewer."),
        (["x\0y"], "This has a hidden character that cannot be kept: please type these words again."),
    ],
)
def test_too_many_or_too_long(sent: list[str], sentence: str) -> None:
    part = one("words").parts[0]
    assert parse(part, {"hopes": ["x" * 40]}).errors == {}
    refused = parse(part, {"hopes": sent})
    assert (refused.errors, refused.typed) == ({"hopes": sentence}, {"hopes": sent})


def test_required_words_are_asked_for() -> None:
    part = one("words", required=True).parts[0]
    assert parse(part, {"hopes": ["calm"]}).value == ["calm"]
    assert parse(part, {"hopes": [","]}).errors == {
        "hopes": "Nothing is written here yet: please give at least one word."
    }


def test_words_are_listed_by_frequency_then_alphabet() -> None:
    summary = summarise(
        one("words").parts[0], [["Calm", "skills"], ["calm", "hope"], ["calm"], None, ["Hope", "nerves"]]
    )
    assert summary == WordsSummary(
        n=4,
        words=(WordCount("calm", 3), WordCount("Hope", 2), WordCount("nerves", 1), WordCount("skills", 1)),
    )


@pytest.mark.parametrize("value", ["calm", [], [""], [3]])
def test_kept_words_that_do_not_fit_are_never_hidden(value: Json) -> None:
    with pytest.raises(MisfitError):
        summarise(one("words").parts[0], [value])
