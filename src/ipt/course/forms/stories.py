"""What a tutor looks for among the stories."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ipt.course.queries.stories import AGES, SETTINGS, Wanted
from ipt.method import FocusArea

ANY = ("", _("Any"))


class StoryFilter(forms.Form):
    """Three choices; what is not among them is taken for any."""

    marks_optional = False

    setting = forms.ChoiceField(label=_("Setting"), choices=[ANY, *SETTINGS.items()], required=False)
    age_group = forms.ChoiceField(label=_("Age"), choices=[ANY, *AGES.items()], required=False)
    focus = forms.ChoiceField(
        label=_("Focus area"), choices=[ANY, *((area.value, area.label) for area in FocusArea)], required=False
    )

    @property
    def wanted(self) -> Wanted:
        """Give what was chosen."""
        self.is_valid()
        return Wanted(**{name: self.cleaned_data.get(name, "") for name in self.fields})
