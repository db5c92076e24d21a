"""Messages due: one row per message and recipient."""

import uuid

from django.db import models


class Message(models.Model):
    """One e-mail to one person, written in the transaction of what it tells of and sent by `ipt tick`.

    `secret` is an address that only the recipient may know. It stands apart from the text, where `{secret}` marks its
    place, and is wiped when the message is sent: neither a preview nor an old row lets anybody in.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Says what the message is about ("course.place.taken:<id>"); the same key is never written twice.
    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=80)
    # The thing whose staff may preview it (a cohort), and the person it is for; ids without foreign keys.
    about = models.UUIDField(null=True)
    person = models.UUIDField(null=True)
    recipient = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    secret = models.TextField(blank=True)
    # An iCalendar text, with its METHOD, or empty.
    calendar = models.TextField(blank=True)
    due_at = models.DateTimeField()
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(sent_at__isnull=True), name="outbox_message_due"),
            models.Index(fields=["about", "written_at"], name="outbox_message_about"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
