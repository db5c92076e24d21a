"""`ipt migrate`: bring the database to this version, after a checked backup."""

import argparse

from ipt.site.cli import CommandError, start_django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 -- every command takes them
    """Migrate and say what was done."""
    start_django()
    applied = bring_up_to_date()
    steps = {0: "nothing was missing", 1: "1 step was missing"}.get(applied, f"{applied} steps were missing")
    print(f"The database is up to date: {steps}.")  # noqa: T201 -- the command line speaks by printing
    return 0


def bring_up_to_date() -> int:
    """Apply what is missing, while no other program is at work; the number of steps applied.

    Refuses a database that a newer program has written; makes a checked backup before it changes one that holds
    anything.
    """
    from django.core.management import call_command  # noqa: PLC0415 -- after start_django
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from ipt.site.alone import alone  # noqa: PLC0415 -- after start_django
    from ipt.site.backup import applied_migrations, unknown_migrations, write_backup  # noqa: PLC0415

    with alone():
        applied = applied_migrations()
        if unknown := unknown_migrations(applied):
            raise CommandError(
                f"This database was written by a newer IPT Essentials (it has {unknown[0]}): "
                "install that version, or restore an older backup into an empty data folder."
            )
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if plan and applied:
            write_backup(label="before-migration", now=timezone.now())
        if plan:
            call_command("migrate", verbosity=0, interactive=False)
        return len(plan)
