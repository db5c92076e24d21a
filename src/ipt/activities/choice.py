"""The kind `choice`: one option of a list, or several."""

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
from ipt.activities.characters import blank
from ipt.activities.items import Item, ItemCount, chosen, counted, fitting, read_items
from ipt.activities.schema import Fields
from ipt.activities.writing import Writing


@dataclass(frozen=True, slots=True)
class ChoiceSummary(Summary):
    """How many people chose each option, in the order of the page."""

    options: tuple[ItemCount, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    kind: ClassVar[str] = "choice"

    key: str
    prompt: str
    options: tuple[Item, ...]
    many: bool = False
    required: bool = True

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            key=fields.key("key"),
            prompt=fields.text("prompt"),
            options=read_items(fields, "options", least=2),
            many=fields.flag("many", default=False),
            required=fields.flag("required", default=True),
        )

    def fields(self, prefix: str = "") -> tuple[str, ...]:
        return (prefix + self.key,)

    def parse(self, data: Data, prefix: str = "") -> Parsed:
        field = prefix + self.key
        return listen(data, {field: self._several if self.many else self._one}, lambda read: read[field])

    def tally(self, value: Json) -> Tally:
        if not self.many:
            return {self.key: {fitting(value, self.options): 1}}
        if not isinstance(value, list) or not value:
            raise MisfitError("A kept answer to a choice of several is not a list of keys.")
        return {self.key: {ANSWERED: 1} | {fitting(each, self.options): 1 for each in value}}

    def summarise(self, counts: Tally, _writings: tuple[Writing, ...] = ()) -> ChoiceSummary:
        marks = counts.get(self.key, {})
        n = marks.get(ANSWERED, 0) if self.many else sum(marks.values())
        return ChoiceSummary(n=n, options=counted(self.options, marks, n))

    def _one(self, values: list[str]) -> Json:
        return chosen(values, self.options, required=self.required)

    def _several(self, values: list[str]) -> Json:
        keys = {chosen([value], self.options, required=False) for value in values if not blank(value)}
        if not keys and self.required:
            raise UnclearError("This has no answer yet: please choose at least one.")
        return [item.key for item in self.options if item.key in keys] or None
