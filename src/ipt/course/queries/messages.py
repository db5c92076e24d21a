"""What was written to the people of a cohort, for its tutors."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from ipt.accounts.models import Person
from ipt.course.models import Cohort
from ipt.course.queries.cohorts import cohort_for
from ipt.outbox.models import Message
from ipt.outbox.queries import Standing, message_with, standing_of

User = Person | AnonymousUser
TONES = {Standing.SENT: "good", Standing.DUE: "plain", Standing.TRYING: "wait", Standing.FAILED: "bad"}


@dataclass(frozen=True, slots=True)
class CohortMessage:
    """One message and the cohort that it is about."""

    message: Message
    cohort: Cohort


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: a message, whom it is for, and where it stands."""

    message: Message
    name: str
    standing: Standing

    @property
    def tone(self) -> str:
        """How its status looks."""
        return TONES[self.standing]


def message_for(user: User, key: object) -> CohortMessage | None:
    """Load one message about a cohort that this user may see."""
    message = message_with(key)
    cohort = cohort_for(user, message.about) if message and message.about else None
    return CohortMessage(message, cohort) if message and cohort else None


def rows_of(messages: Iterable[Message]) -> list[Row]:
    """Add the names of those who are written to (one query for all)."""
    listed = list(messages)
    names = dict(
        Person.objects.filter(id__in={message.person for message in listed if message.person}).values_list("id", "name")
    )
    return [
        Row(message, names.get(message.person, "") if message.person else "", standing_of(message))
        for message in listed
    ]
