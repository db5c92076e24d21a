"""A newcomer finds a thing by its name, and every module opens by saying what it is for."""

import ast
import re

from tests.conventions.tree import SOURCE, name_of, our_files, python_files
from tools.files import ROOT

# Drawers for everything: a thing that would go there has a name of its own.
NO_NAMES = re.compile(r"^_?(utils?|helpers?|common|managers?|services?|base|misc)$")
WORK_NOTE = re.compile(r"\b(TO(?=DO)DO|FIX(?=ME)ME|X{3})\b(?! ?\(?#\d)")
# Where time comes in as an argument, so that a test can say what time it is.
CLOCKLESS = ("actions", "rules", "queries", "models")
CLOCK = re.compile(r"\btimezone\.(now|localdate|localtime)\(\)|\bdate(time)?\.(now|today|utcnow)\(|\btime\.time\(")


def test_every_module_says_what_it_is_for() -> None:
    modules = [*python_files("src", "tests", "tools", "bench", "requirements"), ROOT / "run"]
    texts = {name_of(path): path.read_text(encoding="utf-8") for path in modules}
    silent = [name for name, text in texts.items() if text and not ast.get_docstring(ast.parse(text))]
    assert silent == []


def test_nothing_is_called_a_drawer() -> None:
    folders = ("src", "tests", "tools", "bench", "content", "docs")
    drawers = {
        name_of(path)
        for path in our_files("")
        if path.relative_to(ROOT).parts[0] in folders
        for part in path.relative_to(ROOT).parts
        if NO_NAMES.match(part.split(".")[0])
    }
    assert drawers == set()


def test_a_work_note_carries_its_issue_number() -> None:
    notes = [
        f"{name_of(path)}:{number}"
        for path in our_files(".py", ".html", ".css", ".js", ".md", ".yaml", ".toml")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if WORK_NOTE.search(line)
    ]
    assert notes == []


def test_time_is_an_argument_below_the_views() -> None:
    read = [
        f"{name_of(path)}:{number}"
        for room in ("accounts", "course")
        for layer in CLOCKLESS
        for path in [*SOURCE.glob(f"{room}/{layer}.py"), *SOURCE.glob(f"{room}/{layer}/**/*.py")]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if CLOCK.search(line)
    ]
    assert read == []


def saves_everything(source: str) -> list[int]:
    """Give the lines that write a whole row back: what somebody else changed meanwhile would be undone."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "save"
        and not any(word.arg in {"update_fields", "force_insert"} for word in node.keywords)
    ]


# Saves that are not of a row, with the reason.
OTHER_SAVES: dict[str, str] = {}


def test_a_save_names_its_fields() -> None:
    found = {name_of(path) for path in python_files("src") if saves_everything(path.read_text(encoding="utf-8"))}
    assert found == set(OTHER_SAVES)


def test_the_checks_find_what_was_planted() -> None:
    assert saves_everything("place.save()\nplace.save(update_fields=['state'])") == [1]
    note = "TO{}: tidy".format
    assert WORK_NOTE.search(note("DO")) is not None
    assert WORK_NOTE.search(note("DO(#12)")) is None
    assert NO_NAMES.match("utils") is not None
    assert CLOCK.search("now = timezone.now()") is not None
