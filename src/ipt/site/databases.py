"""Copy a whole database into a file and back: SQLite by its own backup, PostgreSQL by its own tools."""

import errno
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from ipt.site.cli import CommandError
from ipt.site.data_folder import data_folder

# Where Debian keeps the tools of each version.
TOOL_FOLDERS = Path("/usr/lib/postgresql")


@dataclass(frozen=True, slots=True)
class Keeper:
    """What can be done with one kind of database."""

    dump: Callable[[Path], None]
    # Whether a dump can be read to its end.
    is_whole: Callable[[Path], bool]
    # Raises CommandError where there is a database already.
    need_room: Callable[[], None]
    load: Callable[[Path], None]


def keeper() -> Keeper:
    """Give that of the database in use."""
    return KEEPERS[connection.vendor]


def _dump_sqlite(dump: Path) -> None:
    """Copy the database as of one moment, while others go on writing."""
    import sqlite3  # noqa: PLC0415 -- the driver that ipt.site.sqlite has put in place

    connection.ensure_connection()
    copy = sqlite3.connect(dump)
    try:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        full = "full" in str(error)
        raise OSError(errno.ENOSPC if full else errno.EIO, "the disk is full" if full else str(error)) from error
    finally:
        copy.close()


def _sqlite_is_whole(dump: Path) -> bool:
    """Ask SQLite itself."""
    import sqlite3  # noqa: PLC0415 -- the driver that ipt.site.sqlite has put in place

    copy = sqlite3.connect(dump)
    try:
        sound = bool(copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
        return sound and not copy.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError:
        return False
    finally:
        copy.close()


def _need_room_for_sqlite() -> None:
    """A log left behind counts as a database: SQLite would play it into the restored file."""
    if there := data_folder().database_files:
        raise CommandError(f"{there[0]} is there already: restore into an empty folder, with --data.")


def _load_sqlite(dump: Path) -> None:
    """Give the file its name; from one moment to the next the database is there, and whole."""
    target = data_folder().database
    dump.chmod(0o600)
    dump.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _dump_postgresql(dump: Path) -> None:
    _postgresql("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={dump}")


def _postgresql_is_whole(dump: Path) -> bool:
    """Read the dump through, without a database."""
    try:
        _postgresql("pg_restore", f"--file={os.devnull}", str(dump))
    except CommandError:
        return False
    return True


def _need_room_for_postgresql() -> None:
    if connection.introspection.table_names():
        raise CommandError("The PostgreSQL database is not empty: restore into an empty one.")


def _load_postgresql(dump: Path) -> None:
    _postgresql(
        "pg_restore",
        *("--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"),
        *(f"--dbname={connection.settings_dict['NAME']}", str(dump)),
    )


def _postgresql(tool: str, *words: str) -> None:
    """Run one of PostgreSQL's own tools; the password goes by the environment, never by the command line."""
    settings = connection.settings_dict
    place = {
        "PGHOST": settings["HOST"],
        "PGPORT": settings["PORT"],
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        "PGDATABASE": settings["NAME"],
    }
    environ = {**os.environ, **{name: str(value) for name, value in place.items() if value}}
    done = subprocess.run(  # noqa: S603 -- fixed words, no shell
        [_program(tool), *words], env=environ, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        reason = said[0].removeprefix(f"{tool}: ").removeprefix("error: ") if said else f"status {done.returncode}"
        raise CommandError(f"{tool} failed: {reason}")


def _program(tool: str) -> str:
    """Find a tool on the path, or where Debian keeps it: the newest reads what older ones wrote."""
    kept = sorted(TOOL_FOLDERS.glob(f"*/bin/{tool}"), key=lambda path: float(path.parts[-3]))
    program = shutil.which(tool) or (str(kept[-1]) if kept else None)
    if program is None:
        raise CommandError(f"{tool} is not on this machine: install the PostgreSQL client tools.")
    return program


KEEPERS = {
    "sqlite": Keeper(_dump_sqlite, _sqlite_is_whole, _need_room_for_sqlite, _load_sqlite),
    "postgresql": Keeper(_dump_postgresql, _postgresql_is_whole, _need_room_for_postgresql, _load_postgresql),
}
