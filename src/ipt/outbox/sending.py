"""Hand one message to the mail server, and say in words without personal data what came of it."""

import logging
import smtplib
from dataclasses import dataclass
from email.mime.text import MIMEText
from email.utils import parseaddr

import icalendar
from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from ipt.outbox.models import Message

logger = logging.getLogger(__name__)

# Where the secret address goes in a body.
SECRET = "{secret}"  # noqa: S105 -- a mark, not a secret
# Nobody answers: the next message would fare no better.
UNREACHED = (smtplib.SMTPConnectError, smtplib.SMTPServerDisconnected)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one attempt; `reached` is False when there was no mail server to talk to."""

    reason: str = ""
    reached: bool = True

    @property
    def accepted(self) -> bool:
        """Whether the mail server took the message."""
        return not self.reason


def deliver(message: Message) -> Outcome:
    """Send one message to its one recipient."""
    try:
        outcome = Outcome() if email_of(message).send() else Outcome(_("The mail server did not take the message."))
    except Exception as error:  # noqa: BLE001 -- whatever is wrong with one message, the others must go out
        outcome = _failure(error)
    if not outcome.accepted:
        # The error itself may quote the address or the text, so the log has the reason alone.
        logger.warning("Message %s was not sent: %s", message.pk, outcome.reason)
    return outcome


def email_of(message: Message) -> EmailMessage:
    """Build the e-mail: plain text, and its dates as calendar files, one a half-day."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    email = EmailMessage(
        subject=message.subject,
        body=message.body.replace(SECRET, message.secret),
        to=[message.recipient],
        # Stable, so that whoever receives it twice after a crash sees one.
        headers={"Message-ID": f"<{message.pk}@{domain}>", "Auto-Submitted": "auto-generated"},
    )
    for part in calendar_parts(message.calendar):
        email.attach(part)
    return email


def calendar_parts(calendars: str) -> list[MIMEText]:
    """Make one attachment of each calendar in the text, marked with its method (RFC 6047, 2.4).

    Several events that ask for a reply never share one calendar object (RFC 5546, 3.2.2).
    """
    if not calendars:
        return []
    parts = []
    for number, calendar in enumerate(icalendar.Calendar.from_ical(calendars, multiple=True), start=1):
        part = MIMEText(calendar.to_ical().decode(), "calendar", "utf-8")
        part.set_param("method", str(calendar["method"]))
        part.add_header("Content-Disposition", "attachment", filename=f"half-day-{number}.ics")
        parts.append(part)
    return parts


def _failure(error: Exception) -> Outcome:
    """Say what went wrong; codes are kept, words of the mail server are not: they quote addresses."""
    if isinstance(error, UNREACHED) or (isinstance(error, OSError) and not isinstance(error, smtplib.SMTPException)):
        return Outcome(_("The mail server could not be reached."), reached=False)
    match error:
        case smtplib.SMTPAuthenticationError():
            return Outcome(_("The mail server refused our name and password."), reached=False)
        case smtplib.SMTPRecipientsRefused():
            code = next(code for code, _words in error.recipients.values())
            return Outcome(_("The mail server refused this address (%(code)s).") % {"code": code})
        case smtplib.SMTPResponseException():
            return Outcome(_("The mail server refused the message (%(code)s).") % {"code": error.smtp_code})
    name = type(error).__name__
    return Outcome(_("The message could not be put together (%(name)s).") % {"name": name})
