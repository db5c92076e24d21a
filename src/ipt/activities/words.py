"""The kind `words`: a few short words or phrases, listed by how often they were given."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from ipt.activities.answers import (
    ANSWERED,
    Data,
    Json,
    MisfitError,
    Parsed,
    Summary,
    Tally,
    UnclearError,
    listen,
)
from ipt.activities.characters import blank, folded
from ipt.activities.schema import Fields
from ipt.activities.writing import Writing, read_writing

LONGEST_WORD = 40
MOST_WORDS = 10
BETWEEN_WORDS = re.compile(r"[,;\n\r]")
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class WordCount:
    """How many people gave this word, in its most frequent spelling."""

    word: str
    count: int


@dataclass(frozen=True, slots=True)
class WordsSummary(Summary):
    """The words by frequency, then by alphabet."""

    words: tuple[WordCount, ...]


@dataclass(frozen=True, slots=True)
class Words:
    kind: ClassVar[str] = "words"
    longest: ClassVar[int] = LONGEST_WORD

    key: str
    prompt: str
    most_words: int = 3
    required: bool = False

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            key=fields.key("key"),
            prompt=fields.text("prompt"),
            most_words=fields.whole("most_words", least=1, most=MOST_WORDS, default=3),
            required=fields.flag("required", default=False),
        )

    def fields(self, prefix: str = "") -> tuple[str, ...]:
        return (prefix + self.key,)

    def parse(self, data: Data, prefix: str = "") -> Parsed:
        field = prefix + self.key
        return listen(data, {field: self._words}, lambda read: read[field])

    def tally(self, value: Json) -> Tally:
        if not isinstance(value, list) or not value:
            raise MisfitError("Kept words are not a list.")
        marks = {ANSWERED: 1}
        for word in value:
            if not isinstance(word, str) or blank(word):
                raise MisfitError("A kept word is not a word.")
            marks[word] = 1
        return {self.key: marks}

    def summarise(self, counts: Tally, _writings: tuple[Writing, ...] = ()) -> WordsSummary:
        marks = counts.get(self.key, {})
        words = by_frequency({word: count for word, count in marks.items() if word != ANSWERED})
        return WordsSummary(n=marks.get(ANSWERED, 0), words=words)

    def _words(self, values: list[str]) -> Json:
        words: dict[str, Json] = {}
        for typed in (piece for value in values for piece in BETWEEN_WORDS.split(value)):
            word = read_writing([SPACES.sub(" ", typed)], LONGEST_WORD, ask=None)
            if word is not None:
                words.setdefault(folded(word), word)
        if len(words) > self.most_words:
            raise UnclearError(f"There are {len(words)} here: please give {self.most_words} at most.")
        if not words and self.required:
            raise UnclearError("Nothing is written here yet: please give at least one word.")
        return list(words.values()) or None


def by_frequency(spellings: Mapping[str, int]) -> tuple[WordCount, ...]:
    """Spellings of one word are counted together."""
    alike: dict[str, dict[str, int]] = {}
    for spelling, count in spellings.items():
        alike.setdefault(folded(spelling), {})[spelling] = count
    found = [
        (-sum(group.values()), word, min(group, key=lambda each: (-group[each], each))) for word, group in alike.items()
    ]
    return tuple(WordCount(word=spelling, count=-fewer) for fewer, _, spelling in sorted(found))
