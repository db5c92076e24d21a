"""Links that let a person in: the token is known to its holder alone, the row keeps its hash."""

import uuid

from django.db import models


class Link(models.Model):
    """A secret address. A *personal* link lets the same person in again and again, an *invitation* once."""

    class Kind(models.TextChoices):
        """What the link is for."""

        PERSONAL = "personal"
        INVITATION = "invitation"
        CALENDAR = "calendar"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    # SHA-256 of a 128-bit random token, in hex: a copy of the database lets nobody in.
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.kind} link {self.id}"
