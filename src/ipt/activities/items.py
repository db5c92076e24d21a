"""Options and items: short lines with permanent keys, chosen from and counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from ipt.activities.answers import ANSWERED, Json, MisfitError, UnclearError, half_up, sole
from ipt.activities.schema import Fields


@dataclass(frozen=True, slots=True)
class Item:
    """A line that a person chooses or marks; its key never changes."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class ItemCount:
    """How many of n people chose this line."""

    key: str
    text: str
    count: int
    n: int

    @property
    def percent(self) -> int:
        return half_up(Fraction(100 * self.count, self.n)) if self.n else 0


def read_items(fields: Fields, name: str, *, least: int) -> tuple[Item, ...]:
    items = []
    for one in fields.each(name, least=least):
        items.append(Item(key=one.key("key"), text=one.text("text")))
        one.finish()
    refuse_repeats(fields, name, [item.key for item in items])
    return tuple(items)


def refuse_repeats(fields: Fields, name: str, keys: list[str]) -> None:
    for key in sorted({key for key in keys if key and keys.count(key) > 1}):
        fields.refuse(name, "each key once", found=f"{key!r} {keys.count(key)} times")


def chosen(values: list[str], items: tuple[Item, ...], *, required: bool) -> str | None:
    """The key of the one line chosen."""
    key = sole(values)
    if key is None and required:
        raise UnclearError("This has no answer yet: please choose one.")
    if key is not None and key not in {item.key for item in items}:
        raise UnclearError("That answer is not on the list: please choose one of those shown.")
    return key


def fitting(value: Json, items: tuple[Item, ...]) -> str:
    """A kept key, known to be one of these lines."""
    if isinstance(value, str) and value in {item.key for item in items}:
        return value
    raise MisfitError("A kept answer is none of the lines that could be chosen.")


def counted(items: tuple[Item, ...], counts: Mapping[str, int], n: int) -> tuple[ItemCount, ...]:
    if set(counts) - {item.key for item in items} - {ANSWERED}:
        raise MisfitError("A kept count belongs to none of the lines that could be chosen.")
    return tuple(ItemCount(item.key, item.text, counts.get(item.key, 0), n) for item in items)
