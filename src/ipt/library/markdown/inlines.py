"""Words, emphasis, links and citations of one line of Markdown; anything else is a mistake with its line."""

import re
from collections.abc import Iterable

from markdown_it.tree import SyntaxTreeNode

from ipt.library.markdown.nodes import Citation, Emphasis, Inline, Line, Link, Strong, Text
from ipt.library.mistakes import Sheet, quoted
from ipt.library.typography import typeset

KEY = r"[A-Za-z][A-Za-z0-9-]*"
CITATION = re.compile(rf"\[(@{KEY}(?:;\s*@{KEY})*)\]")
BROKEN = re.compile(r"\[[@^][^\]\n]*\]?|\]\(\S*")
SECURE = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?([/?#]\S*)?", re.IGNORECASE)
STRANGERS = {
    "code_inline": "code between backquotes",
    "hardbreak": "a forced line break (two spaces or a backslash at the end of a line)",
    "html_inline": "raw HTML",
    "image": "an image",
    "s": "struck-out words",
}


class Inlines:
    """Reads one run of inline nodes, counting lines as it goes."""

    def __init__(self, sheet: Sheet, line: int) -> None:
        self.sheet = sheet
        self.line = line
        self.cited: dict[str, int] = {}
        self.before = ""  # a quotation mark opens or closes by what stands before it

    def read(self, nodes: Iterable[SyntaxTreeNode]) -> Line:
        line: list[Inline] = []
        words = ""
        for node in nodes:
            if node.type in ("text", "softbreak"):
                words += node.content if node.type == "text" else "\n"
                continue
            line += self.words(words)
            words = ""
            line += self.marked(node)
        return (*line, *self.words(words))

    def marked(self, node: SyntaxTreeNode) -> Line:
        match node.type:
            case "em":
                return (Emphasis(self.filled(node)),)
            case "strong":
                return (Strong(self.filled(node)),)
            case "link":
                return self.link(node)
            case stranger:
                self.sheet.wrong(self.line, STRANGERS[stranger], "plain words, *em*, **strong** or a link")
                self.line += stranger == "hardbreak"
                return ()

    def link(self, node: SyntaxTreeNode) -> Line:
        href = str(node.attrs["href"])
        if not SECURE.fullmatch(href):
            self.sheet.wrong(self.line, f"a link to {quoted(href)}", "an address that begins with https://")
        return (Link(href, self.filled(node)),)

    def filled(self, node: SyntaxTreeNode) -> Line:
        start = self.line
        inside = self.read(node.children)
        if not inside:
            self.sheet.wrong(start, "a link without words", "[words](https://...)")
        return inside

    def words(self, words: str) -> Line:
        """Plain words, split at their citations."""
        line: list[Inline] = []
        for number, piece in enumerate(CITATION.split(words)):
            if number % 2:
                keys = tuple(key.strip(" \n@") for key in piece.split(";"))
                for key in keys:
                    self.cited.setdefault(key, self.line)
                line.append(Citation(keys))
            elif piece:
                self.refuse_broken(piece)
                done = typeset(piece.replace("\n", " "), self.before)
                self.before = done[-1]
                line.append(Text(done))
            self.line += piece.count("\n")
        return tuple(line)

    def refuse_broken(self, words: str) -> None:
        for broken in BROKEN.finditer(words):
            line = self.line + words.count("\n", 0, broken.start())
            self.sheet.wrong(line, quoted(broken[0]), "[@Key], [@Key; @Other] or [words](https://...)")
