"""What the site does by itself now and then: forget sessions that have run out, keep SQLite's write-ahead log short."""

import datetime as dt

from django.contrib.sessions.models import Session
from django.db import connection

from ipt.outbox.due import Job, register

EVERY = dt.timedelta(minutes=10)
_last: dict[str, dt.datetime] = {}


def register_jobs() -> None:
    """Register them all."""
    register(Job("site.sessions.forget", "sessions forgotten", forget_sessions))
    register(Job("site.database.tidy", "write-ahead log shortened", shorten_log))


def forget_sessions(now: dt.datetime) -> int:
    """Delete sessions that have run out: they name people."""
    return Session.objects.filter(expire_date__lt=now).delete()[0]


def shorten_log(now: dt.datetime) -> int:
    """Write the log into the database, every ten minutes, without making anybody wait."""
    if connection.vendor != "sqlite" or now - _last.get("shortened", now - EVERY) < EVERY:
        return 0
    _last["shortened"] = now
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
        cursor.execute("PRAGMA optimize")
    return 1
