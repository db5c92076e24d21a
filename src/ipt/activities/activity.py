"""An activity: what is put to people together, under one promise about who can see the answers."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

from ipt.activities.answers import Data, Json, Tally, merged
from ipt.activities.kinds import Part, read_part, tally
from ipt.activities.schema import Fields

LONGEST_ACTIVITY = 240  # minutes
# What only the course knows: what a thing teaches, and where it belongs.
NOT_SEEN = {"topics", "outcomes", "focus", "techniques", "phases"}


class Linkage(StrEnum):
    """Who an answer can be linked to; fixed by the first answer."""

    NAMED = "named"  # the tutor may see it
    CONFIDENTIAL = "confidential"  # in the delegate's own record, seen by nobody else
    UNLINKED = "unlinked"  # counted in a box, linked to nobody


@dataclass(frozen=True, slots=True)
class Activity:
    key: str
    title: str
    linkage: Linkage
    parts: tuple[Part, ...]
    intro: str = ""
    minutes: int | None = None
    topics: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    techniques: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()

    def part(self, key: str) -> Part:
        return next(part for part in self.parts if part.key == key)

    def fields(self, prefix: str = "") -> tuple[str, ...]:
        return tuple(field for part in self.parts for field in part.fields(prefix))

    @property
    def wording_hash(self) -> str:
        """Changes with anything a person sees, so that answers to other words are never counted together."""
        seen = {
            "title": self.title,
            "intro": self.intro,
            "linkage": self.linkage.value,
            "parts": [{"kind": part.kind, **asdict(part, dict_factory=_seen)} for part in self.parts],
        }
        return hashlib.sha256(json.dumps(seen, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Submitted:
    """What a person sent to an activity: values by part, sentences by field, and what was typed."""

    values: Mapping[str, Json]
    errors: Mapping[str, str]
    typed: Data

    @property
    def ok(self) -> bool:
        return not self.errors


def read_activity(value: object) -> Activity:
    """One activity from content; raises `SchemaError`, whose `all` names every mistake."""
    fields = Fields(value)
    parts = [part for one in fields.each("parts") if (part := read_part(one)) is not None]
    activity = Activity(
        key=fields.key("key"),
        title=fields.text("title"),
        linkage=fields.one_of("linkage", Linkage),
        intro=fields.text("intro", default=""),
        minutes=fields.whole("minutes", least=1, most=LONGEST_ACTIVITY, default=0) or None,
        topics=fields.keys("topics"),
        outcomes=fields.keys("outcomes"),
        focus=fields.keys("focus"),
        techniques=fields.keys("techniques"),
        phases=fields.keys("phases"),
        parts=tuple(parts),
    )
    names = [name for part in parts for name in {part.key, *part.fields()}]
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        fields.refuse("parts", "each field name once", found=f"{name!r} {names.count(name)} times")
    fields.finish()
    fields.raise_mistakes()
    return activity


def parse_activity(activity: Activity, data: Data, prefix: str = "") -> Submitted:
    """Every part's answer; parts that were skipped are absent from the values."""
    parsed = {part.key: part.parse(data, prefix) for part in activity.parts}
    values = {key: each.value for key, each in parsed.items() if each.value is not None}
    errors = {field: sentence for each in parsed.values() for field, sentence in each.errors.items()}
    typed = {field: given for each in parsed.values() for field, given in each.typed.items()}
    if not values and not errors:
        errors = {activity.fields(prefix)[0]: "Nothing is answered yet: please answer at least one question."}
    return Submitted(values=values, errors=errors, typed=typed)


def tally_all(activity: Activity, values: Mapping[str, Json]) -> Tally:
    """What one person's answers add to the counts of an activity."""
    return merged(*(tally(activity.part(key), value) for key, value in values.items()))


def _seen(fields: list[tuple[str, object]]) -> dict[str, object]:
    return {name: value for name, value in fields if name not in NOT_SEEN}
