"""The closed Markdown subset as a frozen tree: `ui` renders it to HTML, `print` to typst."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class DirectiveKind(StrEnum):
    """What a passage between `::: word` and `:::` is for."""

    SAY = "say"
    ASK = "ask"
    DO = "do"
    WATCH = "watch"
    EXAMPLE = "example"
    CAUTION = "caution"
    CONVENTION = "convention"
    REMEMBER = "remember"


class InsertKind(StrEnum):
    """What is set into a text by its key; a venue has none, it is the room where the course is held."""

    DIAGRAM = "diagram"
    DEMONSTRATION = "demonstration"
    ROLEPLAY = "roleplay"
    VENUE = "venue"


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: "Line"


@dataclass(frozen=True, slots=True)
class Strong:
    children: "Line"


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    children: "Line"


Inline = Text | Citation | Emphasis | Strong | Link
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    children: Line
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    children: Line


@dataclass(frozen=True, slots=True)
class Item:
    children: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class List:
    """A bullet or numbered list; `tight` when its items stand without blank lines between them."""

    ordered: bool
    start: int
    tight: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    children: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Directive:
    kind: DirectiveKind
    title: str
    children: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Insert:
    """Something that stands elsewhere in the pack, shown here."""

    kind: InsertKind
    key: str


Node = Heading | Paragraph | List | Quote | Table | Directive | Insert


@dataclass(frozen=True, slots=True)
class Document:
    """One Markdown file; `citations` are its reference keys in order of first use."""

    title: str
    nodes: tuple[Node, ...]
    citations: tuple[str, ...]


def inserted(document: Document, kind: InsertKind) -> list[str]:
    """The keys of what a text sets in; inserts stand on their own, never inside another passage."""
    return [node.key for node in document.nodes if isinstance(node, Insert) and node.kind is kind]


def words_of(nodes: Iterable[Node]) -> int:
    """How many words stand in some nodes; what is inserted has words of its own."""
    return sum(_count(node) for node in nodes)


def _count(node: Node) -> int:
    match node:
        case Insert():
            return 0
        case Heading() | Paragraph():
            return len(plain(node.children).split())
        case List(items=items):
            return sum(words_of(item.children) for item in items)
        case Table(head, rows):
            return sum(len(plain(cell).split()) for row in (head, *rows) for cell in row)
        case _:
            return words_of(node.children)


def plain(line: Line) -> str:
    """The words of a line without marks and citations."""
    return "".join(_words(inline) for inline in line)


def cited(line: Line) -> tuple[str, ...]:
    """The reference keys of a line, in order, each once."""
    return tuple(dict.fromkeys(key for inline in line for key in _keys(inline)))


def _words(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Citation():
            return ""
        case _:
            return plain(inline.children)


def _keys(inline: Inline) -> tuple[str, ...]:
    match inline:
        case Text():
            return ()
        case Citation(keys):
            return keys
        case _:
            return cited(inline.children)
