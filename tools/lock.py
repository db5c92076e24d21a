"""Choose the exact versions of everything we depend on, and write them down with their hashes."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORKSHOP = ROOT / "var" / "lock"
LEVELS = ("run", "dev")


def uv() -> str:
    """Install uv for this one task: nothing else in the project needs it."""
    venv.create(WORKSHOP, clear=True, with_pip=True)
    programs = WORKSHOP / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run((str(programs / "python"), "-m", "pip", "install", "--quiet", "uv"), check=True)
    return str(programs / "uv")


def choose(program: str, level: str) -> None:
    """Resolve one list; the maintainers' list keeps every version that people run with."""
    command = [
        program,
        *(
            "pip",
            "compile",
            "--universal",
            "--generate-hashes",
            "--no-emit-index-url",
            "--no-emit-find-links",
        ),
        *("--no-header", "--no-annotate", "--quiet", "--upgrade", "--python-version", "3.11"),
        *(() if level == "run" else ("--constraint", "requirements/run.txt")),
        *("--output-file", f"requirements/{level}.txt", f"requirements/{level}.in"),
    ]
    subprocess.run(command, cwd=ROOT, check=True)
    for number, line in enumerate((ROOT / "requirements" / f"{level}.txt").read_text(encoding="utf-8").splitlines(), 1):
        if "://" in line or line.startswith("-"):
            sys.exit(f"requirements/{level}.txt:{number} names an address, which must never be committed: {line}")


def main() -> None:
    try:
        program = uv()
        for level in LEVELS:
            choose(program, level)
            print(f"requirements/{level}.txt is up to date.")
    except subprocess.CalledProcessError as error:
        sys.exit(f"The versions could not be chosen: {Path(error.cmd[0]).name} said why above.")
    finally:
        shutil.rmtree(WORKSHOP, ignore_errors=True)


if __name__ == "__main__":
    main()
