"""Start a PostgreSQL that lives as long as one test run: its own folder, port and password."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Account:
    """The system account that owns the server: PostgreSQL refuses to run as root."""

    user: int | None
    group: int | None


def folder_of_programs() -> Path | None:
    """Find initdb on the path, or where Debian keeps it (the newest version first)."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    kept = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return kept[-1].parent if kept else None


def unprivileged_account() -> Account:
    """Choose whom to run as: ourselves, or, where we are root, somebody who may do nothing else."""
    if os.geteuid() != 0:
        return Account(None, None)
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = known.get("postgres") or known["nobody"]
    return Account(entry.pw_uid, entry.pw_gid)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def temporary_postgres(programs: Path) -> Iterator[str]:
    """Serve an empty database on a free loopback port, and give its address."""
    account, password, port = unprivileged_account(), secrets.token_urlsafe(18), free_port()
    folder = Path(tempfile.mkdtemp(prefix="ipt-postgres-"))
    try:
        secret = folder / "password"
        secret.write_text(password, encoding="utf-8")
        if account.user is not None and account.group is not None:
            for path in (folder, secret):
                os.chown(path, account.user, account.group)
        make_cluster(programs, folder, account)
        server = start(programs, folder, account, port)
        try:
            wait_until_ready(programs, server, port, folder / "log")
            yield f"postgresql://tests:{password}@127.0.0.1:{port}/postgres"
        finally:
            stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_cluster(programs: Path, folder: Path, account: Account) -> None:
    subprocess.run(
        (
            *(str(programs / "initdb"), "--pgdata", str(folder / "data"), "--username", "tests"),
            *("--pwfile", str(folder / "password"), "--auth", "scram-sha-256"),
            *("--encoding", "UTF8", "--locale", "C", "--no-sync"),
        ),
        user=account.user,
        group=account.group,
        extra_groups=None if account.user is None else [],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def start(programs: Path, folder: Path, account: Account, port: int) -> subprocess.Popen[bytes]:
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "unix_socket_directories": "",
        "fsync": "off",  # the data is thrown away
        "synchronous_commit": "off",
        "full_page_writes": "off",
        "max_connections": "300",
    }
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [
                *(str(programs / "postgres"), "-D", str(folder / "data")),
                *(word for name, value in settings.items() for word in ("-c", f"{name}={value}")),
            ],
            user=account.user,
            group=account.group,
            extra_groups=None if account.user is None else [],
            cwd=folder,
            stdout=log,
            stderr=log,
            start_new_session=True,  # a Ctrl+C ends the tests first, then this
        )


def wait_until_ready(programs: Path, server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    asked = (str(programs / "pg_isready"), "--quiet", "--host", "127.0.0.1", "--port", str(port))
    deadline = time.monotonic() + START_SECONDS
    while subprocess.run(asked, check=False).returncode != 0:
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(
                "PostgreSQL did not start:\n" + log.read_text(encoding="utf-8", errors="replace")[-2000:]
            )
        time.sleep(0.1)


def stop(server: subprocess.Popen[bytes]) -> None:
    """Ask for a quick end; insist after ten seconds."""
    server.terminate()
    try:
        server.wait(timeout=1)
    except subprocess.TimeoutExpired:
        server.send_signal(2)  # fast shutdown: open sessions are ended
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
