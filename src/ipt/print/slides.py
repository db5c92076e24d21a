"""The slides: one to a page, half-day by half-day."""

from collections.abc import Sequence

from ipt.library import Block, Course
from ipt.library.markdown.nodes import Insert, InsertKind, Node
from ipt.print.booklet import Booklet
from ipt.print.halves import taught, title_of
from ipt.print.nodes import Json, Nodes, words
from ipt.print.prose import Prose
from ipt.print.sources import Sources

ABOUT = "For the screen: few words, and the drawings."


def slides(course: Course) -> Booklet:
    """Set a page for each half-day, then each slide of each of its blocks."""
    prose = Prose(course, Sources(course.references))
    body: Nodes = []
    for half_day in course.half_days:
        titles = [words(block.title) for block in taught(half_day)]
        body.append({"is": "section", "of": title_of(half_day), "blocks": titles})
        body += [slide for block in taught(half_day) for slide in _deck(block, prose)]
    return Booklet("slides", "Slides", ABOUT, "slides.typ", body, prose)


def _deck(block: Block, prose: Prose) -> Nodes:
    deck = block.module.slides if block.module else None
    if deck is None:
        return []
    return [
        {
            "is": "slide",
            "deck": words(block.title),
            "first": number == 0,
            "title": words(slide.title),
            "name": slide.title,
            **_arranged(slide.nodes, prose),
        }
        for number, slide in enumerate(deck.slides)
    ]


def _arranged(found: Sequence[Node], prose: Prose) -> Json:
    """The words of a slide apart from its drawing, which takes the room that they leave."""
    drawn = [number for number, node in enumerate(found) if _is_drawing(node)]
    first = drawn[0] if drawn else len(found)
    keys = [node.key for node in found if isinstance(node, Insert) and _is_drawing(node)]
    for key in keys:
        prose.drawn.setdefault(key)
    after = [node for node in found[first:] if not _is_drawing(node)]
    return {"before": prose.nodes(found[:first], 4), "drawings": keys, "after": prose.nodes(after, 4)}


def _is_drawing(node: Node) -> bool:
    return isinstance(node, Insert) and node.kind is InsertKind.DIAGRAM
