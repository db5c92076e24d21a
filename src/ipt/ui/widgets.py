"""The widgets of the product's forms: Django's own, with the browser's pickers, sizes and groups."""

from typing import Any

from django import forms
from django_stubs_ext import StrOrPromise


class DateInput(forms.DateInput):
    """A date with the browser's own picker, which speaks ISO 8601."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """A time of day to the minute with the browser's own picker."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%H:%M")


class ShortText(forms.TextInput):
    """A line as long as its answer, such as a room code."""

    def __init__(self, size: int = 10, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"size": size, **(attrs or {})})


class Numeral(forms.TextInput):
    """A whole number: a phone shows digits, and no wheel changes it by accident."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "numeric", "autocomplete": "off", **(attrs or {})})


class LongText(forms.Textarea):
    """A few sentences."""

    def __init__(self, rows: int = 5, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": rows, "cols": 60, **(attrs or {})})


class Radios(forms.RadioSelect):
    """One of a few, all in sight."""

    template_name = "ui/widgets/choices.html"


class Checkboxes(forms.CheckboxSelectMultiple):
    """Any of a few, all in sight."""

    template_name = "ui/widgets/choices.html"


class Scale(forms.RadioSelect):
    """Whole numbers in a row, with words at both ends."""

    template_name = "ui/widgets/scale.html"

    def __init__(self, least: StrOrPromise = "", most: StrOrPromise = "", attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.least = least
        self.most = most

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the words at the ends."""
        context = super().get_context(name, value, attrs)
        labels = [label for _value, label in self.choices]
        context["widget"].update(least=self.least, most=self.most, first=labels[0], last=labels[-1])
        return context
