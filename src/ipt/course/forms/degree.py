"""What a delegate chooses about their own use of IPT."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from ipt.method import Degree
from ipt.ui.widgets import Radios

OPEN = ("", gettext_lazy("I leave it open."))


class DegreeForm(forms.Form):
    """One of the four degrees with what it needs, or none of them."""

    marks_optional = False

    degree = forms.ChoiceField(
        label=gettext_lazy("How far do you want to use IPT?"),
        choices=[
            *((one.value, format_html("<span><strong>{}.</strong> {}</span>", one.label, one.text)) for one in Degree),
            OPEN,
        ],
        required=False,
        widget=Radios(),
    )

    @property
    def chosen(self) -> Degree | None:
        """Give what was chosen; None: left open."""
        value = self.cleaned_data["degree"]
        return Degree(value) if value else None
