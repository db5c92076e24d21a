"""What a message may say about a cohort, in words: who runs it, when, where, and whom to ask."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ipt.accounts.models import Person
from ipt.course.models import Cohort, HalfDay, Membership


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one cohort, read once for all who are told."""

    cohort: Cohort
    half_days: Sequence[HalfDay]
    tutors: str

    @property
    def title(self) -> str:
        """The cohort's title, on one line."""
        return one_line(self.cohort.title)

    @property
    def provider(self) -> str:
        """Who holds the course, on one line."""
        return one_line(self.cohort.provider)

    @property
    def where(self) -> str:
        """The room, the online link, or both: for those who are in the course."""
        return "; ".join(one_line(text) for text in (self.cohort.venue, self.cohort.online_link) if text)

    @property
    def whereabouts(self) -> str:
        """The room; whoever has no place gets no link to the meeting."""
        return one_line(self.cohort.venue) or _("online; the link comes with the place")

    @property
    def note(self) -> str:
        """What was said when it was decided."""
        return one_line(self.cohort.decision_note)

    @property
    def contact(self) -> str:
        """Whom to ask."""
        return one_line(self.cohort.contact_email)

    @property
    def town(self) -> str:
        """Whose clock the times follow."""
        return self.cohort.zone.rpartition("/")[2].replace("_", " ")

    @property
    def dates(self) -> list[str]:
        """All half-days, a line a day."""
        return self.days(self.half_days)

    @property
    def decide_on(self) -> str:
        """The day on which it is decided whether the course goes ahead."""
        return date_format(self.cohort.decide_on, "l j F Y")

    @property
    def decide(self) -> str:
        """Where a tutor decides."""
        return settings.SERVED_URL + reverse("course:decide", args=[self.cohort.id])

    @property
    def enrol(self) -> str:
        """Where anybody asks for a place."""
        return settings.SERVED_URL + reverse("course:enrol", args=[self.cohort.id])

    def days(self, half_days: Sequence[HalfDay]) -> list[str]:
        """Give some half-days in words, a line a day."""
        lines = []
        in_order = sorted(half_days, key=lambda half_day: (half_day.date, half_day.starts))
        for date, group in groupby(in_order, key=lambda half_day: half_day.date):
            times = [
                _("%(from)s to %(to)s") % {"from": f"{day.starts:%H:%M}", "to": f"{day.ends_at(self.cohort.tz):%H:%M}"}
                for day in group
            ]
            lines.append(f"{date_format(date, 'l j F Y')}, {_(' and ').join(times)}")
        return lines

    def moment(self, instant: dt.datetime) -> str:
        """Give an instant in words, by the cohort's clock."""
        local = instant.astimezone(self.cohort.tz)
        words = {"date": date_format(local.date(), "l j F Y"), "time": f"{local:%H:%M}", "town": self.town}
        return _("%(date)s at %(time)s (%(town)s time)") % words


def facts_of(cohort: Cohort) -> Facts:
    """Read what messages say about a cohort."""
    return Facts(cohort, list(cohort.half_days.all()), _(" and ").join(person.name for person in tutors_of(cohort)))


def tutors_of(cohort: Cohort) -> list[Person]:
    """Give the cohort's tutors, by name."""
    return list(
        Person.objects.filter(
            memberships__cohort=cohort, memberships__role=Membership.Role.TUTOR, is_active=True
        ).order_by("name", "id")
    )


def one_line(text: str) -> str:
    """Take line breaks out: what stands after one could pass for something else in a message."""
    return " ".join(text.split())
