"""YAML read with marks: every value knows its line, and nothing in a file can be surprising.

Numbers, true, false and null are what they seem and everything else is text (YAML 1.1 would read 13:30 as 810
and `no` as false). Anchors, aliases and tags are refused, so a file is never larger than it looks.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from ipt.library.mistakes import Sheet, quoted

DEEPEST = 16
PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

KINDS_OF_SCALAR: dict[str, Callable[[str], object]] = {
    r"|~|null": lambda _: None,
    r"true|false": lambda raw: raw == "true",
    r"-?(0|[1-9][0-9]{0,17})": int,
    r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}": float,
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A value and the line it stands on; `raw` is a scalar as it was typed."""

    value: object
    line: int
    raw: str = ""

    @property
    def table(self) -> "dict[str, Marked] | None":
        return self.value if isinstance(self.value, dict) else None

    @property
    def items(self) -> "list[Marked] | None":
        return self.value if isinstance(self.value, list) else None

    @property
    def plain(self) -> object:
        """The value without its marks."""
        if self.table is not None:
            return {key: child.plain for key, child in self.table.items()}
        if self.items is not None:
            return [child.plain for child in self.items]
        return self.value

    @property
    def shown(self) -> str:
        """How a report names it."""
        if self.table is not None:
            return "named fields"
        if self.items is not None:
            return "a list"
        return quoted(self.raw) if self.raw else "nothing"

    def at(self, path: tuple[str | int, ...]) -> "Marked":
        """The value at `path`, or the nearest one above it that exists."""
        here = self
        for step in path:
            below: Marked | None = None
            if here.table is not None and isinstance(step, str):
                below = here.table.get(step)
            elif here.items is not None and isinstance(step, int) and step < len(here.items):
                below = here.items[step]
            if below is None:
                return here
            here = below
        return here


def read_yaml(text: str, sheet: Sheet) -> Marked | None:
    """The file's one document; None (and a mistake) where there is none."""
    builder = _Builder(sheet, yaml.parse(text, Loader=PARSER))
    try:
        return builder.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        sheet.wrong(line, f"YAML that cannot be read ({error.problem or error.context})", "valid YAML")
    except _TooDeepError as error:
        sheet.wrong(error.line, f"more than {DEEPEST} levels", "a flatter file")
    return None


class _TooDeepError(Exception):
    def __init__(self, line: int) -> None:
        self.line = line


class _Builder:
    """Builds marked values from the parser's events, which cost no more memory than the file."""

    def __init__(self, sheet: Sheet, events: Iterator[yaml.Event]) -> None:
        self.sheet = sheet
        self.events = events

    def document(self) -> Marked | None:
        next(self.events)  # the stream's own start
        if isinstance(next(self.events), yaml.StreamEndEvent):
            self.sheet.wrong(1, "an empty file", "YAML")
            return None
        root = self.value(next(self.events), 0)
        next(self.events)  # the document's end
        after = next(self.events)
        if isinstance(after, yaml.DocumentStartEvent):
            self.sheet.wrong(_line(after), "a second document", "one document in a file")
        return root

    def value(self, event: yaml.Event, depth: int) -> Marked:
        line = _line(event)
        if depth > DEEPEST:
            raise _TooDeepError(line)
        match event:
            case yaml.MappingStartEvent():
                self.refuse_extras(event, event.tag, line)
                return self.mapping(line, depth)
            case yaml.SequenceStartEvent():
                self.refuse_extras(event, event.tag, line)
                return self.sequence(line, depth)
            case yaml.ScalarEvent():
                self.refuse_extras(event, event.tag, line)
                return _scalar(event, line)
            case _:  # the only other event that stands for a value
                self.sheet.wrong(line, "an alias (*)", "the value itself")
                return Marked(None, line)

    def refuse_extras(self, event: yaml.NodeEvent, tag: str | None, line: int) -> None:
        if event.anchor is not None:
            self.sheet.wrong(line, f'an anchor "&{event.anchor}"', "the value alone")
        if tag not in (None, "!"):
            self.sheet.wrong(line, f"a tag {quoted(tag)}", "the value alone")

    def sequence(self, line: int, depth: int) -> Marked:
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, depth + 1))
        return Marked(items, line)

    def mapping(self, line: int, depth: int) -> Marked:
        table: dict[str, Marked] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            name = self.value(event, depth + 1)
            content = self.value(next(self.events), depth + 1)
            if not name.raw:
                self.sheet.wrong(name.line, name.shown, "a field's name")
            elif name.raw in table:
                first = table[name.raw].line
                self.sheet.wrong(name.line, f'"{name.raw}" again', f"it once (it stands on line {first})")
            else:
                table[name.raw] = Marked(content.value, name.line, content.raw)
        return Marked(table, line)


def _scalar(event: yaml.ScalarEvent, line: int) -> Marked:
    if event.implicit[0]:
        for pattern, convert in KINDS_OF_SCALAR.items():
            if re.fullmatch(pattern, event.value):
                return Marked(convert(event.value), line, event.value)
    return Marked(event.value, line, event.value)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
