"""`ipt tick`: do what is due, once; a server that has no laptop's clock runs it every minute."""

import argparse

from ipt.site.cli import start_django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take none: everything that is due is done."""


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 -- every command takes them
    """Run all due jobs and print one line for each; 1 when one of them failed."""
    start_django()
    from django.utils import timezone  # noqa: PLC0415 -- after start_django

    from ipt.outbox.due import run_due  # noqa: PLC0415 -- after start_django

    done = run_due(timezone.now())
    for name, count in done.items():
        print(f"{name}: {'failed, see the log' if count < 0 else count}")  # noqa: T201 -- the command line speaks by printing
    return 1 if min(done.values(), default=0) < 0 else 0
