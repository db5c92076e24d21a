"""How `{{ form }}` becomes accessible fields: a summary of errors on top, then label, help, error, widget."""

from django.forms import BaseForm, BoundField, CheckboxInput, FileInput
from django.forms.renderers import TemplatesSetting


class AccessibleField(BoundField):
    """A field that knows where a link to it should lead and whether it may be left empty."""

    form: BaseForm

    @property
    def anchor(self) -> str:
        """Give the id of the first thing in the field that can take the focus."""
        if self.use_fieldset and not isinstance(self.field.widget, FileInput):
            return f"{self.auto_id}_0"
        return self.id_for_label or self.auto_id

    @property
    def optional(self) -> bool:
        """Say "(optional)" beside it: not for a single tick, nor in a form with `marks_optional = False`."""
        return not self.field.required and not self.is_tick and bool(getattr(self.form, "marks_optional", True))

    @property
    def is_tick(self) -> bool:
        """Tell a single checkbox, whose label stands after it."""
        return isinstance(self.field.widget, CheckboxInput)


class FormRenderer(TemplatesSetting):
    """Renders forms and fields with the templates of this app, widgets with Django's own."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
    bound_field_class = AccessibleField
