"""Every colour that carries words can be read on every ground, in both themes."""

import re
from pathlib import Path

import pytest

import ipt.ui

TOKENS = Path(ipt.ui.__file__).parent / "static" / "ui" / "tokens.css"
GROUNDS = ("paper", "paper-raised", "paper-sunk")
WORDS = ("ink", "ink-quiet", "good", "wait", "bad", "learn", "practise", "use", "evidence")
LINES = ("rule-strong", "ring")


def themes() -> dict[str, dict[str, str]]:
    """Read the colours of both themes; dark overrides light."""
    light, dark = TOKENS.read_text(encoding="utf-8").split("@media", 1)
    found = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", text)) for text in (light, dark)]
    return {"light": found[0], "dark": found[0] | found[1]}


def brightness(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((brightness(one), brightness(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_and_lines_stand_out(theme: str) -> None:
    colours = themes()[theme]
    faint = {
        (name, ground)
        for names, least in ((WORDS, 4.5), (LINES, 3.0))
        for name in names
        for ground in GROUNDS
        if contrast(colours[name], colours[ground]) < least
    }
    assert faint == set()


def test_dark_has_a_colour_of_its_own_for_everything() -> None:
    both = themes()
    same = {name for name, colour in both["light"].items() if both["dark"][name] == colour}
    assert same == set()
