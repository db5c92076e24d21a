"""An installation of its own for one test: a data folder, a database of the kind the run has, real processes."""

import http.client
import os
import secrets
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tools.steps import ROOT

SECONDS = 60
BEGIN = "from ipt.site.cli import start_django; start_django(); "


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said to one request."""

    status: int
    headers: Mapping[str, str]
    body: str


@dataclass(frozen=True, slots=True)
class Installation:
    """Where it is; everything is done to it by the command line, as an operator would."""

    data: Path
    database: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def surroundings(self) -> dict[str, str]:
        """Give the environment of its processes."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("IPT_")}
        own = {"IPT_DATA": str(self.data), "PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": "ipt.site.settings"}
        address = {"IPT_DATABASE_URL": self.database} if self.database else {}
        return {**kept, **own, **address, **self.settings}

    def having(self, **settings: str) -> "Installation":
        """Give the same one with other settings."""
        return Installation(self.data, self.database, {**self.settings, **settings})

    def ipt(self, *words: str, **how: Any) -> subprocess.CompletedProcess[str]:
        """Run one command to its end."""
        return self.python("-m", "ipt", *words, **how)

    def python(self, *words: str, **how: Any) -> subprocess.CompletedProcess[str]:
        """Run Python in its surroundings."""
        return subprocess.run(
            (sys.executable, *words),
            env=self.surroundings,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
            **how,
        )

    def do(self, code: str) -> str:
        """Run a few lines inside the product, and give what they printed."""
        done = self.python("-c", BEGIN + code)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def rows(self) -> dict[str, list[str]]:
        """Read every row of every table, past Django: its columns by name, in an order that does not matter."""
        with closing(self.connect()) as connection:
            cursor = connection.cursor()
            cursor.execute(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                if self.database
                else "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
            return {table: _rows_of(cursor, table) for (table,) in sorted(cursor.fetchall())}

    def connect(self) -> Any:
        """Open the database with its own driver."""
        if self.database:
            return psycopg.connect(self.database)
        return sqlite3.connect(self.data / "ipt.sqlite3", isolation_level=None)

    def files(self) -> dict[str, bytes]:
        """Read every file of the data folder."""
        return {str(path.relative_to(self.data)): path.read_bytes() for path in self.data.rglob("*") if path.is_file()}

    @contextmanager
    def served(self, *words: str, **how: Any) -> Iterator["Served"]:
        """Serve it on a free port until the test is over, or until it ends the server itself."""
        command = (sys.executable, "-m", "ipt", "serve", "--port", "0", *words)
        with subprocess.Popen(
            command,
            env=self.surroundings,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            **how,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            try:
                said: list[str] = []
                for line in iter(process.stdout.readline, ""):
                    said.append(line.strip())
                    if line.startswith("Serving on"):
                        break
                else:
                    raise AssertionError(process.stderr.read())
                yield Served(process, said, int(said[-1].rpartition(":")[2]))
            finally:
                if process.poll() is None:
                    process.terminate()
                process.wait(SECONDS)


@dataclass(frozen=True, slots=True)
class Served:
    """A running server."""

    process: subprocess.Popen[str]
    said: list[str]
    port: int

    def kill(self) -> None:
        """End it and whatever it started, as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(SECONDS)

    def ask(self, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """Send one request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        with closing(connection):
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET" if body is None else "POST", path, body, named)
            response = connection.getresponse()
            text = response.read().decode(errors="replace")
            return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, text)


@contextmanager
def fresh_database(like: str = "") -> Iterator[str]:
    """Make a database of its own where the run is on PostgreSQL, empty or `like` another; nothing on SQLite."""
    server = os.environ.get("IPT_DATABASE_URL", "")
    if not server:
        yield ""
        return
    name = f"installation_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection:
        template = urlsplit(like).path.lstrip("/") or "template1"
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _rows_of(cursor: Any, table: str) -> list[str]:
    cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- the name comes from the database itself
    names = [column[0] for column in cursor.description]
    return sorted(repr(sorted(zip(names, row, strict=True))) for row in cursor.fetchall())
