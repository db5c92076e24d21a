"""Where to turn in need, with numbers that a telephone can dial."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipt import library
from ipt.library import Signpost

# Telephone numbers as they stand after the word "call": digits in groups.
NUMBER = re.compile(r"(?<=[Cc]all )\d[\d ]*\d")


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a contact; with `number` they can be dialled."""

    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """One signpost, its contact cut into words and numbers."""

    signpost: Signpost
    contact: tuple[Words, ...]


def signposts_of(course: library.Course) -> list[Way]:
    """Give every signpost, in the order of the content."""
    return [Way(signpost, tuple(_cut(signpost.contact))) for signpost in course.signposts.entries]


def _cut(contact: str) -> Iterator[Words]:
    end = 0
    for found in NUMBER.finditer(contact):
        yield Words(contact[end : found.start()])
        yield Words(found[0], found[0].replace(" ", ""))
        end = found.end()
    yield Words(contact[end:])
