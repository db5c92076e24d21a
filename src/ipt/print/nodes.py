"""What typst/document.typ can set, as JSON: one function for each kind of passage."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from ipt.library.typography import typeset

Json: TypeAlias = dict[str, object]
Inlines: TypeAlias = list[str | Json]
Nodes: TypeAlias = list[Json]


def words(text: str) -> Inlines:
    """Plain words."""
    return [typeset(text)]


def strong(text: str) -> Json:
    return {"is": "strong", "of": words(text)}


def labelled(label: str, text: str) -> Json:
    """A paragraph that begins with a word in bold."""
    return paragraph([strong(f"{label}:"), " ", *words(text)])


def heading(level: int, of: Inlines, *, label: str = "", kicker: str = "", margin: Sequence[str] = ()) -> Json:
    """A heading; `kicker` stands over it, `margin` beside it, and a `label` can be pointed to."""
    return {"is": "heading", "level": level, "of": of, "label": label, "kicker": kicker, "margin": list(margin)}


def paragraph(of: Inlines, *, quiet: bool = False) -> Json:
    return {"is": "paragraph", "of": of, "quiet": quiet}


def caption(text: str) -> Json:
    """A line in bold over what follows, which the contents do not list."""
    return {"is": "caption", "of": words(text)}


def bullets(items: Iterable[Nodes], *, start: int | None = None, tight: bool = True) -> Json:
    """A list: numbered from `start`, else with bullets."""
    return {"is": "list", "start": start, "tight": tight, "items": list(items)}


def plain_list(texts: Iterable[str], *, start: int | None = None) -> Json:
    return bullets(([paragraph(words(text))] for text in texts), start=start)


def ticks(texts: Iterable[str]) -> Json:
    """Lines with a box to tick."""
    return {"is": "ticks", "items": [words(text) for text in texts]}


def quote(of: Nodes) -> Json:
    return {"is": "quote", "of": of}


def table(head: Sequence[Inlines], rows: Iterable[Sequence[Inlines]], widths: Sequence[float] = ()) -> Json:
    """A table; `widths` are shares of the line, without them columns are as wide as their words."""
    return {"is": "table", "head": list(head), "rows": [list(row) for row in rows], "widths": list(widths)}


def plain_table(head: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float] = ()) -> Json:
    return table([words(cell) for cell in head], [[words(cell) for cell in row] for row in rows], widths)


def facts(rows: Iterable[tuple[str, str]]) -> Json:
    """Names with what is to be known of each; what is empty is left out."""
    return {"is": "facts", "rows": [[words(name), words(text)] for name, text in rows if text]}


def callout(kind: str, word: str, title: str, of: Nodes) -> Json:
    return {"is": "callout", "kind": kind, "word": word, "title": typeset(title), "of": of}


def fill(of: Inlines, lines: int = 1) -> Json:
    """Words with room to write after them."""
    return {"is": "fill", "of": of, "lines": lines}


def keep(of: Nodes) -> Json:
    """What stays together on one page."""
    return {"is": "keep", "of": of}


def new_page() -> Json:
    return {"is": "new-page"}
