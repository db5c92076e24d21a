"""The trail: one row per thing that happened, holding ids, numbers and dates, never words."""

import uuid

from django.db import models


class Event(models.Model):
    """Something that happened. Actor and subject are ids without foreign keys, so that erasing a person
    never has to touch the trail."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    subject = models.UUIDField()
    facts = models.JSONField(default=dict)
    submission = models.UUIDField(null=True, unique=True)
    # What was sent with that submission, keyed by the installation's secret: it recognises a replay and tells nothing.
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "at"], name="audit_event_subject"),
            models.Index(fields=["name", "at"], name="audit_event_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.subject}"
