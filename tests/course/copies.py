"""What somebody with a full copy of the database could read: every table, and every byte of its files."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from django.db import connection

Row: TypeAlias = Mapping[str, object]
Tables: TypeAlias = Mapping[str, Sequence[Row]]
ID = re.compile(r"[0-9a-f]{32,64}")
PG_DUMP = shutil.which("pg_dump") or next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"))), None)


def every_table() -> dict[str, list[dict[str, object]]]:
    """Every row of every table there is, found by asking the database, not Django."""
    tables = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 -- a name of its own
            names = [column.name if hasattr(column, "name") else column[0] for column in cursor.description]
            tables[table] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return tables


def changed(before: Tables, after: Tables) -> dict[str, list[Row]]:
    """The rows that are new or different."""
    found = {table: [row for row in rows if row not in before.get(table, ())] for table, rows in after.items()}
    return {table: rows for table, rows in found.items() if rows}


def plain(cell: object) -> str:
    """A cell so that an id is the same text wherever it stands."""
    return str(cell).replace("-", "").lower()


def linked(tables: Tables, people: Mapping[str, str], secrets: Mapping[str, str]) -> set[tuple[str, str]]:
    """Whose secret can be reached from whose id, by walking from row to row over ids that belong to one person alone.

    `people` and `secrets` have the same names; the answer is pairs of (whoever was begun from, whoever wrote it).
    """
    rows = [[plain(cell) for cell in row.values()] for table in tables.values() for row in table]
    reach = {name: {plain(one)} for name, one in people.items()}
    shared: set[str] = set()
    touched: dict[str, list[list[str]]] = {}
    grew = True
    while grew:
        grew = False
        touched = {name: [row for row in rows if _holds(row, ids)] for name, ids in reach.items()}
        found = {name: {one for row in touched[name] for cell in row for one in ID.findall(cell)} for name in reach}
        every = [one for ids in found.values() for one in ids]
        shared |= {one for one in every if every.count(one) > 1}
        for name, ids in found.items():
            wider = (reach[name] | ids) - shared
            grew = grew or wider != reach[name]
            reach[name] = wider
    return {
        (name, writer)
        for name, mine in touched.items()
        for writer, secret in secrets.items()
        if any(plain(secret) in cell for row in mine for cell in row)
    }


def _holds(row: list[str], ids: set[str]) -> bool:
    return any(one in cell for cell in row for one in ids)


def every_byte() -> bytes:
    """The files of the database, one after another (SQLite), or what pg_dump gives (PostgreSQL)."""
    if connection.vendor == "sqlite":
        return b"".join(path.read_bytes() for path in files())
    assert PG_DUMP, "PostgreSQL without pg_dump"
    settings = connection.settings_dict
    command = [str(PG_DUMP), "--inserts", "--dbname", str(settings["NAME"])]
    for option, key in (("--host", "HOST"), ("--port", "PORT"), ("--username", "USER")):
        command += [option, str(settings[key])] if settings[key] else []
    secret = os.environ | {"PGPASSWORD": str(settings["PASSWORD"] or "")}
    return subprocess.run(command, check=True, capture_output=True, env=secret).stdout


def files() -> list[Path]:
    """The database file and whatever SQLite keeps beside it."""
    name = Path(str(connection.settings_dict["NAME"]))
    return sorted(path for path in name.parent.glob(f"{name.name}*") if path.is_file())


def log_of_writes() -> bytes:
    """What stands in the write-ahead log."""
    return b"".join(path.read_bytes() for path in files() if path.name.endswith(("-wal", "-journal")))
