"""Forget a person: give them everything that is kept, then erase it."""

import datetime as dt
import json
import os
import time
import uuid
from pathlib import Path

from django.db import DatabaseError, connection, transaction

from ipt.accounts.models import Person
from ipt.site.cli import CommandError
from ipt.vault.erasure import erase_person, export_person

# How long whoever reads at this moment is waited for.
PATIENCE_SECONDS = 30


def find_person(words: str) -> Person:
    """Find one person by id or e-mail; raises CommandError when there is none."""
    try:
        person = Person.objects.filter(pk=uuid.UUID(words)).first()
    except ValueError:
        person = Person.objects.filter(email=words.strip().lower()).first()
    if person is None:
        raise CommandError(f"Nobody here has the id or e-mail {words}.")
    return person


def write_export(person: Person, file: Path, *, now: dt.datetime) -> None:
    """Write everything kept about a person as JSON, for their eyes and the operator's alone."""
    kept = {"person": str(person.id), "written": now.isoformat(), **export_person(person.id)}
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise CommandError(f"{file} is there already: choose another name with --export.") from error
    except OSError as error:
        raise CommandError(f"{file} cannot be written ({error.strerror}): nothing was erased.") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(kept, stream, ensure_ascii=False, indent=2, default=str)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        file.unlink(missing_ok=True)
        raise CommandError(f"{file} cannot be written ({error.strerror}): nothing was erased.") from error


def forget(person: Person) -> dict[str, int]:
    """Erase in one transaction, then write the database's files afresh, so that no old page holds old words."""
    with transaction.atomic():
        counts = erase_person(person.id)
    rewrite_files()
    return counts


def rewrite_files() -> None:
    """Write every table into new pages; raises CommandError when readers do not let go of the old ones."""
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            # PostgreSQL marks what is deleted, and overwrites it one day; this gives every table new files.
            cursor.execute("VACUUM (FULL, ANALYZE)")
            return
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                if not cursor.fetchone()[0]:
                    return
            except DatabaseError as error:
                reason = str(error)
            else:
                reason = "somebody is reading"
            if time.monotonic() > deadline:
                raise CommandError(
                    f"What was kept is erased, but old pages of the file could not be overwritten ({reason}): "
                    "stop the server, then forget the same person again by their id."
                )
            time.sleep(0.2)
