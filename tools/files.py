"""Say which files there are to check."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON_FILES = (".", "run")


def templates() -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "src").glob("ipt/*/templates/**/*.html"))


def documents() -> list[str]:
    """List the Markdown pages for maintainers, operators and tutors (not the course's own content)."""
    return sorted(str(path.relative_to(ROOT)) for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def files_of_the_project() -> list[Path]:
    """List what is, or is about to be, in the repository; without git, all that no run made."""
    listed = subprocess.run(
        ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0:
        paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if not made_by_a_run(path)]
    return sorted(path for path in paths if path.is_file())


def made_by_a_run(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return parts[0] in {".git", ".venv", ".hypothesis", "var", "dist"} or any(
        part == "__pycache__" or part.endswith(("_cache", ".egg-info")) or part.startswith(".coverage")
        for part in parts
    )
