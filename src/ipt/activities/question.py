"""The kind `question`: something a delegate wants to ask the tutor without a name beside it."""

from dataclasses import dataclass
from typing import ClassVar, Self

from ipt.activities.answers import ANSWERED, Data, Json, MisfitError, Parsed, Tally, listen
from ipt.activities.characters import blank
from ipt.activities.schema import Fields
from ipt.activities.writing import LONGEST_LINE, MOST_ALLOWED, Writing, WritingSummary, gather, read_writing


@dataclass(frozen=True, slots=True)
class Question:
    kind: ClassVar[str] = "question"

    key: str
    prompt: str
    longest: int = LONGEST_LINE
    required: bool = False

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            key=fields.key("key"),
            prompt=fields.text("prompt"),
            longest=fields.whole("longest", least=1, most=MOST_ALLOWED, default=LONGEST_LINE),
            required=fields.flag("required", default=False),
        )

    def fields(self, prefix: str = "") -> tuple[str, ...]:
        return (prefix + self.key,)

    def parse(self, data: Data, prefix: str = "") -> Parsed:
        field = prefix + self.key
        ask = "There is no question here yet: please write one." if self.required else None
        return listen(
            data,
            {field: lambda values: read_writing(values, self.longest, ask=ask)},
            lambda read: read[field],
        )

    def writings(self, value: Json) -> tuple[Writing, ...]:
        if not isinstance(value, str) or blank(value):
            raise MisfitError("A kept question is not text.")
        return (Writing(value),)

    def tally(self, value: Json) -> Tally:
        return {self.key: {ANSWERED: len(self.writings(value))}}

    def summarise(self, counts: Tally, writings: tuple[Writing, ...] = ()) -> WritingSummary:
        return gather(self.key, counts, writings)
