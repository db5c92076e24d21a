"""Where to turn, on paper: the whole list, and the few lines at the foot of what a patient is handed."""

from ipt.library import Course, Signpost
from ipt.print import nodes
from ipt.print.nodes import Json, Nodes, words

# The needs that no paper for a patient goes without, as the course's list (signposts.yaml) begins them; and one more
# that stands beside them where the list has it, for a country without the number 111.
NEEDED = ("Immediate danger to life", "Urgent mental health help", "Somebody to listen")
URGENT = (*NEEDED, "Crisis support")


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


def urgent(course: Course) -> list[Signpost]:
    """Who answers the urgent needs, in the order of the list."""
    needs = [entry.need for entry in course.signposts.entries]
    for need in NEEDED:
        if not any(each.startswith(need) for each in needs):
            raise NobodyToTurnTo(f"signposts.yaml has nobody for “{need}”, which every paper for a patient names.")
    return [entry for entry in course.signposts.entries if entry.need.startswith(URGENT)]


def _how(entry: Signpost) -> list[str | Json]:
    return words(_sentence(entry))


def _sentence(entry: Signpost) -> str:
    contact = entry.contact.removesuffix(".")
    hours = f" ({entry.hours[0].lower()}{entry.hours[1:]})" if entry.hours else ""
    return f"{contact}{hours}."
