"""How the closed lists of the library are said on paper.

Paper is in the language of the course, whatever language the server speaks: so these words are not translated.
"""

from ipt.library import Audience, BlockKind
from ipt.library.markdown.nodes import DirectiveKind
from ipt.library.values import AgeGroup, Circle, Feature, Met, Pattern, Setting

CALLOUTS = {
    DirectiveKind.SAY: "Say",
    DirectiveKind.ASK: "Ask",
    DirectiveKind.DO: "Do",
    DirectiveKind.WATCH: "Watch for",
    DirectiveKind.EXAMPLE: "Example",
    DirectiveKind.CAUTION: "Caution",
    DirectiveKind.CONVENTION: "A convention of this course",
    DirectiveKind.REMEMBER: "Remember",
}
VENUE = ("Breaks", "Finish", "If the fire alarm sounds", "Wi-Fi", "Toilets and access", "Food and drink")
KINDS = {
    BlockKind.OPENING: "Opening",
    BlockKind.INPUT: "Input",
    BlockKind.DEMONSTRATION: "Demonstration",
    BlockKind.PRACTICE: "Practice",
    BlockKind.ACTIVITY: "Activity",
    BlockKind.RECALL: "Recall",
    BlockKind.BREAK: "Break",
    BlockKind.CLOSING: "Closing",
}
AUDIENCES = {
    Audience.DELEGATE: "Papers for you",
    Audience.PATIENT: "For the people you work with",
    Audience.SUPERVISION: "For supervision",
    Audience.MANAGER: "For your manager",
    Audience.CHAMPION: "For a booster at work",
    Audience.TUTOR: "For tutors",
}
SETTINGS = {
    Setting.PRIMARY_CARE: "Primary care",
    Setting.TALKING_THERAPIES: "Talking Therapies",
    Setting.COMMUNITY_TEAM: "Community team",
    Setting.CRISIS_TEAM: "Crisis team",
    Setting.WARD: "Ward",
    Setting.PERINATAL: "Perinatal",
    Setting.OLDER_ADULTS: "Older adults",
}
AGES = {
    AgeGroup.YOUNG_ADULT: "18 to 25",
    AgeGroup.ADULT: "26 to 64",
    AgeGroup.OLDER_ADULT: "65 and over",
}
FEATURES = {
    Feature.INTERPRETER: "Through an interpreter",
    Feature.DIRECTNESS_WITH_CARE: "Where directness needs care",
    Feature.MIXED: "More than one focus in view",
    Feature.RISK: "Risk in the story",
    Feature.ABUSE: "Abuse in the story",
}
CIRCLES = {
    Circle.INNER: "Inner circle",
    Circle.MIDDLE: "Middle circle",
    Circle.OUTER: "Outer circle",
    Circle.OUTSIDE: "Outside the circles",
}
MET = {Met.NO: "No", Met.PARTLY: "Partly", Met.YES: "Yes"}
PATTERNS = {
    Pattern.HINTING: "Hinting instead of saying",
    Pattern.SILENCE: "Silence",
    Pattern.BLAMING: "Blaming",
    Pattern.WRONG_TIME: "The wrong time",
    Pattern.ASSUMING_THEY_KNOW: "Taking for granted that they know",
    Pattern.TOO_MANY_ISSUES: "Too many things at once",
    Pattern.WORDS_AND_TONE_DIFFER: "Words and tone that differ",
    Pattern.ROUND_THE_HOUSES: "Going round the houses",
    Pattern.ASSUMING_UNDERSTOOD: "Taking for granted that one understood",
}
PARTS_OF_A_DAY = ("afternoon", "morning")  # even and odd half-days


def half_day_name(number: int) -> str:
    """Name a half-day as people say it."""
    return f"Day {(number + 1) // 2}, {PARTS_OF_A_DAY[number % 2]}"


def minutes(number: int) -> str:
    return "1 minute" if number == 1 else f"{number} minutes"
