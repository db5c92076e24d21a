"""What can go wrong when something is recorded."""

from django.core.exceptions import ValidationError


class UnknownEvent(Exception):
    """An action records an event that no app registered."""


class WordsInTrail(Exception):
    """An action tries to record free text: the trail holds ids, enums, numbers and dates alone."""


class SubmissionReused(ValidationError):
    """The same page was sent twice with different content."""
