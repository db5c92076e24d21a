"""Markdown, closed: a file parsed once into a frozen tree, every unknown construct said by file and line."""

from collections.abc import Callable

from markdown_it.tree import SyntaxTreeNode

from ipt.library.markdown.blocks import Blocks
from ipt.library.markdown.grammar import Subset
from ipt.library.markdown.inlines import Inlines
from ipt.library.markdown.nodes import Document, Line, plain
from ipt.library.mistakes import PackError, Sheet

SUBSET = Subset()

# Told of each key that must resolve: what it names ("reference", "diagram" ...), the key and its line.
Use = Callable[[str, str, int], None]


def read_document(text: str, sheet: Sheet, use: Use) -> Document:
    """A whole file: its title on line 1, then blocks."""
    root = SyntaxTreeNode(SUBSET.parse(text))
    blocks = Blocks(sheet)
    first = root.children[0] if root.children else None
    if first and first.type == "heading" and (first.markup, first.map and first.map[0]) == ("#", 0):
        title = plain(blocks.line(first)).strip()
        rest = root.children[1:]
    else:
        title, rest = "", root.children
    if not title:
        sheet.wrong(1, "no title", "# and a title on the first line")
    nodes = blocks.read(rest, "document", 1)
    for key, line in blocks.cited.items():
        use("reference", key, line)
    for insert, line in blocks.inserted.items():
        use(insert.kind, insert.key, line)
    return Document(title, nodes, tuple(blocks.cited))


def read_line(text: str, sheet: Sheet, line: int, use: Use) -> Line:
    """One passage of words with marks and citations, from a YAML file."""
    root = SyntaxTreeNode(SUBSET.parseInline(text.strip()))
    inlines = Inlines(sheet, line)
    words = inlines.read(child for inline in root.children for child in inline.children)
    for key in inlines.cited:
        use("reference", key, line)
    return words


def parse_document(text: str, file: str = "text") -> Document:
    """A document by itself, its citations unresolved; PackError says what is wrong with it."""
    sheet = Sheet(file)
    document = read_document(text, sheet, _not_resolved)
    if sheet.mistakes:
        raise PackError(sheet.mistakes)
    return document


def parse_line(text: str, file: str = "text") -> Line:
    """A passage by itself, its citations unresolved."""
    sheet = Sheet(file)
    line = read_line(text, sheet, 1, _not_resolved)
    if sheet.mistakes:
        raise PackError(sheet.mistakes)
    return line


def _not_resolved(_what: str, _key: str, _line: int) -> None:
    """Somebody else's task: the caller has no references."""
