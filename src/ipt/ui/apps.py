"""Make `ui` a Django app, for its templates, static files and tags."""

from django import forms
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UiConfig(AppConfig):
    """The page shell and components."""

    name = "ipt.ui"
    label = "ui"

    def ready(self) -> None:
        """Ask for what is missing in words of this product, in every form."""
        forms.Field.default_error_messages["required"] = _("Please fill this in.")
        forms.ChoiceField.default_error_messages["required"] = _("Please choose.")
        forms.ModelChoiceField.default_error_messages["required"] = _("Please choose.")
        forms.BooleanField.default_error_messages = {"required": _("Please tick this to go on.")}
