"""What is wrong with a content pack: said with file and line, and collected until everything was read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

LONGEST = 60


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing to correct: where it stands, what stands there and what should."""

    file: str
    line: int
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: found {self.found}, expected {self.expected}"


class PackError(ValueError):
    """The content cannot be used; every reason is in `mistakes`."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


@dataclass(slots=True)
class Sheet:
    """One file being read: it notes what is wrong in it on the list that all files share."""

    file: str
    mistakes: list[Mistake] = field(default_factory=list)

    def wrong(self, line: int, found: str, expected: str) -> None:
        self.mistakes.append(Mistake(self.file, line, found, expected))


@dataclass(frozen=True, slots=True)
class Report:
    """What a check of a whole pack says: `mistakes` forbid its use, the rest is for the tutor to know."""

    mistakes: tuple[Mistake, ...]
    gaps: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.mistakes


def quoted(words: object) -> str:
    """What stands in a file, short enough for one line of a report."""
    text = " ".join(str(words).split())
    return f'"{text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"}"'
