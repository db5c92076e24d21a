"""A cohort: six half-days, 6 to 15 people, and those who run it."""

import datetime as dt
import uuid
import zoneinfo

from django.db import models
from django.db.models import F, Q

# From the brochure: "A 3-day course for 6-15 people."
LEAST_PEOPLE = 6
MOST_PEOPLE = 15
LONGEST_NOTE = 300


class Cohort(models.Model):
    """One run of the course."""

    class State(models.TextChoices):
        """Where the cohort stands."""

        DRAFT = "draft"  # being planned; seen by its tutors alone
        OPEN = "open"  # published: people may enrol
        CONFIRMED = "confirmed"  # the go/no-go decision was: go
        CANCELLED = "cancelled"
        FINISHED = "finished"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=120)
    provider = models.CharField(max_length=120)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    pack = models.ForeignKey("course.Pack", on_delete=models.PROTECT, related_name="cohorts")
    # IANA name; planned times are local to it.
    zone = models.CharField(max_length=64, default="Europe/London")
    venue = models.CharField(max_length=300, blank=True)
    # What people need to know in the room, in a line or two each; `queries.venue` names them.
    venue_breaks = models.CharField(max_length=LONGEST_NOTE, blank=True)
    venue_finish = models.CharField(max_length=LONGEST_NOTE, blank=True)
    venue_fire = models.CharField(max_length=LONGEST_NOTE, blank=True)
    venue_wifi = models.CharField(max_length=LONGEST_NOTE, blank=True)
    venue_access = models.CharField(max_length=LONGEST_NOTE, blank=True)
    venue_food = models.CharField(max_length=LONGEST_NOTE, blank=True)
    online_link = models.URLField(max_length=300, blank=True)
    contact_email = models.EmailField(blank=True)
    least = models.PositiveSmallIntegerField(default=LEAST_PEOPLE)
    most = models.PositiveSmallIntegerField(default=MOST_PEOPLE)
    # Days on which and hours for which things are decided.
    decide_on = models.DateField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        "accounts.Person", on_delete=models.SET_NULL, null=True, related_name="decided_cohorts"
    )
    decision_note = models.CharField(max_length=300, blank=True)
    hold_hours = models.PositiveSmallIntegerField(default=48)
    # The certificate rule: how many of the six half-days, and how many minutes of one may be missed.
    half_days_needed = models.PositiveSmallIntegerField(default=6)
    minutes_tolerated = models.PositiveSmallIntegerField(default=15)
    # Six letters and digits that let people knock at the door of the room, while it is open.
    room_code = models.CharField(max_length=6, null=True, unique=True)  # noqa: DJ001 -- NULL keeps it unique
    room_open_until = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(least__gte=1, least__lte=F("most"), most__lte=MOST_PEOPLE), name="cohort_size_is_6_to_15"
            ),
            models.CheckConstraint(
                condition=Q(half_days_needed__gte=1, half_days_needed__lte=6), name="cohort_needs_1_to_6_half_days"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def tz(self) -> zoneinfo.ZoneInfo:
        """The cohort's time zone."""
        return zoneinfo.ZoneInfo(self.zone)

    @property
    def is_online(self) -> bool:
        """Whether there is a link instead of a room."""
        return bool(self.online_link) and not self.venue

    @property
    def takes_enrolments(self) -> bool:
        """Whether people may ask for a place."""
        return self.state in {self.State.OPEN, self.State.CONFIRMED}


class HalfDay(models.Model):
    """One of the six, planned as a local date and time; its length comes from the pack."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="half_days")
    number = models.PositiveSmallIntegerField()
    date = models.DateField()
    starts = models.TimeField()
    minutes = models.PositiveSmallIntegerField()
    # Rises with each change that a calendar must hear of (RFC 5545, SEQUENCE).
    sequence = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["cohort", "number"], name="half_day_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=6), name="half_day_is_1_to_6"),
        ]

    def __str__(self) -> str:
        return f"{self.cohort_id} {self.number}"

    def starts_at(self, tz: zoneinfo.ZoneInfo) -> dt.datetime:
        """The start as an aware time in the cohort's zone."""
        return dt.datetime.combine(self.date, self.starts, tzinfo=tz)

    def ends_at(self, tz: zoneinfo.ZoneInfo) -> dt.datetime:
        """The end as an aware time; the minutes pass as a clock on the wall of the world counts them."""
        return (self.starts_at(tz).astimezone(dt.UTC) + dt.timedelta(minutes=self.minutes)).astimezone(tz)


class Membership(models.Model):
    """A role in one cohort. Delegates have a Place instead."""

    class Role(models.TextChoices):
        """What a member of staff does there."""

        TUTOR = "tutor"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12, choices=Role.choices)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cohort", "person", "role"], name="membership_once")]

    def __str__(self) -> str:
        return f"{self.role} {self.person_id}"
