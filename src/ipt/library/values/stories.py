"""Wholly fictional people: their stories with the key to the focus, and their difficult conversations line by line."""

from dataclasses import dataclass
from enum import StrEnum

from ipt.library.values.tagged import Tagged
from ipt.method import Fit, FocusArea


class Setting(StrEnum):
    """Where somebody is seen, so that a tutor can choose examples that suit the group."""

    WARD = "ward"
    CRISIS_TEAM = "crisis-team"
    COMMUNITY_TEAM = "community-team"
    PRIMARY_CARE = "primary-care"
    TALKING_THERAPIES = "talking-therapies"
    PERINATAL = "perinatal"
    OLDER_ADULTS = "older-adults"


class AgeGroup(StrEnum):
    """18 to 25, up to 64, and from 65."""

    YOUNG_ADULT = "young-adult"
    ADULT = "adult"
    OLDER_ADULT = "older-adult"


class Feature(StrEnum):
    """What a story also teaches."""

    INTERPRETER = "interpreter"
    DIRECTNESS_WITH_CARE = "directness-with-care"
    MIXED = "mixed"
    RISK = "risk"
    ABUSE = "abuse"


class Circle(StrEnum):
    """How close somebody is felt to be, from the inside out."""

    INNER = "inner"
    MIDDLE = "middle"
    OUTER = "outer"
    OUTSIDE = "outside"


class Measure(StrEnum):
    """The questionnaires whose totals a story may name."""

    PHQ9 = "PHQ-9"
    GAD7 = "GAD-7"

    @property
    def highest(self) -> int:
        """Nine and seven items of 0 to 3 (Kroenke 2001; Spitzer 2006)."""
        return 27 if self is Measure.PHQ9 else 21


@dataclass(frozen=True, slots=True)
class Fact:
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """Symptoms beside events."""

    key: str
    when: str
    event: str
    symptoms: str


@dataclass(frozen=True, slots=True)
class InventoryEntry:
    key: str
    who: str
    circle: Circle
    text: str


@dataclass(frozen=True, slots=True)
class MeasureScore:
    when: str
    measure: Measure
    score: int


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence, and the facts of the story that it rests on."""

    text: str
    rests_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another focus, and whether a thoughtful colleague could defend it."""

    area: FocusArea
    defensible: bool
    reason: Reason


@dataclass(frozen=True, slots=True)
class FocusKey:
    area: FocusArea
    reasons: tuple[Reason, ...]
    alternatives: tuple[Alternative, ...]
    not_chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vignette(Tagged):
    """One person's story; `focus_key` and `formulation` are missing where IPT is not the treatment."""

    key: str
    title: str
    person: str
    setting: Setting
    age_group: AgeGroup
    features: tuple[Feature, ...]
    content_note: str
    story: tuple[Fact, ...]
    timeline: tuple[TimelineRow, ...]
    inventory: tuple[InventoryEntry, ...]
    scores: tuple[MeasureScore, ...]
    risk: str
    fit: Fit
    fit_reason: str
    instead: str
    focus_key: FocusKey | None
    formulation: str
    sources: tuple[str, ...]


class Voice(StrEnum):
    """Who speaks: the person who tells of it, or the other."""

    TELLER = "teller"
    OTHER = "other"


class Met(StrEnum):
    """Whether what was wished for came about."""

    NO = "no"
    PARTLY = "partly"
    YES = "yes"


class Pattern(StrEnum):
    """Ways in which a message goes astray (after Klerman et al 1984, in the course's own words)."""

    HINTING = "hinting"
    SILENCE = "silence"
    BLAMING = "blaming"
    WRONG_TIME = "wrong-time"
    ASSUMING_THEY_KNOW = "assuming-they-know"
    TOO_MANY_ISSUES = "too-many-issues"
    WORDS_AND_TONE_DIFFER = "words-and-tone-differ"
    ROUND_THE_HOUSES = "round-the-houses"
    ASSUMING_UNDERSTOOD = "assuming-understood"


@dataclass(frozen=True, slots=True)
class Scene:
    when: str
    where: str
    medium: str
    before: str
    state: str


@dataclass(frozen=True, slots=True)
class ExchangeLine:
    """`felt` and `wished` are the teller's; `heard` is what reached the one who listened."""

    voice: Voice
    words: str
    tone: str
    felt: str
    wished: str
    heard: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Another way to say it, with both its halves and what may come of it."""

    words: str
    direct: str
    empathic: str
    likely: str
    weigh: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange(Tagged):
    """One difficult conversation: as it is first told, as it went, and what else could be said."""

    key: str
    title: str
    teller: str
    other: str
    setting: Setting
    age_group: AgeGroup
    content_note: str
    safety: str
    sparse: str
    scene: Scene
    lines: tuple[ExchangeLine, ...]
    outcome: str
    wish: str
    wish_met: Met
    mood_after: str
    broke_at: int
    patterns: tuple[Pattern, ...]
    alternatives: tuple[Wording, ...]
    rehearse: str
    sources: tuple[str, ...]

    @property
    def for_analysis(self) -> bool:
        """Not where the teller is afraid: it has no focus then, and nothing in it is a fault of how they spoke."""
        return bool(self.focus)
