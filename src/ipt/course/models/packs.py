"""The course's content as a cohort was published with it."""

import uuid

from django.db import models


class Pack(models.Model):
    """One version of the content, whole: a cohort is always shown from the bytes it was published with."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # SHA-256 of the archive, in hex; the same content is stored once.
    digest = models.CharField(max_length=64, unique=True)
    archive = models.BinaryField()
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.digest[:12]
