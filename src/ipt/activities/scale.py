"""The kind `scale`: one whole number from 0 to 10, with words at both ends."""

from dataclasses import dataclass
from typing import ClassVar, Self

from ipt.activities.answers import Data, Json, Parsed, Tally, listen
from ipt.activities.marks import MarksSummary, fitting_mark, read_mark, sum_marks
from ipt.activities.schema import Fields
from ipt.activities.writing import Writing


@dataclass(frozen=True, slots=True)
class Scale:
    kind: ClassVar[str] = "scale"
    minimum: ClassVar[int] = 0
    maximum: ClassVar[int] = 10

    key: str
    prompt: str
    least: str
    most: str
    required: bool = True

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            key=fields.key("key"),
            prompt=fields.text("prompt"),
            least=fields.text("least"),
            most=fields.text("most"),
            required=fields.flag("required", default=True),
        )

    @property
    def marks(self) -> range:
        return range(self.minimum, self.maximum + 1)

    def fields(self, prefix: str = "") -> tuple[str, ...]:
        return (prefix + self.key,)

    def parse(self, data: Data, prefix: str = "") -> Parsed:
        field = prefix + self.key
        return listen(
            data,
            {field: lambda values: read_mark(values, self.marks, required=self.required)},
            lambda read: read[field],
        )

    def tally(self, value: Json) -> Tally:
        return {self.key: {fitting_mark(value, self.marks): 1}}

    def summarise(self, counts: Tally, _writings: tuple[Writing, ...] = ()) -> MarksSummary:
        return sum_marks(counts.get(self.key, {}), self.marks)
