"""The command `ipt`: serve a course, run the demo, keep and restore its data."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from ipt.site import sqlite  # noqa: F401 -- before Django
from ipt.site.data_folder import DataFolderError
from ipt.site.environment import SettingError
from ipt.site.troubles import sentence_for

# word: what it does, in the order of the help page. Each is a module in ipt.site.commands.
WORDS = {
    "serve": "serve the course on this machine",
    "demo": "fill a lived-in demo and serve it",
    "migrate": "bring the database to this version, after a checked backup",
    "invite": "make a link that lets a new operator or tutor in",
    "content": "check or copy the course's content",
    "print": "print the course: workbook, tutor's guide, slides, handouts and cards",
    "tick": "do what is due: send messages, expire offers, promote the next",
    "backup": "write everything into one file",
    "restore": "put a backup into an empty data folder",
    "forget": "export, then erase, everything kept about one person",
    "django": "run one of Django's own commands",
}


class CommandError(Exception):
    """Something stands in the way; the message is one sentence for whoever typed the command."""


class Command(Protocol):
    """What a module in ipt.site.commands offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...
    def run(self, args: argparse.Namespace) -> int: ...


def _command(word: str) -> Command:
    """Import the module of one word; Django is loaded by those that need it."""
    return cast("Command", importlib.import_module(f"ipt.site.commands.{word}"))


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the number is the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(prog="ipt", description=__doc__)
    parser.add_argument("--data", type=Path, help="the data folder (or IPT_DATA)")
    commands = parser.add_subparsers(dest="word", metavar="WORD", required=True)
    for word, does in WORDS.items():
        one = commands.add_parser(word, help=does, description=does, add_help=word != "django")
        one.add_argument("--data", type=Path, default=argparse.SUPPRESS, help="the data folder (or IPT_DATA)")
        if word in words[:3]:
            _command(word).add_arguments(one)
    args = parser.parse_args(words)
    if args.data:
        os.environ["IPT_DATA"] = str(args.data)
    try:
        return _command(args.word).run(args)
    except (CommandError, DataFolderError, SettingError) as error:
        return _give_up(str(error))
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        sentence = sentence_for(error)
        if sentence is None:
            raise
        return _give_up(sentence)


def _give_up(sentence: str) -> int:
    """Say why, in one line."""
    print(f"ipt: {sentence}", file=sys.stderr)  # noqa: T201 -- the command line speaks by printing
    return 1


def start_django() -> None:
    """Load Django with the product's settings; every command that touches the database begins here."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ipt.site.settings")
    # Whatever is written holds people's data: for its owner alone, wherever the folder came from.
    os.umask(0o077)
    import django  # noqa: PLC0415 -- slow import

    from ipt.site.data_folder import data_folder  # noqa: PLC0415 -- after --data is known

    data_folder().prepare()
    django.setup()
