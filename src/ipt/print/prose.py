"""Trees of the library as JSON that typst/document.typ sets; `ipt.ui.prose` does the same for the browser."""

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest

from ipt.library import Course, Document
from ipt.library.markdown.nodes import (
    Citation,
    Directive,
    DirectiveKind,
    Emphasis,
    Heading,
    Inline,
    Insert,
    InsertKind,
    Line,
    Link,
    List,
    Node,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    plain,
)
from ipt.print import nodes
from ipt.print.nodes import Inlines, Json, Nodes
from ipt.print.sources import Sources
from ipt.print.words import CALLOUTS, VENUE

# How a demonstration or a role play is set into a text, by its key and the level of headings there.
Inserting = Callable[[str, int], Nodes]


class Prose:
    """Sets texts of one course; it remembers which sources and drawings they need."""

    def __init__(self, course: Course, sources: Sources, inserts: Mapping[InsertKind, Inserting] | None = None) -> None:
        self.course = course
        self.sources = sources
        self.inserts = inserts or {}
        self.drawn: dict[str, None] = {}

    def document(self, document: Document, level: int) -> Nodes:
        """Set a text; its second-level headings become headings of `level`."""
        return self.nodes(document.nodes, level)

    def nodes(self, found: Sequence[Node], level: int) -> Nodes:
        done: Nodes = []
        for node, after in zip_longest(found, found[1:]):
            if isinstance(node, Paragraph) and (after is None or isinstance(after, Heading)) and _to_fill_in(node):
                done.append(nodes.fill(self.line(node.children)))
            else:
                done += self.node(node, level)
        return done

    def node(self, node: Node, level: int) -> Nodes:
        match node:
            case Quote(children):
                return self.quote(children, level)
            case Insert(kind, key):
                return self.insert(kind, key, level)
            case _:
                return [self.passage(node, level)]

    def passage(self, node: Heading | Paragraph | List | Table | Directive, level: int) -> Json:
        match node:
            case Heading(depth, children):
                return nodes.heading(level + depth - 2, self.line(children))
            case Paragraph(children):
                return nodes.paragraph(self.line(children))
            case List(ordered, start, tight, items):
                done = [self.item(item.children, level) for item in items]
                return nodes.bullets(done, start=start if ordered else None, tight=tight)
            case Table(head, rows):
                return nodes.table([self.line(cell) for cell in head], [[*map(self.line, row)] for row in rows])
            case Directive(kind, title, children):
                return self.directive(kind, title, children, level)

    def directive(self, kind: DirectiveKind, title: str, children: Sequence[Node], level: int) -> Json:
        of = [each for child in children for each in self.node(child, level)]
        return nodes.callout(kind.value, CALLOUTS[kind], title, of)

    def quote(self, children: Sequence[Node], level: int) -> Nodes:
        """Set words of somebody else; a label with a colon is to be filled in."""
        if all(isinstance(child, Paragraph) and _to_fill_in(child) for child in children):
            return [nodes.fill(self.line(child.children), 2) for child in children if isinstance(child, Paragraph)]
        return [nodes.quote([each for child in children for each in self.node(child, level)])]

    def item(self, children: Sequence[Node], level: int) -> Nodes:
        """Set an item; one that is a label with a colon and nothing after it is to be filled in."""
        if len(children) == 1 and isinstance(children[0], Paragraph) and _to_fill_in(children[0]):
            return [nodes.fill(self.line(children[0].children))]
        return [each for child in children for each in self.node(child, level)]

    def insert(self, kind: InsertKind, key: str, level: int) -> Nodes:
        match kind:
            case InsertKind.DIAGRAM:
                self.drawn.setdefault(key)
                return [{"is": "diagram", "key": key}]
            case InsertKind.VENUE:
                return [nodes.fill(nodes.words(label), lines=1) for label in VENUE]
            case _:
                return self.inserts[kind](key, level) if kind in self.inserts else []

    def line(self, line: Line) -> Inlines:
        """Set one line of running text."""
        return _Running(self.sources).line(line)


class _Running:
    """One line, piece by piece."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def line(self, line: Line) -> Inlines:
        done: Inlines = []
        for inline in line:
            if isinstance(inline, Citation):
                self.bind(done)
            done.append(self.inline(inline))
        return done

    def bind(self, done: Inlines) -> None:
        """Keep a number on the line of the word that it belongs to."""
        if done and isinstance(done[-1], str) and done[-1].endswith(" "):
            done[-1] = done[-1][:-1] + "\u00a0"

    def inline(self, inline: Inline) -> str | Json:
        match inline:
            case Text(text):
                return text
            case Citation(keys):
                return {"is": "cite", "to": self.sources.cite(keys)}
            case Emphasis(children):
                return {"is": "em", "of": self.line(children)}
            case Strong(children):
                return {"is": "strong", "of": self.line(children)}
            case Link(href, children):
                return {"is": "link", "href": href, "of": self.line(children)}


def _to_fill_in(paragraph: Paragraph) -> bool:
    return plain(paragraph.children).rstrip().endswith(":")
