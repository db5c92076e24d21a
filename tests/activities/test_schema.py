"""Every mistake in content is named with its field, what was found and what was expected."""

import pytest

from ipt.activities import Fields, SchemaError, read_activity
from tests.activities.examples import PARTS, content


def mistakes(value: object) -> list[tuple[str, str, str]]:
    with pytest.raises(SchemaError) as caught:
        read_activity(value)
    return [(each.field, each.found, each.expected) for each in caught.value.all]


FIELDS = "focus, intro, key, linkage, minutes, outcomes, parts, phases, techniques, title, topics"
KINDS = "choice, scale, ratings, now-and-then, words, question, check, text, plan"
KEY = "a key of small letters, digits and single hyphens"
SCALE, CHOICE, CHECK = PARTS["scale"], PARTS["choice"], PARTS["check"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"key": "Day 1"}, ("key", "'Day 1'", KEY)),
        ({"key": "a" * 61}, ("key", f"'{'a' * 59}...", KEY)),
        ({"key": None}, ("key", "nothing", KEY)),
        ({"title": " "}, ("title", "' '", "text")),
        ({"title": {"en": "Day"}}, ("title", "a group of fields", "text")),
        ({"title": "a\0b"}, ("title", "'a\\x00b'", "text without hidden control characters")),
        ({"title": "a\ud800"}, ("title", "'a\\ud800'", "text without hidden control characters")),
        ({"title": "a" * 2001}, ("title", "2001 characters", "at most 2000 characters")),
        ({"intro": 3}, ("intro", "3", "text")),
        ({"linkage": "secret"}, ("linkage", "'secret'", "one of named, confidential, unlinked")),
        ({"linkage": ["named"]}, ("linkage", "a list of 1", "one of named, confidential, unlinked")),
        ({"minutes": True}, ("minutes", "True", "a whole number from 1 to 240")),
        ({"minutes": 0}, ("minutes", "0", "a whole number from 1 to 240")),
        ({"minutes": "2"}, ("minutes", "'2'", "a whole number from 1 to 240")),
        ({"topics": "grief"}, ("topics", "'grief'", "a list of keys")),
        ({"topics": ["grief", 4]}, ("topics[1]", "4", KEY)),
        ({"parts": []}, ("parts", "a list of 0", "a list of at least 1")),
        ({"parts": "none"}, ("parts", "'none'", "a list of at least 1")),
        ({"parts": ["scale"]}, ("parts[0]", "'scale'", "a group of fields")),
        ({"parts": [SCALE | {"kind": "slider"}]}, ("parts[0].kind", "'slider'", f"one of {KINDS}")),
        ({"parts": [SCALE | {"kind": ["scale"]}]}, ("parts[0].kind", "a list of 1", f"one of {KINDS}")),
        (
            {"parts": [SCALE | {"top": 9}]},
            ("parts[0].top", "an unknown field", "one of key, kind, least, most, prompt, required"),
        ),
        ({"parts": [SCALE | {"required": "yes"}]}, ("parts[0].required", "'yes'", "true or false")),
        (
            {"parts": [CHOICE | {"options": [{"key": "a", "text": "A"}]}]},
            ("parts[0].options", "a list of 1", "a list of at least 2"),
        ),
        (
            {"parts": [CHOICE | {"options": [{"key": "a", "text": "A"}, {"key": "a", "text": "B"}]}]},
            ("parts[0].options", "'a' 2 times", "each key once"),
        ),
        (
            {"parts": [CHOICE | {"options": [{"key": "a", "text": "A"}, {"key": False, "text": "B"}]}]},
            ("parts[0].options[1].key", "False", KEY),
        ),
        (
            {"parts": [PARTS["ratings"] | {"from": 0, "to": 11}]},
            ("parts[0].to", "11", "a whole number from 1 to 10"),
        ),
        ({"parts": [SCALE, SCALE]}, ("parts", "'ready' 2 times", "each field name once")),
        (
            {"parts": [PARTS["text"], SCALE | {"key": "comment-quote"}]},
            ("parts", "'comment-quote' 2 times", "each field name once"),
        ),
        (
            {3: "three"},
            ("3", "an unknown field", f"one of {FIELDS}"),
        ),
    ],
)
def test_one_mistake_is_said_once(fields: dict[str, object], expected: tuple[str, str, str]) -> None:
    read_activity(content(SCALE))
    assert mistakes(content(SCALE) | fields) == [expected]


def test_the_right_answer_must_be_an_option() -> None:
    questions = [dict(PARTS["check"]["questions"][0], right="five")]  # type: ignore[index]
    assert mistakes(content(CHECK | {"questions": questions})) == [
        ("parts[0].questions[0].right", "'five'", "one of three, four")
    ]


def test_every_mistake_is_named_in_one_run() -> None:
    found = mistakes(content({"kind": "scale", "key": "A", "prompt": "?"}, title=None, linkage="open", extra=1))
    assert [field for field, _, _ in found] == [
        "parts[0].key",
        "parts[0].least",
        "parts[0].most",
        "title",
        "linkage",
        "extra",
    ]


def test_a_mistake_says_itself_in_one_line() -> None:
    with pytest.raises(SchemaError) as caught:
        read_activity(["not", "an", "activity"])
    assert str(caught.value) == "the whole: found a list of 3, expected a group of fields"
    assert (caught.value.path, caught.value.all) == ((), (caught.value,))
    with pytest.raises(SchemaError) as caught:
        read_activity(content(SCALE | {"least": 0}))
    assert str(caught.value) == "parts[0].least: found 0, expected text"
    assert caught.value.path == ("parts", 0, "least")


def test_the_reader_gives_typed_values_and_raises_only_when_asked() -> None:
    fields = Fields({"key": "a", "many": False, "count": 3})
    assert (fields.key("key"), fields.flag("many", default=True)) == ("a", False)
    assert (fields.whole("count", least=0, most=9, default=1), fields.among("count", ["b"])) == (3, None)
    with pytest.raises(SchemaError, match="count: found 3, expected one of b"):
        fields.raise_mistakes()
