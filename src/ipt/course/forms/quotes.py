"""What a delegate types to take back that they may be quoted."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ipt.course.box import code_in
from ipt.ui.widgets import ShortText


class ReceiptForm(forms.Form):
    """The code that stood on the page after sending feedback."""

    code = forms.CharField(
        label=gettext_lazy("Receipt code"),
        help_text=gettext_lazy("Twelve letters and digits, such as 2345-6789-ABCD."),
        max_length=40,
        widget=ShortText(18, {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        """Read it with or without hyphens."""
        code = code_in(self.cleaned_data["code"])
        if not code:
            raise ValidationError(_("This is not a receipt code: it has twelve letters and digits."))
        return code
