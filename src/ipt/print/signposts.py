"""Where to turn, on paper: the whole list, and the few lines at the foot of what a patient is handed."""

from ipt.library import Course, Signpost
from ipt.library.values.course import NEEDED
from ipt.print import nodes
from ipt.print.nodes import Json, Nodes, words


class NobodyToTurnTo(Exception):
    """The list of a course lacks an urgent need; the message is one sentence."""


def where_to_get_help(course: Course) -> Nodes:
    """The list with the day on which it was checked."""
    checked = course.signposts.checked
    return [
        nodes.heading(1, words("Where to get help"), label="help"),
        nodes.paragraph(words(f"This list was last checked on {checked.day} {checked:%B %Y}.")),
        nodes.table(
            [words(head) for head in ("Need", "Who", "How")],
            [[words(each.need), words(each.name), _how(each)] for each in course.signposts.entries],
            (3, 3, 4),
        ),
    ]


def crisis_foot(course: Course) -> Json:
    """What stands at the foot of every paper for a patient."""
    lines = [[f"{entry.need}: ", nodes.strong(entry.name), f". {_sentence(entry)}"] for entry in urgent(course)]
    return {"is": "crisis", "title": "This is not a crisis service", "items": lines}


def urgent(course: Course) -> tuple[Signpost, ...]:
    """Who answers the urgent needs; somebody must, for each."""
    needs = [entry.need for entry in course.signposts.urgent]
    for need in NEEDED:
        if not any(each.startswith(need) for each in needs):
            raise NobodyToTurnTo(f"signposts.yaml has nobody for “{need}”, which every paper for a patient names.")
    return course.signposts.urgent


def _how(entry: Signpost) -> list[str | Json]:
    return words(_sentence(entry))


def _sentence(entry: Signpost) -> str:
    contact = entry.contact.removesuffix(".")
    hours = f" ({entry.hours[0].lower()}{entry.hours[1:]})" if entry.hours else ""
    return f"{contact}{hours}."
