"""What people need to know in the room: breaks, exits, Wi-Fi, as the tutor has noted it."""

from typing import TypeAlias

from django.utils.translation import gettext_lazy

from ipt.course.models import Cohort

Lines: TypeAlias = list[tuple[str, str]]

# The notes of a cohort, in the order in which they are told.
NOTES = {
    "venue_breaks": gettext_lazy("Breaks"),
    "venue_finish": gettext_lazy("Finish"),
    "venue_fire": gettext_lazy("If the fire alarm sounds"),
    "venue_wifi": gettext_lazy("Wi-Fi"),
    "venue_access": gettext_lazy("Toilets and access"),
    "venue_food": gettext_lazy("Food and drink"),
}


def venue_lines(cohort: Cohort) -> Lines:
    """Give what is noted, each with its label (no query); what is left empty is left out."""
    return [(str(label), text) for name, label in NOTES.items() if (text := getattr(cohort, name))]


def notes_of(cohort: Cohort) -> dict[str, str]:
    """Give all notes by the name of their field."""
    return {name: getattr(cohort, name) for name in NOTES}
