"""What a tutor notes about the room."""

from django import forms
from django.utils.translation import gettext_lazy
from django_stubs_ext import StrPromise

from ipt.course.models import LONGEST_NOTE
from ipt.course.queries.venue import NOTES
from ipt.ui.widgets import LongText


def _note(name: str, help_text: StrPromise) -> forms.CharField:
    return forms.CharField(
        label=NOTES[name],
        help_text=help_text,
        max_length=LONGEST_NOTE,
        error_messages={"max_length": gettext_lazy("Please use at most %(limit_value)d characters here.")},
        required=False,
        widget=LongText(rows=2),
    )


class VenueForm(forms.Form):
    """A line or two each; what is left empty is not shown."""

    marks_optional = False

    venue_breaks = _note("venue_breaks", gettext_lazy("Where they are; when, if it is not as in the timetable."))
    venue_finish = _note("venue_finish", gettext_lazy("Leave it empty if it is as in the timetable."))
    venue_fire = _note("venue_fire", gettext_lazy("How it sounds, where the exits are, where everybody meets."))
    venue_wifi = _note("venue_wifi", gettext_lazy("The network, and how to get in."))
    venue_access = _note("venue_access", gettext_lazy("Toilets, the way without steps, a quiet room."))
    venue_food = _note("venue_food", gettext_lazy("What there is and where, or what to bring."))
