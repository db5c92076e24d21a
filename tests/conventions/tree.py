"""What the convention tests read: our files, and what stands in them."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tools.files import ROOT, files_of_the_project

SOURCE = ROOT / "src" / "ipt"
# Rooms that people see pages of; inside them the same few file names.
FEATURES = ("accounts", "course")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    """Name a file as a person would: from the checkout, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


def python_files(*folders: str) -> list[Path]:
    """List the Python files in some folders of the checkout; migrations are history, not code."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in found if "migrations" not in path.parts)


def our_files(*endings: str) -> list[Path]:
    """List the files of the project with one of these endings; vendored ones are not ours to change."""
    return [path for path in files_of_the_project() if path.name.endswith(endings) and "vendor" not in path.parts]


def templates() -> list[Path]:
    return sorted(SOURCE.glob("*/templates/**/*.html"))


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


def floors() -> list[set[str]]:
    """Read the floors, highest first, where the linter reads them: siblings share a floor."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers: list[str] = next(c["layers"] for c in contracts["contracts"] if c.get("containers") == ["ipt"])
    return [set(re.findall(r"\w+", layer)) for layer in layers]


def functions_in(tree: ast.Module) -> Iterator[tuple[str, Function]]:
    """Give every function and method with its dotted name."""

    def walk(node: ast.AST, prefix: str) -> Iterator[tuple[str, Function]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, Function):
                yield prefix + child.name, child
            if isinstance(child, Function | ast.ClassDef):
                yield from walk(child, f"{prefix}{child.name}.")

    return walk(tree, "")


def called_names(node: ast.AST) -> set[str]:
    """Give the last part of the name of everything that is called."""
    calls = (child.func for child in ast.walk(node) if isinstance(child, ast.Call))
    return {
        call.attr if isinstance(call, ast.Attribute) else call.id
        for call in calls
        if isinstance(call, ast.Attribute | ast.Name)
    }
