"""Every public function in an `actions` module records what it did."""

import ast
from pathlib import Path

from tests.conventions.tree import FEATURES, SOURCE, Function, called_names, name_of, room_of

# Public functions that record nothing themselves, each with its reason.
RECORDS_ELSEWHERE: dict[str, str] = {}


def functions_of(source: str) -> dict[str, Function]:
    return {node.name: node for node in ast.parse(source).body if isinstance(node, Function)}


def other_actions(source: str) -> set[str]:
    """Name what a module imports from other `actions` modules, where it is checked on its own."""
    return {
        alias.asname or alias.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and "actions" in (node.module or "").split(".")
        for alias in node.names
    }


def unrecorded(source: str) -> list[str]:
    """Name the public functions that neither call `record(` nor go through another action that does."""
    functions = functions_of(source)
    recording = {"record"} | other_actions(source)
    while more := {name for name, node in functions.items() if called_names(node) & recording} - recording:
        recording |= more
    return [name for name in functions if not name.startswith("_") and name not in recording]


def actions_modules() -> list[Path]:
    return sorted([*SOURCE.glob("*/actions.py"), *SOURCE.glob("*/actions/**/*.py")])


def test_every_public_action_records() -> None:
    missing = [
        f"{name_of(path)}: {name}"
        for path in actions_modules()
        for name in unrecorded(path.read_text(encoding="utf-8"))
    ]
    assert sorted(missing) == sorted(RECORDS_ELSEWHERE)


def loose(node: Function) -> bool:
    """Whether a call could leave out what a value is. A due job takes the time alone: `lapse_offers(now)`."""
    return [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)] not in ([], ["now"])


def test_actions_take_keywords_only() -> None:
    """A call says what each value is: `withdraw(place=…, actor=…, now=…)`."""
    assert [
        f"{name_of(path)}: {name}"
        for room in FEATURES
        for path in actions_modules()
        if room_of(path) == room
        for name, node in functions_of(path.read_text(encoding="utf-8")).items()
        if not name.startswith("_") and loose(node)
    ] == []


def test_the_check_finds_an_action_that_records_nothing() -> None:
    planted = """
from ipt.course.actions.places import withdraw
from ipt.course.queries.places import taken
def abroad(*, place): withdraw(place=place)
def reading(*, place): taken(place)
def quiet(*, place): place.save()
def loud(*, place): record("course.place.taken")
def through(*, place): loud(place=place)
def _inner(place): place.save()
async def later(*, place): place.save()
"""
    assert unrecorded(planted) == ["reading", "quiet", "later"]
