"""The people of the online cohort, which is full: fifteen seats, four who asked too late, one who comes in a stead."""

from ipt.site.demo.cast import Delegate

CLEO = Delegate(
    "Cleo Achebe",
    "fellside",
    "psychologist",
    "community-team",
    "long-lasting isolated",
    "sensitivities therapeutic-relationship",
    "read",
    "People I see have hardly anybody. I want to know what IPT can do where there is no row and no loss, just nobody.",
    "Online role-play. I have seen it done badly.",
)
# Gives their place up; the first of those who wait is offered it.
LEAVES = Delegate("Marcus Feld", "fellside", "nurse", "ward", "risk-often long-lasting")
# Moves to another team; their colleague comes in their stead.
HANDS_ON = Delegate("Rebecca Stone", "westmere", "nurse", "crisis-team", "risk-often first-episode")
INSTEAD = Delegate(
    "Daniel Osei",
    "westmere",
    "nurse",
    "crisis-team",
    "risk-often first-episode",
    "suitability",
    hopes="I take over this place from a colleague, so: whatever she hoped for, and a decent example of a first hour.",
)

SEATED = (
    CLEO,
    LEAVES,
    HANDS_ON,
    Delegate("Aisling Byrne", "westmere", "therapist", "primary-care", "bereaved life-change", "grief ending"),
    Delegate("Joseph Lim", "fellside", "doctor", "community-team", "long-lasting", "guidelines evidence", "read"),
    Delegate(
        "Sunita Kaur Gill",
        "westmere",
        "wellbeing-practitioner",
        "talking-therapies",
        "first-episode with-interpreter",
        "role-transitions teaching-the-model",
        hopes="Words for loneliness after a move that do not sound like a leaflet.",
    ),
    Delegate("Harriet Cole", "fellside", "occupational-therapist", "older-adults", "later-life isolated"),
    Delegate("Dmitri Volkov", "westmere", "psychologist", "young-people", "under-18 couples-families", "suitability"),
    Delegate(
        "Ngozi Eze",
        "fellside",
        "nurse",
        "perinatal",
        "new-parents bereaved",
        "grief role-transitions",
        worries="Grief after a loss in pregnancy. I would like to be warned before an example of it.",
    ),
    Delegate("Lewis Carmichael", "westmere", "social-worker", "community-team", "couples-families risk-often"),
    Delegate("Amara Silva", "lanternhouse", "therapist", "voluntary", "life-change with-interpreter", "process"),
    Delegate("George Papadakis", "fellside", "therapist", "talking-therapies", "long-lasting", "evidence", "read"),
    Delegate("Shanice Brown", "westmere", "support-worker", "ward", "isolated", adjustment="Live captions switched on"),
    Delegate("Rowan Ellis", "fellside", "nurse", "general-hospital", "physical-illness", "formulation"),
    Delegate("Mehwish Tariq", "westmere", "wellbeing-practitioner", "talking-therapies", "new-parents first-episode"),
)
WAITING = (
    Delegate("Tomos Bevan", "westmere", "nurse", "community-team", "long-lasting"),
    Delegate("Isabel Moreau", "lanternhouse", "therapist", "independent", "bereaved couples-families"),
    Delegate("Kofi Asante", "fellside", "social-worker", "older-adults", "later-life"),
    Delegate("Ruth Abrams", "westmere", "manager", "primary-care", "first-episode"),
)
