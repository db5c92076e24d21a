"""What may be committed: no machine's paths, no registry's address, no build's leavings."""

import re

import pytest

from tests.conventions.tree import name_of, our_files
from tools.files import ROOT

ENDINGS = (
    ".py",
    ".md",
    ".html",
    ".css",
    ".js",
    ".yaml",
    ".toml",
    ".txt",
    ".in",
    ".typ",
    ".svg",
    ".json",
    "run",
)
# Folders that exist on one machine only.
MACHINE = re.compile(r"(?<![\w.~>])/(work|tmp|root|farm|opt/pypi|home/\w+|Users/\w+)/")
PIN = re.compile(r"^([a-z0-9.-]+)==([^\s;\\]+)(?: ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def test_no_path_of_a_machine() -> None:
    found = [
        f"{name_of(path)}:{number}"
        for path in our_files(*ENDINGS)
        if path.name != "test_clean_tree.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if MACHINE.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("planted", ["see /work/x/src", 'open("/tmp/x")', "file:///root/x", "/home/ada/x"])
def test_the_check_finds_a_planted_path(planted: str) -> None:
    assert MACHINE.search(planted) is not None


@pytest.mark.parametrize("clean", ["docs/work/plan.md", "https://example.org/work/", "/srv/ipt/data"])
def test_the_check_passes_other_paths(clean: str) -> None:
    assert MACHINE.search(clean) is None


def pins(level: str) -> dict[str, str]:
    lines = (ROOT / "requirements" / f"{level}.txt").read_text(encoding="utf-8").splitlines()
    strange = [line for line in lines if not PIN.match(line) and not HASH.match(line)]
    assert strange == [], f"requirements/{level}.txt holds more than pins and hashes"
    return {pin.group(1): pin.group(2) for line in lines if (pin := PIN.match(line))}


def test_the_lock_files_hold_pins_and_hashes_alone() -> None:
    run, dev = pins("run"), pins("dev")
    assert {name: dev.get(name) for name in run} == run, "maintainers would run with other versions"
    assert {"hatchling", "editables", "django"} <= set(run)


def test_no_lock_of_another_tool() -> None:
    assert [name_of(path) for path in our_files("uv.lock", "poetry.lock", "package-lock.json")] == []
