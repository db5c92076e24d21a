"""An activity put to people, and what came back: named or confidential answers, or a box that knows nobody."""

import uuid

from django.db import models
from django.db.models import Q


class Sitting(models.Model):
    """One activity, put to one cohort, once. The linkage comes from content and is fixed by the first answer."""

    class Mode(models.TextChoices):
        """How people come to it."""

        LIVE = "live"
        SELF_PACED = "self_paced"
        LINK = "link"
        PAPER = "paper"

    class Linkage(models.TextChoices):
        """What a tutor may see (design: named, confidential, unlinked)."""

        NAMED = "named"
        CONFIDENTIAL = "confidential"
        UNLINKED = "unlinked"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    cohort = models.ForeignKey("course.Cohort", on_delete=models.CASCADE, related_name="sittings")
    activity = models.CharField(max_length=80)
    # SHA-256 of the wording that people saw; other wording is another sitting.
    wording = models.CharField(max_length=64)
    round = models.PositiveSmallIntegerField(default=1)
    mode = models.CharField(max_length=12, choices=Mode.choices, default=Mode.SELF_PACED)
    linkage = models.CharField(max_length=12, choices=Linkage.choices)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    revealed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cohort", "activity", "round"], name="sitting_round_once"),
            models.UniqueConstraint(
                fields=["cohort", "activity"], condition=Q(closed_at__isnull=True), name="sitting_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity} round {self.round}"

    @property
    def is_open(self) -> bool:
        """Whether answers are taken."""
        return self.closed_at is None


class Response(models.Model):
    """One place's answer to a named or confidential sitting; it may be changed until the sitting closes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="responses")
    place = models.ForeignKey("course.Place", on_delete=models.CASCADE, related_name="responses")
    # The values of the activity's parts, by key, as `ipt.activities` parsed them.
    values = models.JSONField()
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sitting", "place"], name="response_once")]

    def __str__(self) -> str:
        return f"response {self.id}"


class Ballot(models.Model):
    """Whether a place has answered an unlinked sitting: made for everybody when it opens, carries no time."""

    # A counted key: ballots are made in the order of names when the sitting opens, so it tells nothing.
    id = models.BigAutoField(primary_key=True)
    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="ballots")
    place = models.ForeignKey("course.Place", on_delete=models.CASCADE, related_name="ballots")
    answered = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sitting", "place"], name="ballot_once")]

    def __str__(self) -> str:
        return f"ballot {self.pk}"


class Box(models.Model):
    """All answers to one unlinked sitting, as counts and as comments in the order of their text.

    There is never one row, one time or one key per person, so nothing in a copy of the database links an answer to
    its writer or to another answer by the same writer.
    """

    id = models.BigAutoField(primary_key=True)
    sitting = models.OneToOneField(Sitting, on_delete=models.CASCADE, related_name="box")
    answers = models.PositiveSmallIntegerField(default=0)
    # {part key: {item or option: {mark: how many}}}
    counts = models.JSONField(default=dict)
    # [{"part": key, "text": ..., "consent": bool, "receipt": hash or "", "shown": bool}], sorted by text
    comments = models.JSONField(default=list)

    class Meta:
        verbose_name_plural = "boxes"

    def __str__(self) -> str:
        return f"box {self.pk}"
