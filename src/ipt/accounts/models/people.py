"""Everybody is a Person: with credentials when they have an account, without when a link is enough."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class People(BaseUserManager["Person"]):
    """The manager that Django's sign-in machinery expects."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Find a person by e-mail, whatever its capitals."""
        return self.get(email__iexact=username)

    def create_user(self, email: str | None = None, password: str | None = None, **fields: Any) -> "Person":
        """Make a person; without a password they cannot sign in by one."""
        person = Person(email=email.strip().lower() if email else None, **fields)
        person.set_password(password)
        person.save(force_insert=True)
        return person


class Person(AbstractBaseUser):
    """Somebody who uses this installation."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    # Optional: a guest of the room needs none. Lower case, unique when given; NULL keeps it both.
    email = models.EmailField(null=True, blank=True, unique=True)
    # Installs, backs up, appoints tutors; sees no answer and no case.
    is_operator = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name_plural = "people"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email__isnull=True) | models.Q(email=Lower("email")),
                name="person_email_is_lower_case",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_account(self) -> bool:
        """Whether they can sign in with a password; guests come by their link alone."""
        return bool(self.email) and self.has_usable_password()
