"""Forms around certificates."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ipt.ui.widgets import ShortText


class CorrectForm(forms.Form):
    """The name as it is to stand."""

    name = forms.CharField(
        label=_("Name on the certificate"),
        max_length=120,
        help_text=_("Any script. The earlier certificate will say that it was replaced."),
    )


class RevokeForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_("Whoever verifies this certificate will read it: write no personal detail."),
    )


class VerifyForm(forms.Form):
    """A number as it is read from paper."""

    number = forms.CharField(
        label=_("Certificate number"),
        max_length=40,
        widget=ShortText(16, {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        help_text=_("It stands at the foot of the certificate, such as IPT-7F3K-9QXM."),
    )
