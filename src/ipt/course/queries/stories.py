"""Fictional people and their conversations, chosen to suit a group."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from ipt import library
from ipt.library import Exchange, Vignette
from ipt.library.values import AgeGroup, Circle, Feature, InventoryEntry, Met, Pattern, Setting

SETTINGS: dict[Setting, StrOrPromise] = {
    Setting.PRIMARY_CARE: _("Primary care"),
    Setting.TALKING_THERAPIES: _("Talking Therapies"),
    Setting.COMMUNITY_TEAM: _("Community team"),
    Setting.CRISIS_TEAM: _("Crisis team"),
    Setting.WARD: _("Ward"),
    Setting.PERINATAL: _("Perinatal"),
    Setting.OLDER_ADULTS: _("Older adults"),
}
AGES: dict[AgeGroup, StrOrPromise] = {
    AgeGroup.YOUNG_ADULT: _("18 to 25"),
    AgeGroup.ADULT: _("26 to 64"),
    AgeGroup.OLDER_ADULT: _("65 and over"),
}
FEATURES: dict[Feature, StrOrPromise] = {
    Feature.INTERPRETER: _("Through an interpreter"),
    Feature.DIRECTNESS_WITH_CARE: _("Where directness needs care"),
    Feature.MIXED: _("More than one focus in view"),
    Feature.RISK: _("Risk in the story"),
    Feature.ABUSE: _("Abuse in the story"),
}
CIRCLES: dict[Circle, StrOrPromise] = {
    Circle.INNER: _("Inner circle"),
    Circle.MIDDLE: _("Middle circle"),
    Circle.OUTER: _("Outer circle"),
    Circle.OUTSIDE: _("Outside the circles"),
}
MET: dict[Met, StrOrPromise] = {Met.NO: _("No"), Met.PARTLY: _("Partly"), Met.YES: _("Yes")}
PATTERNS: dict[Pattern, StrOrPromise] = {
    Pattern.HINTING: _("Hinting instead of saying"),
    Pattern.SILENCE: _("Silence"),
    Pattern.BLAMING: _("Blaming"),
    Pattern.WRONG_TIME: _("The wrong time"),
    Pattern.ASSUMING_THEY_KNOW: _("Taking for granted that they know"),
    Pattern.TOO_MANY_ISSUES: _("Too many things at once"),
    Pattern.WORDS_AND_TONE_DIFFER: _("Words and tone that differ"),
    Pattern.ROUND_THE_HOUSES: _("Going round the houses"),
    Pattern.ASSUMING_UNDERSTOOD: _("Taking for granted that one understood"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a tutor looks for; empty means any."""

    setting: str = ""
    age_group: str = ""
    focus: str = ""


def vignettes(course: library.Course, wanted: Wanted) -> list[Vignette]:
    """Give the stories that suit."""
    return [story for story in course.vignettes.values() if _suits(story, wanted)]


def exchanges(course: library.Course, wanted: Wanted) -> list[Exchange]:
    """Give the conversations that suit."""
    return [talk for talk in course.exchanges.values() if _suits(talk, wanted)]


def _suits(story: Vignette | Exchange, wanted: Wanted) -> bool:
    return (
        wanted.setting in {"", story.setting}
        and wanted.age_group in {"", story.age_group}
        and (not wanted.focus or wanted.focus in story.focus)
    )


@dataclass(frozen=True, slots=True)
class Described:
    """A story and what kind of story it is, in words."""

    story: Vignette | Exchange
    setting: StrOrPromise
    age: StrOrPromise
    focus: str
    features: tuple[StrOrPromise, ...]


def described(story: Vignette | Exchange) -> Described:
    """Say where, how old, about what."""
    features = story.features if isinstance(story, Vignette) else ()
    return Described(
        story,
        SETTINGS[story.setting],
        AGES[story.age_group],
        ", ".join(area.label for area in story.focus),
        tuple(FEATURES[feature] for feature in features),
    )


def people_of(story: Vignette) -> list[tuple[StrOrPromise, InventoryEntry]]:
    """Give those in the inventory, each with the circle they stand in."""
    return [(CIRCLES[person.circle], person) for person in story.inventory]
