"""A place: one person's seat in one cohort. Answers, attendance and certificates hang on it."""

import uuid

from django.db import models
from django.db.models import Q


class Place(models.Model):
    """One person's place, from asking to the end of the course."""

    class State(models.TextChoices):
        """Where the place stands."""

        WAITING = "waiting"
        OFFERED = "offered"  # counts against the maximum until the offer runs out
        TAKEN = "taken"
        WITHDRAWN = "withdrawn"
        LAPSED = "lapsed"  # an offer that ran out
        REPLACED = "replaced"  # somebody else took over; see `replaces` of the new place

    class Source(models.TextChoices):
        """How the person came."""

        LINK = "link"
        FILE = "file"
        TUTOR = "tutor"
        DOOR = "door"
        SUBSTITUTION = "substitution"

    # Held: nobody else may sit there.
    HELD = (State.TAKEN, State.OFFERED)
    # Alive: the person still has something to do with the cohort.
    ALIVE = (State.TAKEN, State.OFFERED, State.WAITING)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    cohort = models.ForeignKey("course.Cohort", on_delete=models.CASCADE, related_name="places")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="places")
    state = models.CharField(max_length=12, choices=State.choices)
    source = models.CharField(max_length=12, choices=Source.choices)
    # Order on the waiting list: counted within the cohort, given in the transaction that asks.
    turn = models.PositiveIntegerField()
    asked_at = models.DateTimeField()
    offered_until = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    replaces = models.OneToOneField("self", on_delete=models.SET_NULL, null=True, related_name="replaced_by")
    # The adjustment to make ("large print", "seat by the door"), never the reason for it.
    adjustment = models.CharField(max_length=300, blank=True)
    # As it is to stand on the certificate; empty: the person's name.
    certificate_name = models.CharField(max_length=120, blank=True)
    # How far the person wants to take IPT into their work (`method.Degree`); empty: left open. Theirs alone to see.
    degree = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cohort", "turn"], name="place_turn_once"),
            models.UniqueConstraint(
                fields=["cohort", "person"],
                condition=Q(state__in=["waiting", "offered", "taken"]),
                name="place_alive_once_per_person",
            ),
        ]
        indexes = [models.Index(fields=["cohort", "state", "turn"], name="place_waiting_order")]

    def __str__(self) -> str:
        return f"{self.state} {self.person_id}"

    @property
    def is_alive(self) -> bool:
        """Whether it is taken, offered or waiting."""
        return self.state in self.ALIVE


class Knock(models.Model):
    """Somebody with the room code asks to be let in; a tutor says as whom, for names are not proof."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    cohort = models.ForeignKey("course.Cohort", on_delete=models.CASCADE, related_name="knocks")
    name = models.CharField(max_length=120)
    at = models.DateTimeField()
    # SHA-256 of the token in the waiting browser's session.
    token_hash = models.CharField(max_length=64, unique=True)
    # Set when a tutor lets them in; turned away: answered without a place.
    place = models.ForeignKey(Place, on_delete=models.CASCADE, null=True, related_name="knocks")
    answered_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"knock {self.id}"
