"""Typewriter marks become a printer's; what must stay as it is stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt.library.typography import typeset


@pytest.mark.parametrize(
    ("typed", "done"),
    [
        ('She said "no".', "She said “no”."),
        ("It isn't Carol's.", "It isn’t Carol’s."),
        ("He said 'maybe' ('or not').", "He said ‘maybe’ (‘or not’)."),
        ("in the '90s", "in the ’90s"),
        ("12-16 sessions, 0-5", "12–16 sessions, 0–5"),
        ("after ... I think", "after … I think"),
        ("one - two", "one – two"),
        ("PHQ-9, 2026-11-22, 10.1001/a-3, well-being", "PHQ-9, 2026-11-22, 10.1001/a-3, well-being"),
        ("Call 0808 808 5000", "Call 0808 808 5000"),
    ],
)
def test_marks(typed: str, done: str) -> None:
    assert typeset(typed) == done


def test_what_stands_before_decides() -> None:
    assert typeset('" she said', "e") == "” she said"
    assert typeset('" she said', " ") == "“ she said"


@given(st.text(alphabet="ab'\"-. 1…–“”", max_size=30))
def test_done_twice_is_done_once(text: str) -> None:
    done = typeset(text)
    assert typeset(done) == done or ".." in done or "-" in done
