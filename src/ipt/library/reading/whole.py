"""What must hold across a whole pack: everything promised is served, and nothing retired comes back."""

import re
from collections.abc import Iterable

from ipt.activities import Check
from ipt.library.index import Index, Named, Sort, User
from ipt.library.markdown.nodes import Paragraph, plain
from ipt.library.reading.forms import faults_of_forms
from ipt.library.reading.sources import Sources
from ipt.library.values import Course, HalfDay

MINUTES = re.compile(r"(\d+) minutes?\b")
LASTING = (
    Sort.TOPIC, Sort.OUTCOME, Sort.HALF_DAY, Sort.BLOCK, Sort.ACTIVITY, Sort.PART, Sort.DEMONSTRATION, Sort.ROLEPLAY,
    Sort.ROUND, Sort.VIGNETTE, Sort.EXCHANGE, Sort.MONDAY, Sort.RECALL, Sort.PAPER, Sort.DIAGRAM,
)  # fmt: skip
PROMISED = (Sort.TOPIC, Sort.OUTCOME, Sort.FOCUS, Sort.TECHNIQUE, Sort.PHASE)
SERVING = (User.BLOCK, User.ACTIVITY, User.QUESTION, User.CARD)
TO_BE_USED = (Sort.MODULE, Sort.ACTIVITY, Sort.REFERENCE, Sort.DIAGRAM, Sort.DEMONSTRATION, Sort.ROLEPLAY)


def refuse(sources: Sources, course: Course, retired: Iterable[Named]) -> None:
    """Note what forbids the use of the pack."""
    sources.index.resolve()
    _refuse_unserved(sources)
    _refuse_retired(sources, retired)
    for found, expected in faults_of_forms(course):
        sources.sheet("course.yaml").wrong(1, found, expected)


def _refuse_unserved(sources: Sources) -> None:
    """Nothing is promised that no block serves."""
    for sort in (Sort.TOPIC, Sort.OUTCOME):
        for key in sources.index.keys(sort):
            if key and key not in sources.index.used(sort, User.BLOCK):
                place = sources.index.defined[sort, key]
                sources.sheet(place.file).wrong(place.line, f'the {sort} "{key}" in no block', "a block for it")


def _refuse_retired(sources: Sources, retired: Iterable[Named]) -> None:
    """A key that once meant something else must not come back."""
    for named in retired:
        for sort in LASTING:
            if place := sources.index.defined.get((sort, named.key)):
                found = f'the retired key "{named.key}" ({sort})'
                sources.sheet(place.file).wrong(place.line, found, "a key that was never used")


def gaps(index: Index, course: Course) -> list[str]:
    """What is promised and not served, forms that are not parallel, and run sheets that tell other minutes."""
    return _not_served(index) + _not_parallel(course) + _not_timed(course)


def _not_timed(course: Course) -> list[str]:
    """A run sheet that begins with its minutes says those of the block."""
    return [
        f'The run sheet of the block "{block.key}" says {said[1]} minutes, the block has {block.minutes}.'
        for block in course.blocks
        if block.module and block.module.tutor.nodes
        for first in [block.module.tutor.nodes[0]]
        if isinstance(first, Paragraph)
        if (said := MINUTES.match(plain(first.children))) and int(said[1]) != block.minutes
    ]


def _not_parallel(course: Course) -> list[str]:
    """Each form asks about the same topics and outcomes, question by question, as the first."""
    blueprints = {
        form: [
            (question.topics, question.outcomes)
            for key in keys
            for part in course.surveys[key].parts
            if isinstance(part, Check)
            for question in part.questions
        ]
        for form, keys in course.questions.items()
    }
    first = next(iter(blueprints), "")
    return [
        f"The questions of {form} are not about the same topics and outcomes, in the same order, as those of {first}."
        for form, blueprint in blueprints.items()
        if blueprint != blueprints[first]
    ]


def _not_served(index: Index) -> list[str]:
    """What is promised, or belongs to the method, and has no block, no activity, no question or no card."""
    served = {(sort, user): index.used(sort, user) for sort in PROMISED for user in SERVING}
    return [
        f'The {sort} "{key}" has {" and ".join(missing)}.'
        for sort in PROMISED
        for key in filter(None, index.keys(sort))
        if (missing := [f"no {user}" for user in SERVING if key not in served[sort, user]])
    ]


def unused(index: Index, asked_elsewhere: set[str]) -> list[str]:
    lines = []
    for sort in TO_BE_USED:
        used = asked_elsewhere | index.used(sort, *User)
        if left := [key for key in index.keys(sort) if key not in used]:
            lines.append(f"Nothing uses the {sort} {', '.join(left)}.")
    return lines


def length(half_day: HalfDay) -> str:
    return (
        f"{half_day.key}: {half_day.starts:%H:%M} to {half_day.ends:%H:%M}, "
        f"{half_day.minutes} minutes, at least {half_day.least_minutes}"
    )
