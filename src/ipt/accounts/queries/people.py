"""People, and whether anybody can sign in yet."""

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX

from ipt.accounts.models import Person


def anybody_has_account() -> bool:
    """Whether at least one person can sign in by password."""
    people = Person.objects.filter(email__isnull=False, is_active=True).exclude(password="")
    return people.exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX).exists()


def person_by_email(email: str) -> Person | None:
    """Find a person by their e-mail address, whatever its capitals."""
    return Person.objects.filter(email=email.strip().lower()).first()
