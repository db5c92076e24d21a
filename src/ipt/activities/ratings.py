"""The kind `ratings`: several items, each marked on the same scale."""

from dataclasses import dataclass
from typing import ClassVar, Self

from ipt.activities.answers import ANSWERED, Data, Json, MisfitError, Parsed, Summary, Tally, listen
from ipt.activities.items import Item, read_items
from ipt.activities.marks import MarksSummary, fitting_mark, read_mark, sum_marks
from ipt.activities.schema import Fields
from ipt.activities.writing import Writing

HIGHEST_MARK = 10


@dataclass(frozen=True, slots=True)
class RatedItem:
    """One item and the marks that it was given."""

    key: str
    text: str
    marks: MarksSummary


@dataclass(frozen=True, slots=True)
class RatingsSummary(Summary):
    """The marks of every item; an optional item may have fewer answers than the part has people."""

    items: tuple[RatedItem, ...]

    @property
    def publishable(self) -> bool:
        return all(item.marks.publishable for item in self.items)


@dataclass(frozen=True, slots=True)
class Ratings:
    kind: ClassVar[str] = "ratings"

    key: str
    prompt: str
    items: tuple[Item, ...]
    minimum: int
    maximum: int
    least: str
    most: str
    required: bool = True

    @classmethod
    def read(cls, fields: Fields) -> Self:
        minimum = fields.whole("from", least=0, most=1, default=1)
        return cls(
            key=fields.key("key"),
            prompt=fields.text("prompt"),
            items=read_items(fields, "items", least=1),
            minimum=minimum,
            maximum=fields.whole("to", least=minimum + 1, most=HIGHEST_MARK, default=5),
            least=fields.text("least"),
            most=fields.text("most"),
            required=fields.flag("required", default=True),
        )

    @property
    def marks(self) -> range:
        return range(self.minimum, self.maximum + 1)

    def fields(self, prefix: str = "") -> tuple[str, ...]:
        return tuple(f"{prefix}{self.key}-{item.key}" for item in self.items)

    def parse(self, data: Data, prefix: str = "") -> Parsed:
        named = dict(zip(self.fields(prefix), self.items, strict=True))
        return listen(
            data,
            {field: lambda values: read_mark(values, self.marks, required=self.required) for field in named},
            lambda read: {named[field].key: mark for field, mark in read.items() if mark is not None} or None,
        )

    def tally(self, value: Json) -> Tally:
        known = {item.key for item in self.items}
        if not isinstance(value, dict) or not value or set(value) - known:
            raise MisfitError("Kept ratings do not belong to these items.")
        marks = {f"{self.key}-{item}": {fitting_mark(mark, self.marks): 1} for item, mark in value.items()}
        return {self.key: {ANSWERED: 1}} | marks

    def summarise(self, counts: Tally, _writings: tuple[Writing, ...] = ()) -> RatingsSummary:
        return RatingsSummary(
            n=counts.get(self.key, {}).get(ANSWERED, 0),
            items=tuple(
                RatedItem(item.key, item.text, sum_marks(counts.get(f"{self.key}-{item.key}", {}), self.marks))
                for item in self.items
            ),
        )
