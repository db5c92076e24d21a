"""The register of one half-day as a form: one row per place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from ipt.course.actions.attendance import Mark
from ipt.course.models import Attendance, HalfDay, Place
from ipt.ui.widgets import Numeral, Radios

THERE = [("yes", _("There")), ("no", _("Not there"))]
SOURCES = [(Attendance.Source.TUTOR, _("I saw them")), (Attendance.Source.PAPER, _("From the paper register"))]


@dataclass(frozen=True, slots=True)
class Row:
    """One place's line: who, the two fields, and the mark that stands."""

    place: Place
    there: BoundField
    missed: BoundField
    standing: Attendance | None


class RegisterForm(forms.Form):
    """Who is there, and how many minutes each has missed. A line left open stays unmarked."""

    source = forms.ChoiceField(
        label=_("Where these marks come from"), choices=SOURCES, initial=Attendance.Source.TUTOR, widget=Radios
    )
    reason = forms.CharField(
        label=_("Why, if you correct an earlier mark"),
        help_text=_("A few words, such as “signed the wrong line”. The earlier mark is kept."),
        max_length=200,
        required=False,
    )

    def __init__(
        self, *args: Any, half_day: HalfDay, places: tuple[Place, ...], standing: dict[Any, Attendance], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.half_day = half_day
        self.places = places
        self.standing = standing
        for place in places:
            mark = standing.get(place.id)
            self.fields[f"there-{place.id}"] = forms.ChoiceField(
                label=_("%(name)s: there?") % {"name": place.person.name},
                choices=THERE,
                required=False,
                widget=Radios,
                initial=("yes" if mark.present else "no") if mark else None,
            )
            minutes = _("%(name)s: minutes missed") % {"name": place.person.name}
            self.fields[f"missed-{place.id}"] = forms.IntegerField(
                label=minutes,
                required=False,
                min_value=0,
                max_value=half_day.minutes - 1,
                widget=Numeral({"size": 4, "aria-label": minutes}),
                initial=mark.minutes_missed if mark and mark.present and mark.minutes_missed else None,
            )

    def rows(self) -> Iterator[Row]:
        """Give the lines in the order of names."""
        for place in self.places:
            yield Row(place, self[f"there-{place.id}"], self[f"missed-{place.id}"], self.standing.get(place.id))

    def clean(self) -> dict[str, Any]:
        """Minutes belong to somebody who was there."""
        cleaned = super().clean() or self.cleaned_data
        for place in self.places:
            missed = cleaned.get(f"missed-{place.id}")
            if missed and cleaned.get(f"there-{place.id}") != "yes":
                self.add_error(f"missed-{place.id}", _("Mark “There” as well, or take the minutes out."))
        return cleaned

    def marks(self) -> list[Mark]:
        """Give what was marked."""
        return [
            Mark(place, there == "yes", self.cleaned_data.get(f"missed-{place.id}") or 0)
            for place in self.places
            if (there := self.cleaned_data.get(f"there-{place.id}"))
        ]
