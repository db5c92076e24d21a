"""The people of the finished cohort, at Harbour House: fourteen, Sam among them."""

from ipt.site.demo.cast import Delegate

SAM = Delegate(
    "Sam Whitaker",
    "eastholme",
    "manager",
    "community-team",
    "long-lasting risk-often",
    "formulation process own-practice",
    "short-course",
    "I supervise nurses and one OT. I want to hear an interpersonal formulation when they bring me one.",
)
JOSIE = Delegate(
    "Josie Tran",
    "eastholme",
    "nurse",
    "older-adults",
    "later-life bereaved isolated",
    "grief sensitivities",
    hopes="To sit with a widower and know what I am doing there.",
)
BRONWEN = Delegate(
    "Bronwen Hughes",
    "eastholme",
    "occupational-therapist",
    "ward older-adults",
    "later-life physical-illness",
    "role-transitions",
    worries="Three days in a row is a lot of sitting.",
)
# Misses a half-day, and can read what is missing.
OWEN = Delegate("Owen Radcliffe", "stannes", "student", "general-hospital", "physical-illness", "goals origins")

EVERYBODY = (
    SAM,
    JOSIE,
    BRONWEN,
    Delegate("Imran Qureshi", "tidewell", "wellbeing-practitioner", "talking-therapies", "first-episode life-change"),
    Delegate("Eilidh MacRae", "tidewell", "therapist", "talking-therapies", "long-lasting bereaved", "ending process"),
    Delegate("Femi Adebayo", "eastholme", "doctor", "community-team", "long-lasting risk-often", "guidelines evidence"),
    Delegate("Chiara Bellini", "lanternhouse", "therapist", "voluntary", "bereaved life-change", "grief"),
    Delegate(
        "Dominic Shaw",
        "eastholme",
        "social-worker",
        "crisis-team",
        "couples-families risk-often",
        "suitability",
        hopes="To stop refereeing.",
    ),
    Delegate("Leila Mansouri", "eastholme", "psychologist", "perinatal", "new-parents", "formulation", "read"),
    Delegate("Patrick Ogilvie", "tidewell", "wellbeing-practitioner", "talking-therapies", "first-episode", "evidence"),
    Delegate("Mei-Ling Chow", "eastholme", "nurse", "general-hospital", "physical-illness", "teaching-the-model"),
    Delegate("Tobias Kerr", "eastholme", "support-worker", "community-team", "isolated long-lasting", "own-practice"),
    Delegate(
        "Zainab Yusuf",
        "calderline",
        "nurse",
        "young-people",
        "under-18 couples-families",
        "suitability",
        worries="Most of the examples I read are about adults.",
    ),
    OWEN,
)
