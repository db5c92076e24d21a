"""Hold the lines that the tests reached against what pyproject.toml demands of each room."""

import json
import subprocess
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from tools.steps import ROOT

COUNTS = ROOT / ".coverage.json"


@dataclass(slots=True)
class Reach:
    """How many statements and branches there are, and how many were reached."""

    all: int = 0
    reached: int = 0

    def add(self, summary: dict[str, Any]) -> None:
        self.all += summary["num_statements"] + summary["num_branches"]
        self.reached += summary["covered_lines"] + summary["covered_branches"]

    @property
    def percent(self) -> float:
        return 100 * self.reached / self.all if self.all else 100.0


def demands() -> tuple[float, dict[str, float]]:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ipt"]["coverage"]
    return table["overall"], table["rooms"]


def count() -> dict[str, dict[str, Any]]:
    """Put the runs together and give every file's counts."""
    for arguments in (("combine", "--quiet"), ("json", "--quiet", "-o", str(COUNTS))):
        subprocess.run((sys.executable, "-m", "coverage", *arguments), cwd=ROOT, check=True)
    files: dict[str, dict[str, Any]] = json.loads(COUNTS.read_text(encoding="utf-8"))["files"]
    COUNTS.unlink()
    return files


def missing_in(files: dict[str, dict[str, Any]], room: str) -> list[str]:
    """Name the lines and branches of a room that no test reached."""
    lines = []
    for name, facts in sorted(files.items()):
        if room_of(name) == room and (facts["missing_lines"] or facts["missing_branches"]):
            branches = ", ".join(f"{start}->{end}" for start, end in facts["missing_branches"])
            lines.append(f"    {name}: lines {facts['missing_lines']} branches {branches or 'none'}")
    return lines


def room_of(name: str) -> str:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return parts[parts.index("ipt") + 1].removesuffix(".py")


def gate() -> bool:
    """Print the table of rooms; say whether each has what is demanded of it."""
    overall, rooms = demands()
    files = count()
    table: defaultdict[str, Reach] = defaultdict(Reach)
    for name, facts in files.items():
        table[room_of(name)].add(facts["summary"])
        table["overall"].add(facts["summary"])
    print("\nReached by the tests (lines and branches)")
    good = True
    for room, reach in sorted(table.items(), key=lambda row: (row[0] == "overall", row[0])):
        demanded = overall if room == "overall" else rooms.get(room)
        short = demanded is not None and reach.percent < demanded
        good = good and not short
        note = "" if demanded is None else f"   demanded {demanded:g} %{': NOT REACHED' if short else ''}"
        print(f"    {room:<12}{reach.percent:6.1f} %{note}")
        if short and room != "overall":
            print("\n".join(missing_in(files, room)))
    return good
