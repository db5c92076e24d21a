"""One YAML mapping, asked field by field; what is missing, odd or unknown is a mistake with its line."""

import re
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

from ipt.library.index import Named
from ipt.library.marks import Marked
from ipt.library.mistakes import Sheet
from ipt.library.typography import typeset

KEY = re.compile(r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")
CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
KEY_IN_WORDS = "a key in lower case words with hyphens"

Choice = TypeVar("Choice", bound=StrEnum)


class Entry:
    """Stand-in values are returned after a mistake, so that reading goes on and finds the next one."""

    def __init__(self, node: Marked, sheet: Sheet, what: str) -> None:
        self.sheet = sheet
        self.what = what
        self.line = node.line
        self.table = node.table or {}
        self.asked: set[str] = set()
        if node.table is None:
            sheet.wrong(node.line, node.shown, f"the fields of {what}")

    def ask(self, name: str, *, needed: bool = True) -> Marked | None:
        self.asked.add(name)
        field = self.table.get(name)
        if field is not None and field.value is not None:
            return field
        if field is not None or (needed and self.table):
            self.wrong(name, f'no "{name}" in {self.what}', "one")
        return None

    def wrong(self, name: str, found: str, expected: str) -> None:
        field = self.table.get(name)
        self.sheet.wrong(field.line if field else self.line, found, expected)

    def line_of(self, name: str) -> int:
        return self.table[name].line if name in self.table else self.line

    def text(self, name: str, *, needed: bool = True) -> str:
        """Plain words: marks and citations belong in Markdown and in the prospectus."""
        words = self.words(name, needed=needed)
        if "[@" in words:
            self.wrong(name, "a citation in plain words", "words alone")
        return typeset(words)

    def words(self, name: str, *, needed: bool = True) -> str:
        field = self.ask(name, needed=needed)
        return word_of(field, self.sheet) if field else ""

    def key(self) -> Named:
        field = self.ask("key")
        return key_of(field, self.sheet) if field else Named("", self.line)

    def keys(self, name: str) -> tuple[Named, ...]:
        return tuple(key_of(item, self.sheet) for item in self.items(name, needed=False))

    def items(self, name: str, *, needed: bool = True) -> list[Marked]:
        field = self.ask(name, needed=needed)
        if field is None:
            return []
        if field.items is None:
            self.wrong(name, f'{field.shown} in "{name}"', "a list")
        return field.items or []

    def texts(self, name: str, *, least: int = 1, most: int = 99) -> tuple[str, ...]:
        """A list of plain words."""
        nodes = self.items(name, needed=least > 0)
        if name in self.table and not least <= len(nodes) <= most:
            span = str(least) if least == most else f"{least} to {most}"
            self.wrong(name, f'{len(nodes)} in "{name}"', span)
        return tuple(typeset(word_of(node, self.sheet)) for node in nodes)

    def rows(self, name: str, what: str, *, needed: bool = True) -> "list[Entry]":
        """A list of mappings, each to be asked field by field and closed."""
        return [Entry(node, self.sheet, what) for node in self.items(name, needed=needed)]

    def choices(self, name: str, choices: type[Choice]) -> tuple[Choice, ...]:
        found = []
        for node in self.items(name, needed=False):
            if node.raw in list(choices):
                found.append(choices(node.raw))
            else:
                self.sheet.wrong(node.line, node.shown, "one of " + ", ".join(choices))
        return tuple(found)

    def number(self, name: str, *, least: int, most: int, absent: int | None = None) -> int:
        field = self.ask(name, needed=absent is None)
        if field is None:
            return least if absent is None else absent
        if type(field.value) is int and least <= field.value <= most:
            return field.value
        self.wrong(name, f'{field.shown} in "{name}"', f"a whole number from {least} to {most}")
        return least

    def choice(self, name: str, choices: type[Choice]) -> Choice:
        word = self.words(name)
        if word in list(choices):
            return choices(word)
        if word:
            self.wrong(name, f'"{word}" in "{name}"', "one of " + ", ".join(choices))
        return next(iter(choices))

    def flag(self, name: str) -> bool:
        field = self.ask(name)
        if field is not None and not isinstance(field.value, bool):
            self.wrong(name, f'{field.shown} in "{name}"', "true or false")
        return field is not None and field.value is True

    def clock(self, name: str) -> time:
        word = self.words(name)
        if match := CLOCK.fullmatch(word):
            return time(int(match[1]), int(match[2]))
        if word:
            self.wrong(name, f'"{word}" in "{name}"', "a time such as 09:30")
        return time(0)

    def day(self, name: str) -> date:
        word = self.words(name)
        try:
            return date.fromisoformat(word)
        except ValueError:
            if word:
                self.wrong(name, f'"{word}" in "{name}"', "a date such as 2026-11-22")
            return date.min

    def pattern(self, name: str, pattern: str, expected: str) -> str:
        word = self.words(name, needed=False)
        if word and not re.fullmatch(pattern, word):
            self.wrong(name, f'"{word}" in "{name}"', expected)
        return word

    def close(self) -> None:
        """No field but those that were asked for."""
        for name in self.table.keys() - self.asked:
            self.wrong(name, f'the unknown field "{name}" in {self.what}', f"one of {', '.join(sorted(self.asked))}")


def word_of(field: Marked, sheet: Sheet) -> str:
    if field.table is not None or field.items is not None or not field.raw.strip():
        sheet.wrong(field.line, field.shown, "words")
    return " ".join(field.raw.split())


def key_of(field: Marked, sheet: Sheet) -> Named:
    if KEY.fullmatch(field.raw):
        return Named(field.raw, field.line)
    sheet.wrong(field.line, field.shown, KEY_IN_WORDS)
    return Named("", field.line)
