"""The parser behind the subset: it also recognises foreign constructs, so that they can be refused."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

FENCE = ":::"


class Subset(MarkdownIt):
    """CommonMark with tables, strike-through (to refuse it) and directives; no reference definitions."""

    def __init__(self) -> None:
        super().__init__("commonmark")
        self.enable(["table", "strikethrough"])
        self.disable("reference")
        ends = ["paragraph", "blockquote", "list", "table"]
        self.block.ruler.before("fence", "directive", _directive, {"alt": ends})

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 -- markdown-it's own name
        """A bad address is kept, so that it can be refused with its line."""
        return True


def _directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`::: word` and an optional title, blocks, then `:::` alone on a line."""
    if state.is_code_block(start) or not _text(state, start).startswith(FENCE):
        return False
    if silent:
        return True
    word, _, title = _text(state, start).removeprefix(FENCE).strip().partition(" ")
    close = next((line for line in range(start + 1, end) if _text(state, line).startswith(FENCE)), end)
    opening = state.push("directive_open", "div", 1)
    opening.map = [start, close]
    opening.meta = {
        "word": word,
        "title": title.strip(),
        "closed": close < end and _text(state, close) == FENCE,
    }
    last, state.lineMax = state.lineMax, close
    state.md.block.tokenize(state, start + 1, close)
    state.lineMax = last
    state.push("directive_close", "div", -1)
    state.line = close + 1 if opening.meta["closed"] else close
    return True


def _text(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
