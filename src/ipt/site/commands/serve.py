"""`ipt serve`: serve the course on this machine."""

import argparse
import secrets
import signal
import socket
import sys
import threading

from ipt.site.cli import CommandError, start_django
from ipt.site.listening import Place

TICK_SECONDS = 60
STOP_SECONDS = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to serve."""
    parser.add_argument("--host", default="127.0.0.1", help="address to serve on (default: this machine alone)")
    parser.add_argument("--port", type=int, default=8000, help="port to serve on (default: 8000)")
    parser.add_argument("--no-tick", action="store_true", help="leave due messages and offers to `ipt tick`")


def run(args: argparse.Namespace) -> int:
    """Bring the database up to date, then serve until stopped."""
    listener = listen(args.host, args.port)
    start_django()
    from ipt.site.commands.migrate import bring_up_to_date  # noqa: PLC0415 -- after start_django

    bring_up_to_date()
    serve(listener, args.host, tick=not args.no_tick)
    return 0


def listen(host: str, port: int) -> socket.socket:
    """Take the port first: a taken one is said before anything else is done."""
    if not 0 <= port <= 65535:  # noqa: PLR2004 -- the range of ports
        raise CommandError(f"{port} is not a port: choose one from 1 to 65535.")
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, proto)
        if sys.platform != "win32":  # there it would share the port with another program
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(256)
    except OSError as error:
        reason = "is taken" if error.errno in {48, 98, 10048} else f"cannot be used ({error.strerror or error})"
        raise CommandError(f"Port {port} on {host} {reason}: choose another with --port.") from error
    return listener


def serve(listener: socket.socket, host: str, *, tick: bool, lines: tuple[str, ...] = ()) -> None:
    """Serve on an open socket, say where, and do what is due every minute."""
    from django.conf import settings  # noqa: PLC0415 -- after start_django

    place = Place(host, listener.getsockname()[1])
    stop_on_request()
    settings.DATA.sweep()
    if not settings.PUBLIC_URL:
        settings.SERVED_URL = place.for_others
    settings.ALLOWED_HOSTS += place.names
    settings.FIRST_RUN_TOKEN = secrets.token_urlsafe(16)
    _say(*warnings(), f"Serving on {place.here}", *place.room_lines(), *first_run_lines(place.here), *lines)
    if tick:
        threading.Thread(target=tick_for_ever, name="tick", daemon=True).start()
    try:
        _uvicorn(listener)
    finally:
        tidy_database()


def stop_on_request() -> None:
    """End in good order when the system asks for it; uvicorn finishes what is being answered, then asks again."""
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit(0))


def _uvicorn(listener: socket.socket) -> None:
    """Run the server until it is told to stop."""
    import uvicorn  # noqa: PLC0415 -- slow import

    config = uvicorn.Config(
        "ipt.site.asgi:application",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,  # Django's settings say whom to believe
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    uvicorn.Server(config).run(sockets=[listener])


def warnings() -> list[str]:
    """Give what the system checks found, a line each; raises CommandError for what must not be."""
    from django.core.checks import ERROR, run_checks  # noqa: PLC0415 -- after start_django

    from ipt.site.checks import TAG  # noqa: PLC0415 -- after start_django

    lines = []
    for found in run_checks(tags=[TAG]):
        line = f"{found.id}: {found.msg} {found.hint}"
        if found.level >= ERROR:
            raise CommandError(line)
        lines.append(line)
    return lines


def first_run_lines(address: str) -> tuple[str, ...]:
    """While nobody has an account, say where the first one is made."""
    from django.conf import settings  # noqa: PLC0415 -- after start_django

    from ipt.accounts.queries.people import anybody_has_account  # noqa: PLC0415 -- after start_django

    if anybody_has_account():
        return ()
    return (f"First run: open {address}/first-run/?token={settings.FIRST_RUN_TOKEN}",)


def tick_for_ever() -> None:
    """Do what is due, at once and then every minute, for as long as the server runs."""
    from django.db import close_old_connections  # noqa: PLC0415 -- after start_django
    from django.utils import timezone  # noqa: PLC0415

    from ipt.outbox.due import run_due  # noqa: PLC0415

    pause = threading.Event()
    while True:
        run_due(timezone.now())
        close_old_connections()
        if pause.wait(TICK_SECONDS):
            return


def tidy_database() -> None:
    """Leave one whole file behind, where nobody else has it open."""
    from django.db import DatabaseError, connection  # noqa: PLC0415 -- after start_django

    if connection.vendor != "sqlite":
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
    except DatabaseError:
        pass  # the next start reads the log that is still there


def _say(*lines: str) -> None:
    """Print lines at once, also into a pipe."""
    for line in lines:
        print(line, flush=True)  # noqa: T201 -- the command line speaks by printing
