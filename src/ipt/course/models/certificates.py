"""Certificates of attendance: numbered, verifiable, correctable, revocable."""

import uuid

from django.db import models
from django.db.models import Q


class Certificate(models.Model):
    """One certificate as it was issued. A correction revokes nothing silently: it is a new row with a new number."""

    class State(models.TextChoices):
        """What the public page says."""

        VALID = "valid"
        REPLACED = "replaced"
        REVOKED = "revoked"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    place = models.ForeignKey("course.Place", on_delete=models.PROTECT, related_name="certificates")
    # Read aloud and typed in: letters and digits that cannot be mistaken for each other.
    number = models.CharField(max_length=16, unique=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.VALID)
    name = models.CharField(max_length=120)
    # What it states, frozen: dates, taught minutes, place, topics, tutors, rule met.
    facts = models.JSONField()
    issued_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    # Shown to whoever verifies; written for the public.
    ended_reason = models.CharField(max_length=200, blank=True)
    replaces = models.OneToOneField("self", on_delete=models.SET_NULL, null=True, related_name="replaced_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place"], condition=Q(state="valid"), name="certificate_one_valid"),
        ]

    def __str__(self) -> str:
        return self.number
