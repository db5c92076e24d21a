"""Run named steps one after another, each with its time, and show the words of those that fail."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is checked, and the commands that check it."""

    name: str
    commands: tuple[tuple[str, ...], ...]


def python(module: str, *arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", module, *arguments)


def tool(name: str, *arguments: str) -> tuple[str, ...]:
    """Name a program that was installed beside this Python."""
    return (str(BIN / name), *arguments)


def quiet_place(name: str) -> dict[str, str]:
    """Give surroundings in which nothing of ours is set, and nobody's own data is touched."""
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith("IPT_")}
    return {**surroundings, "IPT_DATA": str(ROOT / "var" / name)}


def run_steps(steps: Sequence[Step]) -> int:
    """Run every step, also after a failure: one run tells everything there is to mend."""
    environment = quiet_place("check")
    failed = []
    for step in steps:
        started = time.monotonic()
        words = [output for command in step.commands if (output := failure_of(command, environment)) is not None]
        print(f"{step.name:<14}{'FAILED' if words else 'ok':<8}{time.monotonic() - started:5.1f} s", flush=True)
        if words:
            failed.append(step.name)
            print("\n".join(words), flush=True)
    if failed:
        print(f"\nTo mend: {', '.join(failed)}.", flush=True)
    return 1 if failed else 0


def failure_of(command: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """Run one command; where it fails, give back what it said."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return None if done.returncode == 0 else done.stdout.strip()
