"""Small files, small functions: what outgrows its budget needs a reason, or a room of its own."""

import ast
from pathlib import Path

from tests.conventions.tree import SOURCE, functions_in, name_of, our_files, python_files, templates
from tools.files import ROOT

MODULE, FUNCTION, TEMPLATE, BROWSER, TEST = 300, 50, 120, 250, 400

# What may be longer, with the reason. A line here that is no longer needed fails.
ALLOWED: dict[str, str] = {}


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def too_long(paths: list[Path], budget: int) -> set[str]:
    return {name_of(path) for path in paths if lines_of(path) > budget}


def long_functions(name: str, source: str) -> set[str]:
    return {
        f"{name}: {function}"
        for function, node in functions_in(ast.parse(source))
        if (node.end_lineno or node.lineno) - node.lineno + 1 > FUNCTION
    }


def test_files_and_functions_are_small() -> None:
    ours = [*python_files("src", "tools", "bench", "requirements"), ROOT / "run"]
    for_browsers = [path for path in our_files(".css", ".js") if path.is_relative_to(SOURCE)]
    found = (
        too_long(ours, MODULE)
        | too_long(templates(), TEMPLATE)
        | too_long(for_browsers, BROWSER)
        | too_long(python_files("tests"), TEST)
    )
    for path in [*ours, *python_files("tests")]:
        found |= long_functions(name_of(path), path.read_text(encoding="utf-8"))
    assert found == set(ALLOWED)


def test_the_check_finds_a_long_function() -> None:
    planted = "class Room:\n    def enter(self):\n" + "        go()\n" * FUNCTION
    assert long_functions("planted.py", planted) == {"planted.py: Room.enter"}
