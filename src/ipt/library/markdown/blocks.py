"""Headings, paragraphs, lists, quotes, tables and directives of a file; anything else is a mistake."""

import re
from collections.abc import Iterable

from markdown_it.tree import SyntaxTreeNode

from ipt.library.markdown.inlines import Inlines
from ipt.library.markdown.nodes import (
    Directive,
    DirectiveKind,
    Heading,
    Insert,
    InsertKind,
    Item,
    Line,
    List,
    Node,
    Paragraph,
    Quote,
    Table,
    plain,
)
from ipt.library.mistakes import Sheet, quoted
from ipt.library.typography import typeset

LISTS = ("bullet_list", "ordered_list")
INSIDE = {  # what may stand inside what, beside paragraphs
    "document": ("heading", *LISTS, "blockquote", "table", "directive"),
    "directive": (*LISTS, "blockquote", "table"),
    "blockquote": LISTS,
    "list": LISTS,
    "nested list": (),
}
NAMES = {
    "blockquote": "a quotation",
    "bullet_list": "a list",
    "code_block": "a block of code (four spaces at the start of a line)",
    "directive": "a directive (:::)",
    "fence": "a block of code",
    "heading": "a heading",
    "hr": "a rule or front matter (---)",
    "html_block": "raw HTML",
    "ordered_list": "a list",
    "table": "a table",
}
DEEPEST_HEADING = 3


class Blocks:
    """Reads the blocks of one file, remembering its headings and citations."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.cited: dict[str, int] = {}
        self.inserted: dict[Insert, int] = {}
        self.anchors: set[str] = set()
        self.level = 1

    def read(self, nodes: Iterable[SyntaxTreeNode], inside: str, line: int) -> tuple[Node, ...]:
        found: list[Node] = []
        empty = True
        for node in nodes:
            empty = False
            if node.type == "paragraph":
                found.append(Paragraph(self.line(node)))
            elif node.type in INSIDE[inside]:
                found += self.block(node, inside)
            else:
                here = f"{NAMES[node.type]} inside a {inside}" if node.type in INSIDE["document"] else NAMES[node.type]
                self.sheet.wrong(_line(node), here, "paragraphs" + (" or a list" if INSIDE[inside] else ""))
        if empty:
            self.sheet.wrong(line, f"an empty {inside}", "words")
        return tuple(found)

    def block(self, node: SyntaxTreeNode, inside: str) -> Iterable[Node]:
        match node.type:
            case "heading":
                return self.heading(node)
            case "blockquote":
                return (Quote(self.read(node.children, "blockquote", _line(node))),)
            case "table":
                return (self.table(node),)
            case "directive":
                return self.directive(node)
            case _:
                return (self.list(node, "nested list" if inside == "list" else "list"),)

    def line(self, node: SyntaxTreeNode) -> Line:
        """The words of a paragraph, a heading or a table's cell."""
        inlines = Inlines(self.sheet, _line(node))
        line = inlines.read(child for inline in node.children for child in inline.children)
        for key, where in inlines.cited.items():
            self.cited.setdefault(key, where)
        return line

    def heading(self, node: SyntaxTreeNode) -> Iterable[Node]:
        level, line = int(node.tag[1]), _line(node)
        if not node.markup.startswith("#"):
            self.sheet.wrong(line, "an underlined heading", "a heading that begins with ##")
        elif level == 1:
            self.sheet.wrong(line, "a second title (#)", "one title, on the first line")
        elif level > min(self.level + 1, DEEPEST_HEADING):
            self.sheet.wrong(line, f"a heading with {'#' * level}", f"at most {'#' * min(self.level + 1, 3)} here")
        self.level = level
        children = self.line(node)
        if not plain(children).strip():
            self.sheet.wrong(line, "a heading without words", "words")
        return (Heading(level, children, self.anchor(plain(children))),)

    def anchor(self, words: str) -> str:
        slug = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "section"
        anchor, count = slug, 1
        while anchor in self.anchors:
            count += 1
            anchor = f"{slug}-{count}"
        self.anchors.add(anchor)
        return anchor

    def list(self, node: SyntaxTreeNode, inside: str) -> List:
        items = tuple(Item(self.read(item.children, inside, _line(item))) for item in node.children)
        tight = all(child.hidden for item in node.children for child in item.children if child.type == "paragraph")
        return List(node.type == "ordered_list", int(node.attrs.get("start", 1)), tight, items)

    def table(self, node: SyntaxTreeNode) -> Table:
        rows = [tuple(self.line(cell) for cell in row.children) for part in node.children for row in part.children]
        return Table(rows[0], tuple(rows[1:]))

    def directive(self, node: SyntaxTreeNode) -> Iterable[Node]:
        word, title, line = node.meta["word"], typeset(node.meta["title"]), _line(node)
        name = quoted(f"::: {word}".strip())
        if not node.meta["closed"]:
            self.sheet.wrong(line, f"{name} that is not closed", "::: alone on a line before anything else begins")
        if word in list(InsertKind):
            return self.insert(node, Insert(InsertKind(word), title), line)
        children = self.read(node.children, "directive", line)
        if word in list(DirectiveKind):
            return (Directive(DirectiveKind(word), title, children),)
        self.sheet.wrong(line, f"the directive {name}", f"one of {', '.join([*DirectiveKind, *InsertKind])}")
        return children

    def insert(self, node: SyntaxTreeNode, insert: Insert, line: int) -> Iterable[Node]:
        keyed = insert.kind is not InsertKind.VENUE
        if keyed != bool(insert.key):
            found = f"::: {insert.kind} {insert.key}".strip()
            self.sheet.wrong(line, quoted(found), f"::: {insert.kind}" + (" and a key" if keyed else " alone"))
        elif node.children:
            self.sheet.wrong(line, f"words inside ::: {insert.kind}", "::: alone on the next line")
        elif keyed:
            self.inserted.setdefault(insert, line)
        return (insert,)


def _line(node: SyntaxTreeNode) -> int:
    """The line a node begins on; a table's cell begins where its row does."""
    if node.map is None and node.parent is not None:
        return _line(node.parent)
    return node.map[0] + 1 if node.map else 1
