"""Dates for people's calendars: one event for each half-day, whose name never changes.

Doors: `invitation` (what a message carries) and `feed` (a file or a subscribed calendar).
"""

from ipt.course.calendar.events import Method
from ipt.course.calendar.files import feed, invitation

__all__ = ["Method", "feed", "invitation"]
