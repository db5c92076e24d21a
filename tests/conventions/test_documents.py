"""What an operator may set and type stands in the documents, and nothing else does."""

import re

from ipt.audit.registry import registered
from ipt.site.cli import WORDS
from ipt.site.environment import KNOWN
from tools.files import ROOT, documents

SETTINGS = ROOT / "docs" / "operator" / "settings.md"


def all_documents() -> str:
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in documents())


def test_every_setting_is_in_the_table_of_settings() -> None:
    named = set(re.findall(r"^\| `(IPT_[A-Z_]+)`", SETTINGS.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert named == KNOWN


def test_documents_name_no_setting_that_is_not_read() -> None:
    assert set(re.findall(r"\bIPT_[A-Z_]+\b", all_documents())) - KNOWN == set()


def test_every_command_is_in_the_documents() -> None:
    text = all_documents()
    assert {word for word in WORDS if f"ipt {word}" not in text and f"./run {word}" not in text} == set()


def test_documents_name_no_command_that_is_not_there() -> None:
    of_the_launcher = set(re.findall(r"^\./run ([a-z]+)", (ROOT / "run").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"`(?:\./run|ipt) ([a-z]+)", all_documents()))
    assert named - set(WORDS) - of_the_launcher - {"help"} == set()


def test_every_event_is_in_the_architecture() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert {name for name in registered() if f"`{name}`" not in text} == set()


def test_every_dependency_is_listed_with_what_it_is_for() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    listed = {name for row in re.findall(r"^\| ([a-z0-9, -]+) \|", text, re.MULTILINE) for name in row.split(", ")}
    lines = [
        line
        for level in ("run", "dev")
        for line in (ROOT / "requirements" / f"{level}.in").read_text(encoding="utf-8").splitlines()
    ]
    asked = {re.split(r"[^\w-]", line)[0].lower() for line in lines if line and not line.startswith("-")}
    assert listed - {"package", "what"} == asked


def test_decisions_are_numbered_and_short() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [path.name[:4] for path in records] == [f"{number:04}" for number in range(1, len(records) + 1)]
    assert [path.name for path in records if len(path.read_text(encoding="utf-8").splitlines()) > 60] == []
