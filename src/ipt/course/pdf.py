"""The certificate as a PDF."""

import datetime as dt
from pathlib import Path

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from ipt.course.models import Certificate
from ipt.course.queries.certificates import verify_address
from ipt.print.pdf import Pdf, compile_pdf

TEMPLATES = Path(__file__).parent / "print"


def certificate_pdf(certificate: Certificate) -> Pdf:
    """Print what the certificate states; it repeats the facts of the public page, so that an altered one is found."""
    facts = certificate.facts
    return compile_pdf(
        TEMPLATES / "certificate.typ",
        {
            "title": _("Certificate of attendance %(number)s") % {"number": certificate.number},
            "provider": facts["provider"],
            "heading": _("Certificate of attendance"),
            "lead": _("This is to say that"),
            "name": certificate.name,
            "statement": _("attended %(course)s: %(subtitle)s") % facts,
            "facts": [
                {"label": _("Dates"), "value": dates_of(certificate)},
                {"label": _("Attended"), "value": attended_in_words(facts["half_days"], facts["minutes"])},
                {"label": _("Where"), "value": facts["place"]},
                {
                    "label": ngettext("Tutor", "Tutors", len(facts["tutors"])),
                    "value": ", ".join(facts["tutors"]),
                },
                {"label": _("Rule met"), "value": facts["rule"]},
                {"label": _("Topics"), "value": "; ".join(facts["topics"])},
            ],
            "number_label": _("Number"),
            "number": certificate.number,
            "verify_label": _("Check it at"),
            "verify": verify_address(certificate.number),
            "issued": _("Issued on %(date)s")
            % {"date": formats.date_format(certificate.issued_at.astimezone(certificate.place.cohort.tz).date())},
            "footer": _(NOT_A_QUALIFICATION),
        },
    )


# Shown on paper and on the public page (facts/clinical.md C5, C11).
NOT_A_QUALIFICATION = gettext_noop(
    "This certificate states attendance at an introductory course. It is not a qualification, does not assess skill, "
    "and does not imply accreditation by IPT-UK or any other body."
)


def dates_of(certificate: Certificate) -> str:
    """Give the dates that a certificate states, in words."""
    return dates_in_words([dt.date.fromisoformat(day) for day in certificate.facts.get("dates", [])])


def dates_in_words(dates: list[dt.date]) -> str:
    """Say “1 June, 2 June and 15 June 2026”; the year stands once where it is the same."""
    same_year = len({date.year for date in dates}) == 1
    words = [formats.date_format(date, "j F" if same_year else "j F Y") for date in dates]
    if not words:
        return ""
    listed = (
        words[0]
        if len(words) == 1
        else _("%(first)s and %(last)s")
        % {
            "first": ", ".join(words[:-1]),
            "last": words[-1],
        }
    )
    return f"{listed} {dates[0].year}" if same_year else listed


def attended_in_words(half_days: int, minutes: int) -> str:
    """Say “6 half-days, 18 hours 5 minutes without breaks”."""
    hours, rest = divmod(minutes, 60)
    time = ngettext("%(hours)s hour", "%(hours)s hours", hours) % {"hours": hours}
    if rest:
        time += " " + ngettext("%(rest)s minute", "%(rest)s minutes", rest) % {"rest": rest}
    days = ngettext("%(count)s half-day", "%(count)s half-days", half_days) % {"count": half_days}
    return _("%(days)s, %(time)s without breaks") % {"days": days, "time": time}
