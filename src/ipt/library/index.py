"""Keys across a whole pack: where each is defined, who uses it, and which do not resolve."""

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple

from ipt.library.mistakes import Sheet


class Sort(StrEnum):
    """What a key names; the value is how a report says it."""

    TOPIC = "topic"
    OUTCOME = "outcome"
    HALF_DAY = "half-day"
    BLOCK = "block"
    MODULE = "module"
    ACTIVITY = "activity"
    PART = "part of an activity"
    REFERENCE = "reference"
    FOCUS = "focus area"
    TECHNIQUE = "technique"
    PHASE = "phase"
    DEMONSTRATION = "demonstration"
    ROLEPLAY = "roleplay"
    ROUND = "round"
    VIGNETTE = "vignette"
    EXCHANGE = "exchange"
    MONDAY = "Monday card"
    RECALL = "recall card"
    PAPER = "paper"
    DIAGRAM = "diagram"


class User(StrEnum):
    """Who uses a key."""

    BLOCK = "block"
    ACTIVITY = "activity"
    QUESTION = "question"
    CARD = "card"
    STORY = "story"
    TEXT = "text"


class Named(NamedTuple):
    """A key and the line it stands on."""

    key: str
    line: int


class Place(NamedTuple):
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Use:
    sort: Sort
    named: Named
    user: User
    sheet: Sheet


class Index:
    def __init__(self) -> None:
        self.defined: dict[tuple[Sort, str], Place] = {}
        self.uses: list[Use] = []

    def define(self, sort: Sort, named: Named, sheet: Sheet) -> None:
        first = self.defined.setdefault((sort, named.key), Place(sheet.file, named.line))
        if named.key and first != (sheet.file, named.line):
            sheet.wrong(
                named.line,
                f'the {sort} key "{named.key}" again',
                f"another key ({first.file}:{first.line} has it)",
            )

    def use(self, sort: Sort, named: Named, user: User, sheet: Sheet) -> None:
        if named.key:
            self.uses.append(Use(sort, named, user, sheet))

    def keys(self, sort: Sort) -> list[str]:
        """The keys of a sort in the order of their definition."""
        return [key for known, key in self.defined if known is sort]

    def used(self, sort: Sort, *users: User) -> set[str]:
        return {use.named.key for use in self.uses if use.sort is sort and use.user in users}

    def resolve(self) -> None:
        """Note every use of a key that is not defined, with the nearest key that is."""
        for use in self.uses:
            if (use.sort, use.named.key) not in self.defined:
                near = get_close_matches(use.named.key, self.keys(use.sort), n=1)
                hint = f' (perhaps "{near[0]}")' if near else ""
                use.sheet.wrong(
                    use.named.line,
                    f'the unknown {use.sort} "{use.named.key}"',
                    f"a known one{hint}",
                )
