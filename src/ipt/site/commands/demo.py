"""`ipt demo`: fill a lived-in demo and serve it."""

import argparse
import os
import socket
from pathlib import Path

from ipt.site.cli import CommandError, start_django
from ipt.site.commands.serve import listen, serve
from ipt.site.data_folder import DataFolder, data_folder
from ipt.site.demo import folder as demo_folder
from ipt.site.demo.calendar import Stage
from ipt.site.demo.folder import Holds, Note
from ipt.site.listening import Place

# A demo writes to nobody and into nobody's database, whatever is set for the installation beside it.
LEFT_ASIDE = ("IPT_DATABASE_URL", "IPT_DATABASE_URL_FILE", "IPT_MAIL_URL", "IPT_MAIL_URL_FILE", "IPT_PROVIDER")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where in the story, and where to serve."""
    parser.add_argument(
        "--stage", choices=[stage.value for stage in Stage], help="where the main cohort stands (default: running)"
    )
    parser.add_argument("--fresh", action="store_true", help="remove what was done in the demo and begin again")
    parser.add_argument("--no-serve", action="store_true", help="fill it only")
    parser.add_argument("--host", default="127.0.0.1", help="address to serve on (default: this machine alone)")
    parser.add_argument("--port", type=int, default=8000, help="port to serve on (default: 8000)")


def run(args: argparse.Namespace) -> int:
    """Fill the data folder unless it is filled, then serve until stopped."""
    for name in LEFT_ASIDE:
        os.environ.pop(name, None)
    os.environ.setdefault("IPT_DATA", str(Path.home() / "IPT Essentials demo"))
    listener = None if args.no_serve else listen(args.host, args.port)
    folder = data_folder()
    folder.prepare()
    note = kept(folder, args.stage, fresh=args.fresh)
    start_django()
    from ipt.site.alone import alone  # noqa: PLC0415 -- after start_django
    from ipt.site.commands.migrate import bring_up_to_date  # noqa: PLC0415 -- after start_django

    if note is None:
        with alone():
            demo_folder.begin(folder)
    bring_up_to_date()
    if listener:
        _served_at(listener, args.host)
    if note is None:
        from ipt.site.demo.filling import fill  # noqa: PLC0415 -- after start_django

        _say("Filling the demo, once: about ten seconds ...")
        note = fill(folder, Stage(args.stage or Stage.RUNNING))
    if listener:
        _serve(listener, args.host, folder, note)
    return 0


def kept(folder: DataFolder, stage: str | None, *, fresh: bool) -> Note | None:
    """Give the note of a demo that can be gone on with; None when the folder is to be filled, and say why."""
    holds = demo_folder.look(folder)
    if holds is Holds.OTHER:
        raise CommandError(
            f"{folder.path} holds something other than a demo, which stays as it is: "
            "choose an empty folder with --data."
        )
    if holds is Holds.NOTHING or fresh:
        return None
    note = Note.read(folder)
    if note is None:
        _say("The demo here was not filled to its end, or by another version: filling it again.")
    elif stage and stage != note.stage:
        _say(f"The demo here stands at “{note.stage}”: filling it again for “{stage}”.")
        return None
    return note


def _served_at(listener: socket.socket, host: str) -> None:
    """Messages that the story sends carry links to where it will be served."""
    from django.conf import settings  # noqa: PLC0415 -- after start_django

    if not settings.PUBLIC_URL:
        settings.SERVED_URL = Place(host, listener.getsockname()[1]).for_others


def _serve(listener: socket.socket, host: str, folder: DataFolder, note: Note) -> None:
    from django.conf import settings  # noqa: PLC0415 -- after start_django
    from django.utils import timezone  # noqa: PLC0415 -- after start_django

    from ipt.site.demo.doors import doors, renewed  # noqa: PLC0415 -- after start_django

    # The addresses of the demo exist in this process alone.
    settings.ROOT_URLCONF = "ipt.site.demo.urls"
    serve(listener, host, tick=True, lines=doors(renewed(folder, note), timezone.now()))


def _say(line: str) -> None:
    """Print a line at once, also into a pipe."""
    print(line, flush=True)  # noqa: T201 -- the command line speaks by printing
