"""The kind `text`: a comment in one's own words, with its own consent to be quoted."""

from dataclasses import dataclass
from typing import ClassVar, Self

from ipt.activities.answers import ANSWERED, Data, Json, MisfitError, Parsed, Tally, listen
from ipt.activities.characters import blank
from ipt.activities.schema import Fields
from ipt.activities.writing import MOST_ALLOWED, Writing, WritingSummary, gather, read_writing

LONGEST_COMMENT = 600


@dataclass(frozen=True, slots=True)
class Text:
    kind: ClassVar[str] = "text"

    key: str
    prompt: str
    longest: int = LONGEST_COMMENT
    quotable: bool = False
    required: bool = False

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            key=fields.key("key"),
            prompt=fields.text("prompt"),
            longest=fields.whole("longest", least=1, most=MOST_ALLOWED, default=LONGEST_COMMENT),
            quotable=fields.flag("quotable", default=False),
            required=fields.flag("required", default=False),
        )

    def fields(self, prefix: str = "") -> tuple[str, ...]:
        field = prefix + self.key
        return (field, f"{field}-quote") if self.quotable else (field,)

    def parse(self, data: Data, prefix: str = "") -> Parsed:
        text, *quote = self.fields(prefix)
        ask = "Nothing is written here yet: please write a few words." if self.required else None

        def compose(read: dict[str, Json]) -> Json:
            if read[text] is None:
                return None  # a tick beside an empty box agrees to nothing
            return {"text": read[text], "may_quote": any(read[field] for field in quote)}

        return listen(
            data,
            {text: lambda values: read_writing(values, self.longest, ask=ask)} | dict.fromkeys(quote, _ticked),
            compose,
        )

    def writings(self, value: Json) -> tuple[Writing, ...]:
        match value:
            case {"text": str(text), "may_quote": bool(may_quote)} if not blank(text):
                return (Writing(text, may_quote),)
        raise MisfitError("A kept comment is not text with its consent.")

    def tally(self, value: Json) -> Tally:
        return {self.key: {ANSWERED: len(self.writings(value))}}

    def summarise(self, counts: Tally, writings: tuple[Writing, ...] = ()) -> WritingSummary:
        return gather(self.key, counts, writings)


def _ticked(values: list[str]) -> Json:
    """Consent is a plain yes; anything else that may arrive is none."""
    return values == ["yes"]
