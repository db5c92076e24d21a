"""The demo's data folder: known by a mark in its database, and filled once a note of its links is in it."""

import contextlib
import dataclasses
import datetime as dt
import enum
import json
import os
import uuid
from pathlib import Path
from typing import Any, Self

from ipt.site import sqlite  # noqa: F401 -- before anything that imports sqlite3
from ipt.site.data_folder import DataFolder

# "IPTD" in the header of the database file (SQLite's application_id): these data are invented, and may be removed.
BRAND = int.from_bytes(b"IPTD")
# Rises with each change of the story: a folder that holds an older one is filled again.
VERSION = 3
# What may lie in a folder that is empty to us, besides hidden files.
LEFT_BY_US = {"secret.key", "running.lock", "content", "backups", "mail"}


class Holds(enum.Enum):
    """What a data folder holds."""

    NOTHING = enum.auto()
    DEMO = enum.auto()
    # A database that is none of ours, or files that are not known here.
    OTHER = enum.auto()


@dataclasses.dataclass(frozen=True, slots=True)
class Note:
    """What a second start has to know of the first; the links in it are for this machine's owner alone."""

    stage: str
    filled_at: dt.datetime
    tutor: uuid.UUID
    tutor_token: str
    password: str
    delegate: uuid.UUID
    delegate_token: str
    version: int = VERSION

    @classmethod
    def read(cls, folder: DataFolder) -> Self | None:
        """Read it; None when the folder was never filled to the end, or with another version of the story."""
        try:
            fields: dict[str, Any] = json.loads(_file(folder).read_text(encoding="utf-8"))
            note = cls(
                **{
                    **fields,
                    "filled_at": dt.datetime.fromisoformat(fields["filled_at"]),
                    "tutor": uuid.UUID(fields["tutor"]),
                    "delegate": uuid.UUID(fields["delegate"]),
                }
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return note if note.version == VERSION else None

    def write(self, folder: DataFolder) -> None:
        """Write it whole or not at all, readable by its owner alone."""
        fresh = folder.path / f".demo-{os.getpid()}"
        fresh.touch(mode=0o600)
        fresh.write_text(json.dumps(dataclasses.asdict(self), default=str, indent=2), encoding="utf-8")
        fresh.replace(_file(folder))


def look(folder: DataFolder) -> Holds:
    """Say what a folder holds, without changing anything."""
    database = folder.database
    if database.exists() and database.stat().st_size:
        return Holds.DEMO if _brand(database) == BRAND else Holds.OTHER
    strangers = [entry.name for entry in _entries(folder) if not _is_ours(entry.name)]
    return Holds.OTHER if strangers else Holds.NOTHING


def begin(folder: DataFolder) -> None:
    """Remove what an earlier demo left, and begin a database that is marked from its first byte on."""
    clear(folder)
    folder.prepare()
    _brand(folder.database, BRAND)


def clear(folder: DataFolder) -> None:
    """Remove a demo: the note first, so that what is half removed is never taken for whole."""
    mail = [*folder.mail.glob("*.eml"), *folder.mail.glob("*.part")]
    for file in [_file(folder), *folder.database_files, *mail]:
        file.unlink(missing_ok=True)


def _file(folder: DataFolder) -> Path:
    return folder.path / "demo.json"


def _entries(folder: DataFolder) -> list[Path]:
    return list(folder.path.iterdir()) if folder.path.is_dir() else []


def _is_ours(name: str) -> bool:
    return name in LEFT_BY_US or name.startswith((".", "ipt.", "demo.json", "test-"))


def _brand(database: Path, brand: int | None = None) -> int:
    """Read the mark of a database, or set it; 0 for a file that is no database."""
    import sqlite3  # noqa: PLC0415 -- the driver that ipt.site.sqlite has put in place

    with contextlib.closing(sqlite3.connect(database)) as connection:
        try:
            if brand is not None:
                connection.execute(f"PRAGMA application_id = {brand}")
            return int(connection.execute("PRAGMA application_id").fetchone()[0])
        except sqlite3.DatabaseError:
            return 0
