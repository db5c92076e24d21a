"""`ipt restore`: put a backup into an empty data folder."""

import argparse
from pathlib import Path

from ipt.site.cli import start_django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to restore."""
    parser.add_argument("file", type=Path, help="the backup")


def run(args: argparse.Namespace) -> int:
    """Restore, then bring the database to this version."""
    start_django()
    from ipt.site.backup import restore_backup  # noqa: PLC0415 -- after start_django
    from ipt.site.commands.migrate import bring_up_to_date  # noqa: PLC0415

    restore_backup(args.file)
    bring_up_to_date()
    print(f"{args.file} is restored. People's links still work; those who were signed in sign in again.")  # noqa: T201
    return 0
