"""A document of the library as HTML: every piece of text is escaped, every construct has one shape."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from ipt.library import Course
from ipt.library.markdown.nodes import (
    Citation,
    Directive,
    Document,
    Emphasis,
    Heading,
    Inline,
    Insert,
    Item,
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
from ipt.library.values import Reference
from ipt.ui.callouts import render_callout
from ipt.ui.inserts import VenueLines, render_insert

NOTHING = SafeString("")
UNNAMED = SafeString("<td></td>")


@dataclass(frozen=True, slots=True)
class Setting:
    """How one document stands on one page: its first heading level, a prefix for its ids, its sources.

    What it sets in by key is taken from `course`, and the facts of the room from `venue`.
    """

    level: int = 2
    prefix: str = ""
    references: Mapping[str, Reference] = field(default_factory=dict)
    citations: tuple[str, ...] = ()
    course: Course | None = None
    venue: VenueLines = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Give the keys that can be listed, in order of first use."""
        return tuple(key for key in self.citations if key in self.references)

    def source_id(self, key: str) -> str:
        """Name the place of a source in the list below the text."""
        return f"{self.prefix}source-{key}"


def render_document(document: Document, setting: Setting) -> SafeString:
    """Render the text; its sources are listed apart, by `sources_of`."""
    return render_nodes(document.nodes, setting)


def render_line(line: Line, setting: Setting | None = None) -> SafeString:
    """Render one line of running text."""
    return _joined(_inline(inline, setting or Setting()) for inline in line)


def sources_of(setting: Setting) -> list[tuple[str, Reference]]:
    """Give the cited sources in order of first use, each with the id that a citation leads to."""
    return [(setting.source_id(key), setting.references[key]) for key in setting.sources]


def _joined(pieces: Iterable[SafeString]) -> SafeString:
    return mark_safe("".join(pieces))  # noqa: S308 -- every piece is built by format_html


def _node(node: Node, setting: Setting) -> SafeString:  # noqa: PLR0911 -- one for each construct
    match node:
        case Heading(level, children, anchor):
            step = level - 2 + setting.level
            words = render_line(children, setting)
            return format_html('<h{0} id="{1}{2}">{3}</h{0}>', step, setting.prefix, anchor, words)
        case Paragraph(children):
            return format_html("<p>{}</p>", render_line(children, setting))
        case List():
            return _list(node, setting)
        case Quote(children):
            return format_html("<blockquote>{}</blockquote>", render_nodes(children, setting))
        case Table(head, rows):
            return _table(head, rows, setting)
        case Directive(kind, title, children):
            return render_callout(render_nodes(children, setting), kind.value, title)
        case Insert():
            return render_insert(node, setting.course, setting.venue, setting.level) if setting.course else NOTHING


def render_nodes(nodes: tuple[Node, ...], setting: Setting) -> SafeString:
    """Render a run of blocks."""
    return _joined(_node(node, setting) for node in nodes)


def _list(node: List, setting: Setting) -> SafeString:
    items = _joined(format_html("<li>{}</li>", _item(item, setting, tight=node.tight)) for item in node.items)
    if not node.ordered:
        return format_html("<ul>{}</ul>", items)
    start = format_html(' start="{}"', node.start) if node.start != 1 else NOTHING
    return format_html("<ol{}>{}</ol>", start, items)


def _item(item: Item, setting: Setting, *, tight: bool) -> SafeString:
    """Render an item; the one paragraph of a tight item stands without its own box."""
    return _joined(
        render_line(child.children, setting) if tight and isinstance(child, Paragraph) else _node(child, setting)
        for child in item.children
    )


def _table(head: tuple[Line, ...], rows: tuple[tuple[Line, ...], ...], setting: Setting) -> SafeString:
    """Render a table whose cells carry their column's name, for narrow screens."""
    names = [plain(cell) for cell in head]
    columns = _joined(_column(cell, setting) for cell in head)
    body = _joined(_row(names, row, setting) for row in rows)
    return format_html('<table class="table stacks"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>', columns, body)


def _column(cell: Line, setting: Setting) -> SafeString:
    """Render a heading; one without words is none, or a screen reader would announce nothing."""
    if not plain(cell).strip():
        return UNNAMED
    return format_html('<th scope="col">{}</th>', render_line(cell, setting))


def _row(names: list[str], row: tuple[Line, ...], setting: Setting) -> SafeString:
    cells = _joined(
        format_html('<td data-label="{}"><span>{}</span></td>', name, render_line(cell, setting))
        for name, cell in zip(names, row, strict=False)
    )
    return format_html("<tr>{}</tr>", cells)


def _inline(inline: Inline, setting: Setting) -> SafeString:
    match inline:
        case Text(text):
            return format_html("{}", text)
        case Emphasis(children):
            return format_html("<em>{}</em>", render_line(children, setting))
        case Strong(children):
            return format_html("<strong>{}</strong>", render_line(children, setting))
        case Link(href, children):
            return format_html('<a href="{}" rel="noopener">{}</a>', href, render_line(children, setting))
        case Citation(keys):
            return _citation(keys, setting)


def _citation(keys: tuple[str, ...], setting: Setting) -> SafeString:
    """Point to the sources by their number in the list below the text; without a list, say nothing."""
    known = [key for key in keys if key in setting.sources]
    if not known:
        return NOTHING
    links = format_html_join(
        ", ",
        '<a href="#{}">{}</a>',
        ((setting.source_id(key), setting.sources.index(key) + 1) for key in known),
    )
    return format_html('<span class="cite">[{}]</span>', links)
