"""How an activity is put to a person: each part with its fields, what they typed, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ipt.activities import (
    Activity,
    Check,
    Choice,
    Data,
    Item,
    Json,
    Linkage,
    NowAndThen,
    Part,
    Plan,
    Question,
    Ratings,
    Scale,
    Text,
    Words,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedField:
    """One field of a part: its label, what stands in it, and its error in a sentence."""

    name: str
    label: str
    values: tuple[str, ...] = ()
    error: str = ""
    options: tuple[Item, ...] = ()
    # A group's first input carries a number.
    grouped: bool = False

    @property
    def value(self) -> str:
        """What stands in a field that holds one thing."""
        return self.values[0] if self.values else ""

    @property
    def said(self) -> str:
        """What was answered, in words."""
        words = {option.key: option.text for option in self.options}
        return "; ".join(words.get(value, value) for value in self.values if value)

    @property
    def anchor(self) -> str:
        """Where the summary of errors leads."""
        return f"{self.name}_0" if self.grouped else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPart:
    """One part, ready for its template; `note` says who reads it, where that is not what the whole promises."""

    part: Part
    fields: tuple[AskedField, ...]
    note: str = ""

    @property
    def template(self) -> str:
        """Each kind is asked in its own way."""
        return f"ui/activities/ask/{self.part.kind}.html"

    @property
    def paper(self) -> str:
        """And printed in its own way."""
        return f"ui/activities/paper/{self.part.kind}.html"

    @property
    def optional(self) -> bool:
        """Whether it may be left out."""
        return not self.part.required

    @property
    def pairs(self) -> list[tuple[Item, AskedField, AskedField]]:
        """Each item that is marked twice, with its two fields: looking back, and now."""
        items = self.part.items if isinstance(self.part, NowAndThen) else ()
        return list(zip(items, self.fields[::2], self.fields[1::2], strict=False))

    @property
    def lines(self) -> tuple[str, ...]:
        """As many lines as there are words to give; what was typed stands in them."""
        given = self.fields[0].values
        most = self.part.most_words if isinstance(self.part, Words) else 1
        return given + ("",) * (most - len(given))


def asked(activity: Activity, typed: Data | None = None, errors: Mapping[str, str] | None = None) -> list[AskedPart]:
    """Give the parts of an activity with what was typed and what is wrong."""
    return [
        AskedPart(part=part, fields=_fields(part, typed or {}, errors or {}), note=_note(part, activity.linkage))
        for part in activity.parts
    ]


def mistakes(parts: list[AskedPart]) -> list[AskedField]:
    """Give the fields that need another look, in the order of the page."""
    return [field for part in parts for field in part.fields if field.error]


def said(activity: Activity, values: Mapping[str, Json]) -> list[AskedField]:
    """Give the fields of a kept answer that something stands in, to be read again."""
    return [field for part in asked(activity, written(activity, values)) for field in part.fields if field.said]


def _fields(part: Part, typed: Data, errors: Mapping[str, str]) -> tuple[AskedField, ...]:
    return tuple(
        AskedField(
            name=name,
            label=label,
            values=tuple(typed.get(name, ())),
            error=errors.get(name, ""),
            options=options,
            grouped=grouped,
        )
        for name, (label, options, grouped) in zip(part.fields(), _labels(part), strict=True)
    )


def _labels(part: Part) -> list[tuple[str, tuple[Item, ...], bool]]:
    """Give label, options and whether it is a group, for each field of a part."""
    labels: list[tuple[str, tuple[Item, ...], bool]] = []
    match part:
        case Choice():
            labels = [(part.prompt, part.options, True)]
        case Scale() | Words():
            labels = [(part.prompt, (), True)]
        case Ratings():
            labels = [(item.text, (), True) for item in part.items]
        case NowAndThen():
            columns = (part.then, part.now)
            labels = [(f"{item.text} ({column})", (), False) for item in part.items for column in columns]
        case Check():
            labels = [(question.prompt, question.options, True) for question in part.questions]
        case Text() | Question():
            labels = [(part.prompt, (), False), (_("My words may be quoted without my name"), (), False)]
        case Plan():
            labels = [
                (_("When …"), (), False),
                (_("… then I will"), (), False),
                (_("Which focus area does it serve?"), part.focus_areas, True),
                (_("On which day will you look back at it?"), (), False),
                (_("What could get in the way?"), (), False),
                (_("Who will ask you how it went?"), (), False),
            ]
    # Only a comment that may be quoted has the second field.
    return labels[: len(part.fields())]


def _note(part: Part, linkage: Linkage) -> str:
    match part:
        case Question() if linkage is not Linkage.NAMED:
            return _("Your tutor reads the question without your name.")
        case Text() if linkage is Linkage.CONFIDENTIAL:
            return _("Only you can read what you write here.")
        case _:
            return ""


def written(activity: Activity, values: Mapping[str, Json]) -> Data:
    """Give kept values as they would stand in the fields, so that they can be changed."""
    data: dict[str, list[str]] = {}
    for part in activity.parts:
        value = values.get(part.key)
        if value is not None:
            data.update(_written(part, value))
    return data


def _written(part: Part, value: Json) -> dict[str, list[str]]:
    match value:
        case {"text": str(text), "may_quote": bool(may_quote)}:
            return {part.key: [text], f"{part.key}-quote": ["yes"] if may_quote else []}
        case dict() if isinstance(part, NowAndThen):
            twice = {item: marks for item, marks in value.items() if isinstance(marks, dict)}
            return {
                f"{part.key}-{item}-{at}": [str(mark)] for item, marks in twice.items() for at, mark in marks.items()
            }
        case dict():
            return {f"{part.key}-{name}": [str(each)] for name, each in value.items() if each is not None}
        case list():
            return {part.key: [str(each) for each in value]}
        case _:
            return {part.key: [str(value)]}
