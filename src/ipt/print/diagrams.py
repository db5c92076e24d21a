"""Drawings for paper: the theme's colours resolved, and the words in a font that is shipped."""

import re

from ipt.library import Diagram
from ipt.print.nodes import Json

FONT = "Inter"

# The light theme's own colours (ui/tokens.css), on white paper.
PALETTE = {
    "ink": "#211d18",
    "quiet": "#5c544a",
    "line": "#857a6a",
    "paper": "#ffffff",
    "soft": "#f3eee3",
    "accent": "#0e5f5b",
    "second": "#835000",
    "good": "#2a6231",
    "bad": "#9f261f",
}
COLOUR = re.compile(r"var\(--diagram-([a-z]+)\)")
VIEW = re.compile(r'viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"')


def for_paper(diagram: Diagram) -> Json:
    """Give the drawing, its words for those who do not see it, and its size."""
    svg = COLOUR.sub(lambda match: PALETTE[match[1]], diagram.svg)
    width, height = _size(diagram.svg)
    return {
        "svg": svg.replace("<svg ", f'<svg font-family="{FONT}" ', 1),
        "alt": diagram.text,
        "width": width,
        "height": height,
    }


def _size(svg: str) -> tuple[float, float]:
    """Read the size in the units of its letters; the library lets no drawing through that has no viewBox."""
    view = VIEW.search(svg)
    return (float(view[1]), float(view[2])) if view else (1.0, 1.0)
