"""diagrams/*.svg: drawn for this course, in the theme's colours, with their content in words."""

import re
from xml.etree import ElementTree as ET

from ipt.library.index import Named, Sort
from ipt.library.mistakes import Sheet
from ipt.library.reading.sources import Sources
from ipt.library.values import Diagram

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = "svg title desc g defs marker path line polyline polygon rect circle ellipse text tspan"
GEOMETRY = "viewBox x y x1 y1 x2 y2 cx cy r rx ry dx dy d points width height transform"
PAINT = "fill fill-opacity stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin opacity"
WORDS = "font-size font-weight font-style text-anchor dominant-baseline letter-spacing"
MARKERS = "id marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient"
ATTRIBUTES = frozenset(f"{GEOMETRY} {PAINT} {WORDS} {MARKERS} role aria-labelledby".split())
ELEMENTS = frozenset(SHAPES.split())
PAINTS = re.compile(r"none|var\(--diagram-(ink|quiet|line|paper|soft|accent|second|good|bad)\)")
FEWEST_WORDS = 8  # of a description


def read_diagrams(sources: Sources) -> dict[str, Diagram]:
    diagrams = {}
    for key, name in sources.named("diagrams", "svg"):
        sources.index.define(Sort.DIAGRAM, Named(key, 1), sources.sheet(name))
        diagrams[key] = _diagram(key, sources.files[name], sources.sheet(name))
    return diagrams


def _diagram(key: str, svg: str, sheet: Sheet) -> Diagram:
    nothing = Diagram(key, "", "", "")
    if "<!" in svg or "<?" in svg:
        sheet.wrong(1, "a declaration or a comment (<! or <?)", "an SVG element alone")
        return nothing
    try:
        root = ET.fromstring(svg)  # noqa: S314 -- document types and entities were refused above
    except ET.ParseError as error:
        sheet.wrong(error.position[0], "something that is not XML", "an SVG drawing")
        return nothing
    for found, expected in _faults(root, key):
        sheet.wrong(1, found, expected)
    title, text = (" ".join((root.findtext(f"{SVG}{name}") or "").split()) for name in ("title", "desc"))
    if not title or len(text.split()) < FEWEST_WORDS:
        sheet.wrong(1, "no title or a very short description", "title and desc that say what the drawing shows")
    return Diagram(key, title, text, svg.strip())


def _faults(root: ET.Element, key: str) -> list[tuple[str, str]]:
    faults = []
    if root.tag != f"{SVG}svg" or "viewBox" not in root.attrib or {"width", "height"} & root.attrib.keys():
        faults.append(("no viewBox, or a fixed size", "<svg> with a viewBox and without width and height"))
    for element in root.iter():
        name = str(element.tag).removeprefix(SVG)
        if name not in ELEMENTS:
            faults.append((f"the element {name}", f"one of {', '.join(sorted(ELEMENTS))}"))
        for attribute, value in element.attrib.items():
            faults += _fault(attribute, value, key)
    return faults


def _fault(attribute: str, value: str, key: str) -> list[tuple[str, str]]:
    if attribute not in ATTRIBUTES:
        return [(f"the attribute {attribute}", "one that draws, without style, class or link")]
    if attribute in {"fill", "stroke"} and not PAINTS.fullmatch(value):
        return [(f'{attribute}="{value}"', "none or var(--diagram-ink) and the like")]
    if attribute == "id" and not value.startswith(f"{key}-"):
        return [(f'the id "{value}"', f"one that begins with {key}-")]
    return []
