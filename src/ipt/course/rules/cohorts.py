"""Who may plan, run and see a cohort."""

from django.contrib.auth.models import AnonymousUser

from ipt.accounts.models import Person
from ipt.course.models import Cohort, Membership, Place

User = Person | AnonymousUser


def may_plan(user: User) -> bool:
    """Operators, and whoever tutors a cohort already."""
    return isinstance(user, Person) and (user.is_operator or tutors_any(user))


def may_run(user: User, cohort: Cohort) -> bool:
    """The tutors of this cohort: register, people, results."""
    return isinstance(user, Person) and role_in(user, cohort) == "tutor"


def may_follow(user: User, cohort: Cohort) -> bool:
    """Those who are in the room: this cohort's tutors and whoever holds a taken place."""
    return isinstance(user, Person) and role_in(user, cohort) in {"tutor", "delegate"}


def may_enrol(user: User, cohort: Cohort) -> bool:  # noqa: ARG001 -- a rule asks who, even where all may
    """Everybody, while the cohort takes enrolments."""
    return cohort.takes_enrolments


def tutors_any(user: Person) -> bool:
    """Whether the person tutors any cohort (one query, kept for the request)."""
    if not hasattr(user, "_tutors_any"):
        user._tutors_any = user.memberships.filter(role=Membership.Role.TUTOR).exists()  # type: ignore[attr-defined]  # noqa: SLF001
    return bool(user._tutors_any)  # type: ignore[attr-defined]  # noqa: SLF001


def role_in(user: Person, cohort: Cohort) -> str:
    """Give `tutor`, `delegate` or nothing. Queries annotate it (`queries.cohorts`); otherwise it is looked up."""
    role = getattr(cohort, "role_of_user", None)
    if role is None:
        if Membership.objects.filter(cohort=cohort, person=user, role=Membership.Role.TUTOR).exists():
            role = "tutor"
        elif Place.objects.filter(cohort=cohort, person=user, state=Place.State.TAKEN).exists():
            role = "delegate"
        else:
            role = ""
    return str(role)
