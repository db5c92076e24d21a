"""What is typed about people and their places."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy

from ipt.accounts.models import Person
from ipt.course.actions.enrolment import Entrant
from ipt.ui.widgets import LongText

ADJUSTMENT = gettext_lazy("Anything to arrange for you?")
ADJUSTMENT_HELP = gettext_lazy(
    "Say what to do, not why: “large print”, “a seat by the door”. The tutors read it, nobody else."
)


class EntrantForm(forms.Form):
    """Somebody whom a tutor adds."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        required=False,
        help_text=gettext_lazy("Without one they get no messages; you can give them a personal link by hand."),
    )
    adjustment = forms.CharField(
        label=gettext_lazy("To arrange for them"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("What to do, not why: “large print”, “a seat by the door”."),
    )

    def clean_name(self) -> str:
        """One space between words."""
        return " ".join(str(self.cleaned_data["name"]).split())

    @property
    def entrant(self) -> Entrant:
        """Give what was typed."""
        typed = self.cleaned_data
        return Entrant(typed["name"], typed["email"].lower() or None, typed["adjustment"])


class EnrolForm(EntrantForm):
    """Somebody who asks for a place themselves; where no mail can be sent they need no address."""

    field_order = ("name", "email", "adjustment")

    def __init__(self, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        if person:
            # Who they are is known already.
            del self.fields["name"], self.fields["email"]
            self._say_adjustment()
            return
        self.fields["name"].label = gettext_lazy("Your name")
        self.fields["name"].help_text = gettext_lazy("As it should stand on your certificate.")
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        self.fields["email"].label = gettext_lazy("Your e-mail")
        self.fields["email"].help_text = gettext_lazy("For the dates, your personal link and your certificate.")
        self.fields["email"].required = bool(settings.MAIL_URL)
        self.fields["email"].widget.attrs["autocomplete"] = "email"
        self._say_adjustment()

    @property
    def entrant(self) -> Entrant:
        """Give what was typed, by whoever is signed in."""
        if self.person:
            return Entrant(self.person.name, self.person.email, self.cleaned_data["adjustment"])
        return super().entrant

    def _say_adjustment(self) -> None:
        self.fields["adjustment"].label = ADJUSTMENT
        self.fields["adjustment"].help_text = ADJUSTMENT_HELP


class PlaceForm(forms.Form):
    """What may be changed about a place."""

    certificate_name = forms.CharField(
        label=gettext_lazy("Name on the certificate"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Left empty: the name as it is here."),
    )
    adjustment = forms.CharField(
        label=gettext_lazy("To arrange"),
        max_length=300,
        required=False,
        help_text=ADJUSTMENT_HELP,
        widget=LongText(rows=2),
    )


class FileForm(forms.Form):
    """A list of people to be enrolled."""

    people = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy("Columns: name, email, adjustment. Only the name is needed."),
    )
