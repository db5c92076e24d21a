"""Run all the tests: everything on SQLite, then what touches the database on PostgreSQL too."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping

from tools.browser import chromium
from tools.coverage import gate
from tools.postgres import folder_of_programs, temporary_postgres
from tools.steps import ROOT, quiet_place

# What has no database in it, or is played once: the same on PostgreSQL, so not run again there.
ONLY_ON_SQLITE = ("activities", "library", "content", "conventions", "tools")


def pytest(surroundings: Mapping[str, str], *arguments: str) -> bool:
    """Run the tests, counting which lines they reach."""
    command = (sys.executable, "-m", "coverage", "run", "--parallel-mode", "-m", "pytest", *arguments)
    return subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode == 0


def on_sqlite(surroundings: Mapping[str, str]) -> bool:
    print("\nEverything, on SQLite", flush=True)
    return pytest(surroundings, "-q")


def on_postgres(surroundings: Mapping[str, str]) -> bool:
    programs = folder_of_programs() if os.name == "posix" else None
    if programs is None:
        print("\nNo PostgreSQL here (no initdb): its half of the tests is left out.", flush=True)
        return True
    print("\nWhat touches the database, on PostgreSQL", flush=True)
    chosen = [f"--ignore=tests/{name}" for name in ONLY_ON_SQLITE]
    with temporary_postgres(programs) as address:
        there = {**surroundings, "IPT_DATABASE_URL": address}
        return pytest(there, "-q", "-m", "(not browser or postgres_journey) and not sqlite_only", *chosen)


def main(arguments: list[str]) -> int:
    started = time.monotonic()
    surroundings = {**quiet_place("test"), "IPT_CHROMIUM": chromium()}
    if arguments:  # a part of the tests: no PostgreSQL, nothing counted
        command = (sys.executable, "-m", "pytest", *arguments)
        return subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode
    subprocess.run((sys.executable, "-m", "coverage", "erase"), cwd=ROOT, check=True)
    passed = [on_sqlite(surroundings), on_postgres(surroundings)]
    reached = gate()
    good = all(passed) and reached
    print(f"\n{'All is well' if good else 'Something failed: see above'} ({time.monotonic() - started:.0f} s).")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
