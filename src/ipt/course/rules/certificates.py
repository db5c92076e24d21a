"""Who may see and change a certificate; anybody may verify its number."""

from django.contrib.auth.models import AnonymousUser

from ipt.accounts.models import Person
from ipt.course.models import Certificate
from ipt.course.rules.places import may_run_place, may_see_place

User = Person | AnonymousUser


def may_see_certificate(user: User, certificate: Certificate) -> bool:
    """Its holder, and the tutors of its cohort."""
    return may_see_place(user, certificate.place)


def may_run_certificate(user: User, certificate: Certificate) -> bool:
    """The tutors of its cohort."""
    return may_run_place(user, certificate.place)
