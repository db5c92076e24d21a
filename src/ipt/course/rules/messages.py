"""Who may read what was written to the people of a cohort."""

from django.contrib.auth.models import AnonymousUser

from ipt.accounts.models import Person
from ipt.course.queries.messages import CohortMessage
from ipt.course.rules.cohorts import may_run

User = Person | AnonymousUser


def may_read_message(user: User, found: CohortMessage) -> bool:
    """The tutors of the cohort that the message is about."""
    return may_run(user, found.cohort)
