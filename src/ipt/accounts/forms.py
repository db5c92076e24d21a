"""What people type about themselves: name, e-mail address, password."""

from typing import Any

from allauth.account import forms as allauth_forms
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ipt.accounts.models import Person

PASSWORD_HELP = gettext_lazy("At least 12 characters. Four or five words that you will remember make a good one.")


class NameField(forms.CharField):
    """A person's name, in any script."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput({"autocomplete": "name"})
        super().__init__(label=gettext_lazy("Your name"), max_length=120, widget=widget, **kwargs)


class AddressField(forms.EmailField):
    """An e-mail address, kept in lower case."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.EmailInput({"autocomplete": "email"})
        super().__init__(label=gettext_lazy("E-mail address"), max_length=254, widget=widget, **kwargs)

    def clean(self, value: Any) -> str:
        """Give it in lower case."""
        return str(super().clean(value)).lower()


class NewPasswordField(forms.CharField):
    """A password for the first time; the action checks it against the person."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.PasswordInput({"autocomplete": "new-password"})
        super().__init__(
            label=gettext_lazy("Password"),
            help_text=PASSWORD_HELP,
            strip=False,
            max_length=200,
            widget=widget,
            **kwargs,
        )


class ClaimForm(forms.Form):
    """An account for somebody who has come without one."""

    email = AddressField()
    password = NewPasswordField()


class FirstRunForm(ClaimForm):
    """The first account of an installation."""

    name = NameField()
    field_order = ("name", "email", "password")


class PersonForm(forms.Form):
    """A person's own details. Moving the address of an account asks for the password: it could be taken over else."""

    name = NameField()
    email = AddressField(required=False)
    current_password = forms.CharField(
        label=gettext_lazy("Current password"),
        help_text=gettext_lazy("Only to change the e-mail address."),
        required=False,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )

    def __init__(self, person: Person, data: Any = None) -> None:
        super().__init__(data, initial={"name": person.name, "email": person.email or ""})
        self.person = person
        if not person.has_account:
            del self.fields["current_password"]

    def clean(self) -> dict[str, Any]:
        """Check the password when the address of an account moves."""
        cleaned = super().clean() or {}
        moved = "email" in cleaned and cleaned["email"] != (self.person.email or "")
        if self.person.has_account and moved and not self.person.check_password(cleaned.get("current_password", "")):
            self.add_error("current_password", _("Type your password to change your e-mail address."))
        return cleaned


def _plain(form: forms.Form, **labels: Any) -> None:
    """Give the sign-in library's fields our words, and no words inside the boxes."""
    form.fields.pop("password2", None)
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        field.label = labels.get(name, field.label)
        field.help_text = PASSWORD_HELP if name == "password1" else ""


class SignInForm(allauth_forms.LoginForm):  # type: ignore[misc]
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, login=_("E-mail address"), password=_("Password"))


class ChangePasswordForm(allauth_forms.ChangePasswordForm):  # type: ignore[misc]
    """The old password, then the new one, once: a browser can show what was typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, oldpassword=_("Current password"), password1=_("New password"))


class ResetPasswordForm(allauth_forms.ResetPasswordForm):  # type: ignore[misc]
    """The address to which a link goes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, email=_("E-mail address"))


class ResetPasswordKeyForm(allauth_forms.ResetPasswordKeyForm):  # type: ignore[misc]
    """The new password, once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, password1=_("New password"))
