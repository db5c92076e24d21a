"""What is typed at the door: a code and a name outside, as whom inside."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ipt.course.models import Place
from ipt.course.rules.door import ALPHABET, LENGTH, tidied
from ipt.ui.widgets import ShortText

NEW = "new"


class JoinForm(forms.Form):
    """Somebody outside: the code on the wall, and their name."""

    code = forms.CharField(
        label=gettext_lazy("Room code"),
        help_text=gettext_lazy("Six letters and digits. Your tutor shows it in the room."),
        max_length=20,
        widget=ShortText(8, {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=gettext_lazy("Your name"),
        help_text=gettext_lazy("As your tutor knows it."),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "name"}),
    )

    def clean_code(self) -> str:
        """Give it as it was meant; what cannot be a code is not looked up."""
        code = tidied(self.cleaned_data["code"])
        if len(code) != LENGTH or set(code) - set(ALPHABET):
            raise ValidationError(_("A room code has six letters and digits. Look again at the one in the room."))
        return code


class LetInForm(forms.Form):
    """A tutor inside: as whom somebody comes in."""

    place = forms.ChoiceField(label=gettext_lazy("Let in as"))

    def __init__(self, places: Sequence[Place], data: Any = None, *, has_room: bool, name: str) -> None:
        super().__init__(data, auto_id=False)
        self.places = {str(place.id): place for place in places}
        choices = [("", _("Choose who this is"))]
        choices += [(str(place.id), place.person.name) for place in places]
        if has_room:
            choices.append((NEW, _("Somebody new: give %(name)s a place") % {"name": name}))
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- for the type checker
        field.choices = choices

    def chosen(self) -> Place | None:
        """The place that was chosen; None for somebody new."""
        return self.places.get(self.cleaned_data["place"])
