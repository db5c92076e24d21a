"""Start servers as an operator would, and see how long that takes and how much memory they hold."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.steps import ROOT

MEGABYTE = 1024


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    process: subprocess.Popen[str]
    port: int
    # From the command to its first line.
    seconds: float

    @property
    def memory(self) -> float | None:
        """Its resident memory in MB, where the system says so."""
        status = Path(f"/proc/{self.process.pid}/status")
        found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text(encoding="ascii")) if status.exists() else None
        return int(found[1]) / MEGABYTE if found else None


def surroundings(data: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("IPT_")}
    return {**kept, "IPT_DATA": str(data)}


@contextmanager
def serving(data: Path, *command: str) -> Iterator[Server]:
    """Run `python -m …` until the block is left; it begins when the server says where it is."""
    started = time.perf_counter()
    with subprocess.Popen(
        (sys.executable, "-m", *command), cwd=ROOT, env=surroundings(data), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None  # noqa: S101 -- a pipe was asked for
        try:
            lines = iter(process.stdout.readline, "")
            address = next(line for line in lines if line.startswith("Serving on"))
            port = int(address.rpartition(":")[2])
            yield Server(process, port, time.perf_counter() - started)
        finally:
            process.terminate()


def said_inside(data: Path, code: str) -> str:
    """Run a few lines inside the product, and give what they printed."""
    begin = "from ipt.site.cli import start_django; start_django()\n"
    done = subprocess.run(
        (sys.executable, "-c", begin + code),
        cwd=ROOT,
        env=surroundings(data),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout.strip()
