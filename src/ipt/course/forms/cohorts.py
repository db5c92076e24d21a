"""What a tutor types about a cohort: its plan, its dates, its decision and its tutors."""

import datetime as dt
import zoneinfo
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ipt.course.models import LEAST_PEOPLE, MOST_PEOPLE, Cohort, HalfDay
from ipt.ui.widgets import DateInput, LongText, Numeral, Radios, ShortText, TimeInput

REASON = 300


class CohortForm(forms.Form):
    """The plan of a cohort that exists."""

    title = forms.CharField(
        label=gettext_lazy("Name of the cohort"),
        max_length=120,
        help_text=gettext_lazy("As people will know it, for example “Spring cohort, Northside”."),
    )
    provider = forms.CharField(
        label=gettext_lazy("Provider"),
        max_length=120,
        help_text=gettext_lazy("Who offers the course; it stands on certificates."),
    )
    venue = forms.CharField(
        label=gettext_lazy("Venue"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Name and address, with the room. Leave empty if it is online."),
    )
    online_link = forms.URLField(
        label=gettext_lazy("Online link"),
        max_length=300,
        required=False,
        assume_scheme="https",
        help_text=gettext_lazy("Shown to people with a place alone."),
    )
    contact_email = forms.EmailField(
        label=gettext_lazy("Questions to"),
        required=False,
        help_text=gettext_lazy("An e-mail address for people who have a question."),
    )
    least = forms.IntegerField(
        label=gettext_lazy("Fewest people"),
        initial=LEAST_PEOPLE,
        min_value=1,
        max_value=MOST_PEOPLE,
        widget=Numeral({"size": 4}),
        help_text=gettext_lazy("Below this, going ahead needs a reason."),
    )
    most = forms.IntegerField(
        label=gettext_lazy("Most people"),
        initial=MOST_PEOPLE,
        min_value=1,
        max_value=MOST_PEOPLE,
        widget=Numeral({"size": 4}),
        help_text=gettext_lazy("Everybody after that waits in turn. Fifteen at most."),
    )
    decide_on = forms.DateField(
        label=gettext_lazy("Go/no-go date"),
        widget=DateInput(),
        help_text=gettext_lazy("You are reminded at nine that morning."),
    )
    hold_hours = forms.IntegerField(
        label=gettext_lazy("Hours an offer holds"),
        initial=48,
        min_value=1,
        max_value=336,
        widget=Numeral({"size": 4}),
        help_text=gettext_lazy("How long the next person on the waiting list has to say yes to a free place."),
    )
    half_days_needed = forms.IntegerField(
        label=gettext_lazy("Half-days needed for a certificate"),
        initial=6,
        min_value=1,
        max_value=6,
        widget=Numeral({"size": 4}),
    )
    minutes_tolerated = forms.IntegerField(
        label=gettext_lazy("Minutes of a half-day that may be missed"),
        initial=15,
        min_value=0,
        max_value=120,
        widget=Numeral({"size": 4}),
    )
    zone = forms.CharField(
        label=gettext_lazy("Time zone"),
        initial="Europe/London",
        max_length=64,
        widget=ShortText(size=24),
        help_text=gettext_lazy("As in “Europe/London”: all times of the cohort are local to it."),
    )

    FURTHER = ("least", "most", "hold_hours", "half_days_needed", "minutes_tolerated", "zone")

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """Give what every cohort needs a word on."""
        return [field for field in self if field.name not in self.FURTHER]

    @property
    def further_fields(self) -> list[forms.BoundField]:
        """Give what is usually left as it is."""
        return [field for field in self if field.name in self.FURTHER]

    def clean_zone(self) -> str:
        """An IANA name that this machine knows."""
        name = str(self.cleaned_data["zone"]).strip()
        if name not in zoneinfo.available_timezones():
            raise ValidationError(_("“%(name)s” is not a time zone. Write it as in “Europe/London”.") % {"name": name})
        return name

    def clean(self) -> dict[str, Any]:
        """The fewest are not more than the most."""
        cleaned = super().clean() or self.cleaned_data
        least, most = cleaned.get("least"), cleaned.get("most")
        if least and most and least > most:
            self.add_error("least", _("The fewest cannot be more than the most."))
        return cleaned


class PlanForm(CohortForm):
    """The plan of a new cohort: its first day gives the six half-days, which can then be moved."""

    first_day = forms.DateField(
        label=gettext_lazy("First day"),
        widget=DateInput(),
        help_text=gettext_lazy("Three working days in a row are filled in; each half-day can be moved afterwards."),
    )
    field_order = ("title", "provider", "first_day")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decide_on"].required = False
        self.fields["decide_on"].help_text = _("Left empty: two weeks before the first day.")

    def clean(self) -> dict[str, Any]:
        """An empty go/no-go date takes its default, two weeks before the course."""
        cleaned = super().clean()
        if cleaned.get("decide_on") is None:
            cleaned.pop("decide_on", None)
        return cleaned


def plan_of(cohort: Cohort) -> dict[str, Any]:
    """Give a cohort's plan as the form's first values."""
    return {name: getattr(cohort, name) for name in CohortForm.base_fields}


class DatesForm(forms.Form):
    """Date and start of each half-day."""

    def __init__(self, *args: Any, half_days: Sequence[HalfDay], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.half_days = half_days
        for half_day in half_days:
            number = half_day.number
            self.fields[f"date_{number}"] = forms.DateField(
                label=_("Half-day %(number)s: date") % {"number": number}, initial=half_day.date, widget=DateInput()
            )
            self.fields[f"starts_{number}"] = forms.TimeField(
                label=_("Half-day %(number)s: starts at") % {"number": number},
                initial=half_day.starts,
                widget=TimeInput(),
            )

    @property
    def rows(self) -> list[tuple[HalfDay, forms.BoundField, forms.BoundField]]:
        """Give each half-day with its two fields."""
        return [(day, self[f"date_{day.number}"], self[f"starts_{day.number}"]) for day in self.half_days]

    @property
    def times(self) -> dict[int, tuple[dt.date, dt.time]]:
        """Give what was typed, by half-day."""
        typed = self.cleaned_data
        return {day.number: (typed[f"date_{day.number}"], typed[f"starts_{day.number}"]) for day in self.half_days}


class DecisionForm(forms.Form):
    """Go or no-go."""

    verdict = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        choices=[
            ("go", gettext_lazy("Go: the course takes place")),
            ("cancel", gettext_lazy("No-go: cancel the cohort and tell everybody")),
        ],
        widget=Radios(),
    )
    note = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=REASON,
        required=False,
        widget=LongText(rows=3),
        help_text=gettext_lazy(
            "Kept with the decision. Needed to go ahead below the minimum; told to everybody when you cancel."
        ),
    )


class ReasonForm(forms.Form):
    """A reason that must be given."""

    note = forms.CharField(label=gettext_lazy("Reason"), max_length=REASON, widget=LongText(rows=3))


class TutorForm(forms.Form):
    """Somebody who shall run the cohort too."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        help_text=gettext_lazy("Whoever has an account here is added at once; anybody else is sent a link, once."),
    )
