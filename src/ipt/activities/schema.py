"""Reads one mapping of the course's content into typed values and says exactly where it is wrong."""

import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TypeVar

from ipt.activities.characters import storable

Path = tuple[str | int, ...]
Choices = TypeVar("Choices", bound=StrEnum)

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_KEY = 60
LONGEST_TEXT = 2000
LONGEST_SHOWN = 60


class SchemaError(ValueError):
    """One mistake in content; `all` holds every mistake found in the same reading, the first one first."""

    def __init__(self, path: Path, found: str, expected: str) -> None:
        self.path = path
        self.field = named(path)
        self.found = found
        self.expected = expected
        self.all: tuple[SchemaError, ...] = (self,)
        super().__init__(f"{self.field or 'the whole'}: found {found}, expected {expected}")


def named(path: Path) -> str:
    """`("parts", 0, "key")` is said as `parts[0].key`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def shown(value: object) -> str:
    """Content as a tutor recognises it: a short quotation, or what sort of thing it is."""
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a group of fields"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    text = ascii(value) if isinstance(value, str) and not storable(value) else repr(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}..."


class Fields:
    """The fields of one mapping.

    Each reading notes a mistake and returns a harmless stand-in, so that one run names every mistake;
    `raise_mistakes` must be called before what was read is used.
    """

    def __init__(self, value: object, path: Path = (), mistakes: list[SchemaError] | None = None) -> None:
        self.path = path
        self._noted: list[SchemaError] = [] if mistakes is None else mistakes
        self._mistakes = self._noted
        self._read: set[str] = set()
        self._values: Mapping[object, object] = {}
        if isinstance(value, Mapping):
            self._values = value
        else:
            self._note(path, shown(value), "a group of fields")
            self._mistakes = []  # its missing fields are no mistakes of their own

    def refuse(self, name: str, expected: str, *, found: str | None = None) -> None:
        """Note a mistake that only the whole shows, such as a right answer that is no option."""
        self._note((*self.path, name), shown(self._values.get(name)) if found is None else found, expected)

    def text(self, name: str, *, default: str | None = None, longest: int = LONGEST_TEXT) -> str:
        value = self._value(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or not value.strip():
            self.refuse(name, "text")
        elif not storable(value):
            self.refuse(name, "text without hidden control characters")
        elif len(value) > longest:
            self.refuse(name, f"at most {longest} characters", found=f"{len(value)} characters")
        else:
            return value.strip()
        return ""

    def whole(self, name: str, *, least: int, most: int, default: int) -> int:
        value = self._value(name)
        if value is None:
            return default
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.refuse(name, f"a whole number from {least} to {most}")
        return default

    def flag(self, name: str, *, default: bool) -> bool:
        value = self._value(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.refuse(name, "true or false")
        return value is True

    def key(self, name: str) -> str:
        value = self._value(name)
        return self._key(value, (*self.path, name))

    def keys(self, name: str) -> tuple[str, ...]:
        """An optional list of keys that stand elsewhere in the course."""
        value = self._value(name)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.refuse(name, "a list of keys")
            return ()
        return tuple(self._key(each, (*self.path, name, place)) for place, each in enumerate(value))

    def one_of(self, name: str, choices: type[Choices]) -> Choices:
        found = self.among(name, [choice.value for choice in choices])
        return choices(found) if found else next(iter(choices))

    def among(self, name: str, words: Collection[str]) -> str | None:
        value = self._value(name)
        if isinstance(value, str) and value in words:
            return value
        self.refuse(name, f"one of {', '.join(words)}")
        return None

    def each(self, name: str, *, least: int = 1) -> list["Fields"]:
        value = self._value(name)
        if not isinstance(value, list) or len(value) < least:
            self.refuse(name, f"a list of at least {least}")
            return []
        return [Fields(one, (*self.path, name, place), self._mistakes) for place, one in enumerate(value)]

    def finish(self) -> None:
        """Every field of the mapping has been asked for: what is left is a misspelling."""
        known = ", ".join(sorted(self._read))
        for name in self._values:
            if name not in self._read:
                self._note((*self.path, str(name)), "an unknown field", f"one of {known}")

    def raise_mistakes(self) -> None:
        if self._noted:
            first = self._noted[0]
            first.all = tuple(self._noted)
            raise first

    def _value(self, name: str) -> object:
        self._read.add(name)
        return self._values.get(name)

    def _key(self, value: object, path: Path) -> str:
        if isinstance(value, str) and len(value) <= LONGEST_KEY and KEY.fullmatch(value):
            return value
        self._note(path, shown(value), "a key of small letters, digits and single hyphens")
        return ""

    def _note(self, path: Path, found: str, expected: str) -> None:
        self._mistakes.append(SchemaError(path, found, expected))
