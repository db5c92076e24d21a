"""Who was there, half-day by half-day, with where each mark came from and every correction kept."""

import uuid

from django.db import models
from django.db.models import Q


class Attendance(models.Model):
    """One mark. A correction is a new row that takes the earlier one's place; nothing is overwritten."""

    class Source(models.TextChoices):
        """Who says so."""

        TUTOR = "tutor"
        SELF = "self"
        PAPER = "paper"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    place = models.ForeignKey("course.Place", on_delete=models.CASCADE, related_name="attendance")
    half_day = models.ForeignKey("course.HalfDay", on_delete=models.CASCADE, related_name="attendance")
    present = models.BooleanField()
    minutes_missed = models.PositiveSmallIntegerField(default=0)
    source = models.CharField(max_length=12, choices=Source.choices)
    marked_at = models.DateTimeField()
    marked_by = models.UUIDField(null=True)
    is_current = models.BooleanField(default=True)
    corrects = models.OneToOneField("self", on_delete=models.CASCADE, null=True, related_name="corrected_by")
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "attendance"
        constraints = [
            models.UniqueConstraint(
                fields=["place", "half_day"], condition=Q(is_current=True), name="attendance_one_current_mark"
            ),
        ]

    def __str__(self) -> str:
        return f"attendance {self.id}"
