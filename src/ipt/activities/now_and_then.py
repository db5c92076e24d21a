"""The kind `now-and-then`: the same items marked twice on one sheet, looking back and now."""

from dataclasses import dataclass
from typing import ClassVar, Self

from ipt.activities.answers import ANSWERED, Data, Json, MisfitError, Parsed, Summary, Tally, listen
from ipt.activities.items import Item, read_items
from ipt.activities.marks import MarksSummary, fitting_mark, read_mark, sum_marks
from ipt.activities.ratings import HIGHEST_MARK
from ipt.activities.schema import Fields
from ipt.activities.writing import Writing

COLUMNS = ("then", "now")  # in the order of the page


@dataclass(frozen=True, slots=True)
class TwiceRated:
    """One item and the marks of its two columns."""

    key: str
    text: str
    then: MarksSummary
    now: MarksSummary

    @property
    def publishable(self) -> bool:
        return self.then.publishable and self.now.publishable


@dataclass(frozen=True, slots=True)
class NowAndThenSummary(Summary):
    """The marks of every item, looking back and now; an optional mark may be missing."""

    items: tuple[TwiceRated, ...]

    @property
    def publishable(self) -> bool:
        return all(item.publishable for item in self.items)


@dataclass(frozen=True, slots=True)
class NowAndThen:
    kind: ClassVar[str] = "now-and-then"

    key: str
    prompt: str
    items: tuple[Item, ...]
    minimum: int
    maximum: int
    least: str
    most: str
    then: str
    now: str
    required: bool = True

    @classmethod
    def read(cls, fields: Fields) -> Self:
        minimum = fields.whole("from", least=0, most=1, default=0)
        return cls(
            key=fields.key("key"),
            prompt=fields.text("prompt"),
            items=read_items(fields, "items", least=1),
            minimum=minimum,
            maximum=fields.whole("to", least=minimum + 1, most=HIGHEST_MARK, default=HIGHEST_MARK),
            least=fields.text("least"),
            most=fields.text("most"),
            then=fields.text("then"),
            now=fields.text("now"),
            required=fields.flag("required", default=True),
        )

    @property
    def marks(self) -> range:
        return range(self.minimum, self.maximum + 1)

    def fields(self, prefix: str = "") -> tuple[str, ...]:
        return tuple(f"{prefix}{self.key}-{item.key}-{column}" for item in self.items for column in COLUMNS)

    def parse(self, data: Data, prefix: str = "") -> Parsed:
        return listen(
            data,
            {
                field: lambda values: read_mark(values, self.marks, required=self.required)
                for field in self.fields(prefix)
            },
            lambda read: self._composed(read, prefix),
        )

    def tally(self, value: Json) -> Tally:
        known = {item.key for item in self.items}
        if not isinstance(value, dict) or not value or set(value) - known:
            raise MisfitError("Kept marks do not belong to these items.")
        counts: dict[str, dict[str, int]] = {self.key: {ANSWERED: 1}}
        for item, marks in value.items():
            if not isinstance(marks, dict) or not marks or set(marks) - set(COLUMNS):
                raise MisfitError("Kept marks do not belong to these two columns.")
            for column, mark in marks.items():
                counts[f"{self.key}-{item}-{column}"] = {fitting_mark(mark, self.marks): 1}
        return counts

    def summarise(self, counts: Tally, _writings: tuple[Writing, ...] = ()) -> NowAndThenSummary:
        return NowAndThenSummary(
            n=counts.get(self.key, {}).get(ANSWERED, 0),
            items=tuple(
                TwiceRated(item.key, item.text, *(self._summed(counts, item, column) for column in COLUMNS))
                for item in self.items
            ),
        )

    def _composed(self, read: dict[str, Json], prefix: str) -> Json:
        """The marks that were given, by item and column; None when there is none."""
        value: dict[str, Json] = {}
        for item in self.items:
            marks = {column: read[f"{prefix}{self.key}-{item.key}-{column}"] for column in COLUMNS}
            given: dict[str, Json] = {column: mark for column, mark in marks.items() if mark is not None}
            if given:
                value[item.key] = given
        return value or None

    def _summed(self, counts: Tally, item: Item, column: str) -> MarksSummary:
        return sum_marks(counts.get(f"{self.key}-{item.key}-{column}", {}), self.marks)
