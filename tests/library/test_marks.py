"""YAML with marks: values know their lines, scalars are what they seem, and tricks are refused."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ipt.library.marks import Marked, read_yaml
from ipt.library.mistakes import Sheet

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text("abc :#-'\"\n", max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3),
    max_leaves=12,
)


def read(text: str) -> tuple[Marked | None, list[str]]:
    sheet = Sheet("x.yaml")
    return read_yaml(text, sheet), [str(mistake) for mistake in sheet.mistakes]


def test_every_value_knows_its_line() -> None:
    root, mistakes = read("a: 1\nb:\n  - x\n  - {c: d}\n")
    assert mistakes == []
    assert root is not None
    assert root.plain == {"a": 1, "b": ["x", {"c": "d"}]}
    assert [root.at(path).line for path in [(), ("a",), ("b",), ("b", 0), ("b", 1, "c")]] == [1, 1, 2, 3, 4]


def test_the_nearest_value_above_a_path() -> None:
    root, _ = read("a:\n  - x\n")
    assert root is not None
    assert root.at(("a", 3)).line == 1
    assert root.at(("a", "b")).plain == ["x"]
    assert root.at(("z",)) is root
    assert root.at((0,)) is root
    assert root.at(("a", 0, "deeper")).plain == "x"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("1.5", 1.5),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ('"12"', "12"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("13:30", "13:30"),
        ("2026-11-22", "2026-11-22"),
        ("012", "012"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
    ],
)
def test_a_scalar_is_what_it_seems(typed: str, value: object) -> None:
    root, mistakes = read(f"- {typed}")
    assert mistakes == []
    assert root is not None
    assert root.items is not None
    assert (root.items[0].value, type(root.items[0].value)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("", "x.yaml:1: found an empty file, expected YAML"),
        ("a: 1\na: 2\n", 'x.yaml:2: found "a" again, expected it once (it stands on line 1)'),
        ("a: &x 1\n", 'x.yaml:1: found an anchor "&x", expected the value alone'),
        ("a: 1\nb: !!python/name:os.system ''\n", "x.yaml:2: found a tag "),
        ("a: 1\n---\nb: 2\n", "x.yaml:2: found a second document, expected one document in a file"),
        ("a: 1\n[x]: 2\n", "x.yaml:2: found a list, expected a field's name"),
        ("a: 1\n'': 2\n", "x.yaml:2: found nothing, expected a field's name"),
        ("a: [1\nb: 2\n", "x.yaml:"),
        ("a:\n\t- b\n", "x.yaml:2: found YAML that cannot be read "),
        ("[" * 40 + "]" * 40, "x.yaml:1: found more than 16 levels, expected a flatter file"),
    ],
)
def test_what_is_refused(text: str, mistake: str) -> None:
    _, mistakes = read(text)
    assert len(mistakes) == 1
    assert mistakes[0].startswith(mistake)


def test_a_bomb_of_aliases_stays_small() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    root, mistakes = read("\n".join(lines))
    assert root is not None
    assert root.at(("a39",)).plain == [None, None]
    assert mistakes[:2] == [
        'x.yaml:1: found an anchor "&a0", expected the value alone',
        'x.yaml:2: found an anchor "&a1", expected the value alone',
    ]
    assert len(mistakes) == 40 + 2 * 39


def test_long_values_are_shown_short() -> None:
    assert Marked("x" * 200, 1, "x" * 200).shown == f'"{"x" * 59}…"'


@settings(deadline=None)
@given(PLAIN)
def test_what_is_written_is_read(value: object) -> None:
    root, mistakes = read(yaml.safe_dump(value, default_flow_style=None, allow_unicode=True))
    assert mistakes == []
    assert root is not None
    assert root.plain == value


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"], include_characters="\n")))
def test_no_text_is_too_odd(text: str) -> None:
    root, mistakes = read(text)
    assert root is not None or len(mistakes) == 1
