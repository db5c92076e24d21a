"""The tables that our documents take from the code, so that they are never out of date (cog writes them)."""

import ast
import importlib
import re
import tomllib
from collections import defaultdict
from pathlib import Path

from tools.files import ROOT

SOURCE = ROOT / "src" / "ipt"


def floors() -> list[list[str]]:
    """Give the rooms by floor, highest first, as the linter reads them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers: list[str] = next(c["layers"] for c in contracts["contracts"] if c.get("containers") == ["ipt"])
    return [re.findall(r"\w+", layer) for layer in layers]


def imported(path: Path) -> set[str]:
    """Name every module of ours that a file imports: `course.actions`, `audit`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return {name.removeprefix("ipt.") for name in found if name.startswith("ipt.")}


def is_module(room: str, name: str) -> bool:
    return (SOURCE / room / f"{name}.py").exists() or (SOURCE / room / name / "__init__.py").exists()


def doors() -> dict[str, set[str]]:
    """Give each room's modules that another room imports."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in SOURCE.rglob("*.py"):
        own = path.relative_to(SOURCE).parts[0].removeprefix("__main__.py") or "site"
        for name in imported(path):
            room, _, rest = name.partition(".")
            if room != own and is_module(room, rest.split(".")[0]):
                found[room].add(rest.split(".")[0])
    return found


def purpose(room: str) -> str:
    """Give the sentence with which a room opens."""
    docstring = ast.get_docstring(ast.parse((SOURCE / room / "__init__.py").read_text(encoding="utf-8")))
    return " ".join((docstring or "").split("\n\n")[0].split())


def rooms() -> str:
    """Write the table of rooms, highest floor first, and the doors that others go through."""
    through = doors()
    lines = ["| floor | room | what it is for | doors that other rooms use |", "|---|---|---|---|"]
    for number, names in zip(range(len(floors()), 0, -1), floors(), strict=True):
        for room in names:
            modules = ", ".join(f"`{name}`" if name else "the package" for name in sorted(through[room]))
            lines.append(f"| {number} | `{room}` | {purpose(room)} | {modules or 'none'} |")
    return "\n".join(lines)


def commands() -> str:
    """Write the table of the words that `ipt` knows."""
    words: dict[str, str] = importlib.import_module("ipt.site.cli").WORDS
    return "\n".join(["| command | what it does |", "|---|---|", *(f"| `ipt {w}` | {d} |" for w, d in words.items())])


def events() -> str:
    """Write the table of everything the trail may hold."""
    importlib.import_module("ipt.site.cli").start_django()
    registered: dict[str, str] = importlib.import_module("ipt.audit.registry").registered()
    return "\n".join(
        ["| event | in words |", "|---|---|", *(f"| `{n}` | {label} |" for n, label in registered.items())]
    )
