"""Who may answer a sitting, run it, and see what came of it."""

from django.contrib.auth.models import AnonymousUser

from ipt.accounts.models import Person
from ipt.course.models import Sitting
from ipt.course.queries.places import own_place
from ipt.course.rules.cohorts import role_in

User = Person | AnonymousUser


def may_answer(user: User, sitting: Sitting) -> bool:
    """Whoever attends the cohort: holds a taken place."""
    if hasattr(sitting, "attends"):
        return bool(sitting.attends)
    return own_place(user, sitting.cohort) is not None


def may_run_sitting(user: User, sitting: Sitting) -> bool:
    """The tutors of its cohort."""
    if hasattr(sitting, "is_tutor"):
        return bool(sitting.is_tutor)
    return isinstance(user, Person) and role_in(user, sitting.cohort) == "tutor"


def may_see_results(user: User, sitting: Sitting) -> bool:
    """Its tutors; those who attend, once the results are shown to them. What is in them: `queries.results`."""
    return may_run_sitting(user, sitting) or (may_answer(user, sitting) and sitting.revealed_at is not None)
