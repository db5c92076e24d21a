"""What this product tells django-allauth."""

import logging
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from ipt.accounts import sessions
from ipt.accounts.actions.people import change_password
from ipt.accounts.limits import address_of
from ipt.accounts.models import Person

logger = logging.getLogger(__name__)
# Stands in the list of sessions where the library would keep an address.
NOWHERE = "0.0.0.0"  # noqa: S104 -- nothing is bound to it


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """People come by invitation; their addresses are not kept; mails are short and plain."""

    error_messages: ClassVar[dict[str, StrOrPromise]] = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("This address and this password do not belong together."),
        "enter_current_password": _("This is not your password."),
        "incorrect_password": _("This is not your password."),
        "too_many_login_attempts": _("Too many tries with this address. Wait five minutes, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 -- the library's signature
        """Nobody signs themselves up."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Count strangers' tries by address; of a person who is signed in none is kept."""
        return NOWHERE if request.user.is_authenticated else address_of(request)

    def post_login(self, request: HttpRequest, user: Person, **kwargs: Any) -> HttpResponse:
        """List the session once the password was right."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        sessions.keep(request, {"by": "password"})
        return response

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 -- the library's signature
        """Lead back to the account page."""
        return reverse("accounts:account")

    def set_password(self, user: Person, password: str) -> None:
        """Change it by our own action, which records it."""
        change_password(person=user, password=password, now=timezone.now())

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Name the address that people know, not the one that this request came to."""
        path: str = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return settings.SERVED_URL + path.replace("UID-KEY", key)

    def format_email_subject(self, subject: str) -> str:
        """Subjects stand by themselves."""
        return subject

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send it; a mail server that is down must not tell a stranger which addresses are known."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:
            logger.exception("The mail %s could not be sent.", template_prefix)
