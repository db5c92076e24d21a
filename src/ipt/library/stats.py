"""How much of everything a course holds, and what it serves."""

from collections.abc import Iterable, Mapping

from ipt.activities import Activity, Check, CheckQuestion
from ipt.library.values import Audience, BlockKind, Course, Tagged
from ipt.method import FocusArea, Phase, Technique

PRACTISED = (BlockKind.PRACTICE, BlockKind.ACTIVITY, BlockKind.RECALL)
BACKGROUND = {"origins", "evidence", "guidelines"}  # topics: "a little on the background", as the brochure has it

Counts = Mapping[str, int | dict[str, int]]
Stats = dict[str, Counts]


def content_stats(course: Course) -> Stats:
    """Counts of all, then the same by topic, outcome, focus area, technique and phase, and minutes.

    `questions` are those of the knowledge check's parallel forms, `cards` those to remember by, `handouts` the papers
    for patients.
    """
    kinds = _kinds(course)
    counts = {kind: len(things) for kind, things in kinds.items()} | {
        "block_handouts": sum(module.handout is not None for module in course.modules.values()),
        "modules": len(course.modules),
        "slides": sum(len(module.slides.slides) for module in course.modules.values() if module.slides),
        "forms": len(course.questions),
        "diagrams": len(course.diagrams),
        "references": len(course.references),
        "signposts": len(course.signposts.entries),
    }
    return {
        "counts": counts,
        "by_topic": _by(kinds, "topics", [topic.key for topic in course.topics]),
        "by_outcome": _by(kinds, "outcomes", [outcome.key for outcome in course.outcomes]),
        "by_focus_area": _by(kinds, "focus", FocusArea),
        "by_technique": _by(kinds, "techniques", Technique),
        "by_phase": _by(kinds, "phases", Phase),
        "minutes": _minutes(course),
    }


Thing = Tagged | Activity | CheckQuestion


def _kinds(course: Course) -> dict[str, list[Thing]]:
    asked: list[Thing] = [*course.activities.values(), *course.surveys.values()]
    forms = [course.surveys[key] for keys in course.questions.values() for key in keys]
    checks = [part for form in forms for part in form.parts if isinstance(part, Check)]
    return {
        "blocks": list(course.blocks),
        "activities": asked,
        "questions": [question for part in checks for question in part.questions],
        "cards": list(course.recall.values()),
        "monday_cards": list(course.monday.values()),
        "vignettes": list(course.vignettes.values()),
        "exchanges": list(course.exchanges.values()),
        "demonstrations": list(course.demonstrations.values()),
        "roleplays": list(course.roleplays.values()),
        "rounds": [played for played in course.roleplays.values() for _ in played.rounds],
        "papers": list(course.papers.values()),
        "handouts": [paper for paper in course.papers.values() if paper.audience is Audience.PATIENT],
    }


def _by(kinds: dict[str, list[Thing]], field: str, keys: Iterable[str]) -> dict[str, dict[str, int]]:
    return {
        str(key): {kind: sum(key in getattr(thing, field) for thing in things) for kind, things in kinds.items()}
        for key in keys
    }


def _minutes(course: Course) -> dict[str, int]:
    taught = [block for block in course.blocks if block.kind is not BlockKind.BREAK]
    return {
        "taught": sum(block.minutes for block in taught),
        "practised": sum(block.minutes for block in taught if block.kind in PRACTISED),
        "longest_input": max((block.minutes for block in taught if block.kind is BlockKind.INPUT), default=0),
        "background": sum(block.minutes for block in taught if BACKGROUND.intersection(block.topics[:1])),
    }
