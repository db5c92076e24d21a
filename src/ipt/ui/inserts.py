"""What a text sets in by its key: a diagram, a demonstration, a role play, and the facts of the room."""

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from ipt.library import Course
from ipt.library.markdown.nodes import Insert, InsertKind
from ipt.library.values import Demonstration, Diagram, RolePlay, Spoken, Stop, Turn

VenueLines = Sequence[tuple[str, str]]


def render_insert(insert: Insert, course: Course, venue: VenueLines, level: int) -> SafeString:
    """Render it with headings that begin at `level`."""
    match insert.kind:
        case InsertKind.DIAGRAM:
            return render_diagram(course.diagrams[insert.key])
        case InsertKind.DEMONSTRATION:
            return render_demonstration(course.demonstrations[insert.key], level)
        case InsertKind.ROLEPLAY:
            return render_roleplay(course.roleplays[insert.key], level)
        case InsertKind.VENUE:
            return render_to_string("ui/components/venue.html", {"venue": venue})


def render_diagram(diagram: Diagram) -> SafeString:
    """Draw it inline, so that it follows the theme; its content stands in words beside it."""
    return render_to_string("ui/components/diagram.html", {"diagram": diagram, "drawing": drawing_of(diagram)})


def drawing_of(diagram: Diagram) -> SafeString:
    """Give the drawing itself, which a reader of the screen passes over: its words stand beside it."""
    hidden = diagram.svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    return mark_safe(hidden)  # noqa: S308 -- the library lets no script, style or link through


def render_demonstration(shown: Demonstration, level: int) -> SafeString:
    """Set it as a play is set: who speaks, what they say, what they do, and where to stop."""
    facts = {"shown": shown, "versions": versions_of(shown), "level": level}
    return render_to_string("ui/components/demonstration.html", facts)


def versions_of(shown: Demonstration) -> list[tuple[str, list[tuple[str, Turn]]]]:
    """Give the weaker and the better version, each turn with its kind."""
    return [
        (name, [_kind(turn) for turn in turns]) for name, turns in (("weaker", shown.weaker), ("better", shown.better))
    ]


def _kind(turn: Turn) -> tuple[str, Turn]:
    if isinstance(turn, Spoken):
        return "spoken", turn
    return ("stop" if isinstance(turn, Stop) else "direction"), turn


def render_roleplay(played: RolePlay, level: int) -> SafeString:
    """Give the task and what observers look for; the cards are handed out on paper."""
    return render_to_string("ui/components/roleplay.html", {"played": played, "level": level})
