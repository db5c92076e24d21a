"""One program at a time serves a data folder, and one at a time changes the tables."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from django.db import connection

from ipt.site.cli import CommandError
from ipt.site.data_folder import data_folder

# Any number will do, as long as it is always this one.
TABLES = 20261122
# Held for as long as the process lives; the system lets go of it however the process ends.
_held: list[IO[str]] = []


@contextmanager
def alone() -> Iterator[None]:
    """Change tables while nobody else does.

    With SQLite the data folder is this process's own from now on: the second program is told so (CommandError). With
    PostgreSQL many may serve, and those that start at the same moment wait for each other here.
    """
    if connection.vendor == "sqlite":
        _take_folder()
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [TABLES])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [TABLES])


def _take_folder() -> None:
    if _held:
        return
    # Opened for appending, so that who has the folder is still to be read when it cannot be had.
    lock = (data_folder().path / "running.lock").open("a+", encoding="ascii")
    try:
        _lock(lock)
    except OSError as error:
        lock.seek(0)
        who = lock.read().strip() or "?"
        lock.close()
        raise CommandError(
            f"{data_folder().path} is in use by another IPT Essentials (process {who}): stop that one first."
        ) from error
    lock.truncate(0)
    lock.write(f"{os.getpid()}\n")
    lock.flush()
    _held.append(lock)


if sys.platform == "win32":
    import msvcrt

    # Far behind the number, so that others can read it.
    _BYTE = 1 << 20

    def _lock(file: IO[str]) -> None:
        file.seek(_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
