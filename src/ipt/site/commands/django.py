"""`ipt django …`: Django's own commands, for maintainers."""

import argparse

from ipt.site.cli import start_django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything after the word goes to Django."""
    parser.add_argument("rest", nargs=argparse.REMAINDER)


def run(args: argparse.Namespace) -> int:
    """Run one of Django's commands."""
    start_django()
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- after start_django

    execute_from_command_line(["ipt django", *args.rest])
    return 0
