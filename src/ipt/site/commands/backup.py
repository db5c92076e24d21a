"""`ipt backup`: write everything into one file."""

import argparse
from pathlib import Path

from ipt.site.cli import start_django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to write."""
    parser.add_argument("file", nargs="?", type=Path, help="the file to write (default: in the data folder's backups)")


def run(args: argparse.Namespace) -> int:
    """Write a checked backup."""
    start_django()
    from django.utils import timezone  # noqa: PLC0415 -- after start_django

    from ipt.site.backup import write_backup  # noqa: PLC0415 -- after start_django

    file = write_backup(target=args.file, now=timezone.now())
    print(f"Backup written and checked: {file} ({file.stat().st_size:,} bytes). The secret key is not in it.")  # noqa: T201
    return 0
