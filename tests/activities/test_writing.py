"""Questions and comments keep the words as written, within a limit, with consent as its own tick."""

import pytest

from ipt.activities import Json, MisfitError, Writing, WritingSummary, parse, summarise, writings
from ipt.activities.characters import blank, composed, folded, storable, trimmed
from tests.activities.examples import one

HIDDEN = "This has a hidden character that cannot be kept: please type these words again."


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("How long?", "How long?"),
        ("  one\r\ntwo\rthree\vfour\f", "one\ntwo\nthree\nfour"),
        ("e\u0301tude", "étude"),
        ("می‌خواهم", "می‌خواهم"),
        ("👩‍🏫 thanks", "👩‍🏫 thanks"),
        ("x" * 300, "x" * 300),
        ("\r\n" * 5000 + "short", "short"),
        ("e\u0301" * 300, "é" * 300),
        ("", None),
        ("\u200b\u2060 \v\n", None),
    ],
)
def test_a_question_is_kept_as_written(typed: str, kept: str | None) -> None:
    parsed = parse(one("question").parts[0], {"ask": [typed]})
    assert (parsed.value, parsed.errors, parsed.typed) == (kept, {}, {"ask": [typed]})


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("a\0b", HIDDEN),
        ("\0", HIDDEN),
        ("a\ud800", HIDDEN),
        ("a\x1b[31m", HIDDEN),
        ("x" * 301, "This is 301 characters long: please shorten it to 300 or fewer."),
        ("x\0" * 1_000_000, "This is 2,000,000 characters long: please shorten it to 300 or fewer."),
        ("\u0958" * 151, "This is 302 characters long: please shorten it to 300 or fewer."),
    ],
)
def test_what_cannot_be_kept_is_said_and_given_back(typed: str, sentence: str) -> None:
    refused = parse(one("question").parts[0], {"ask": [typed]})
    assert (refused.value, refused.errors, refused.typed) == (None, {"ask": sentence}, {"ask": [typed]})


def test_a_heap_of_accents_is_refused_before_it_is_composed() -> None:
    """Composing it would take minutes, and would leave one character fewer."""
    refused = parse(one("text").parts[0], {"comment": ["a" + "\u0316\u0301" * 500_000]})
    assert refused.errors == {"comment": "This is 1,000,001 characters long: please shorten it to 600 or fewer."}


def test_an_optional_question_may_stay_empty_and_a_required_one_may_not() -> None:
    assert parse(one("question").parts[0], {}).errors == {}
    assert parse(one("question", required=True).parts[0], {}).errors == {
        "ask": "There is no question here yet: please write one."
    }


@pytest.mark.parametrize(
    ("tick", "may_quote"),
    [([], False), (["yes"], True), (["no"], False), (["yes", "no"], False), (["on"], False)],
)
def test_consent_is_a_plain_yes(tick: list[str], may_quote: bool) -> None:
    part = one("text").parts[0]
    assert part.fields("p-") == ("p-comment", "p-comment-quote")
    parsed = parse(part, {"comment": ["Warm."], "comment-quote": tick})
    assert parsed.value == {"text": "Warm.", "may_quote": may_quote}


def test_consent_is_not_asked_for_where_nothing_is_quoted() -> None:
    part = one("text", quotable=False).parts[0]
    assert part.fields() == ("comment",)
    parsed = parse(part, {"comment": ["Warm."], "comment-quote": ["yes"]})
    assert parsed.value == {"text": "Warm.", "may_quote": False}
    assert parsed.typed == {"comment": ["Warm."]}


def test_a_tick_without_words_is_no_answer() -> None:
    assert parse(one("text").parts[0], {"comment-quote": ["yes"]}).value is None
    refused = parse(one("text", required=True).parts[0], {"comment-quote": ["yes"]})
    assert refused.errors == {"comment": "Nothing is written here yet: please write a few words."}
    assert refused.typed == {"comment-quote": ["yes"]}


def test_writings_are_sorted_by_their_text_alone() -> None:
    values: list[Json] = [{"text": text, "may_quote": text == "b"} for text in ("c", "a", "b")]
    assert summarise(one("text").parts[0], [*values, None]) == WritingSummary(
        n=3, writings=(Writing("a"), Writing("b", may_quote=True), Writing("c"))
    )
    assert summarise(one("question").parts[0], ["Why?", "How?"]) == WritingSummary(
        n=2, writings=(Writing("How?"), Writing("Why?"))
    )
    assert writings(one("text").parts[0], values[0]) == (Writing("c"),)
    assert writings(one("text").parts[0], None) == ()
    assert writings(one("scale").parts[0], 4) == ()


@pytest.mark.parametrize("value", [3, {"text": "x"}, {"text": " ", "may_quote": True}, {"text": 1, "may_quote": True}])
def test_kept_writing_that_does_not_fit_is_never_hidden(value: Json) -> None:
    for kind in ("text", "question"):
        with pytest.raises(MisfitError):
            summarise(one(kind).parts[0], [value])


def test_characters() -> None:
    assert [storable(text) for text in ("a\n\tb", "\0", "\udfff", "\x7f")] == [True, False, False, False]
    assert [blank(text) for text in ("", " \u200b\ufeff", "\ue000", "\0")] == [True, True, False, False]
    assert trimmed(" a\u2028b\u2029 ") == "a\nb"
    assert (composed("e\u0301"), folded("ＣＡＦÉ")) == ("é", "café")
