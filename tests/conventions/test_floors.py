"""What import-linter cannot see: tables and templates, too, know only the floors below them."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Field

from tests.conventions.tree import FEATURES, SOURCE, floors, name_of, room_of, templates

FILE_NAMES = {
    "models": "rows, constraints, cheap properties",
    "queries": "reads",
    "actions": "writes",
    "rules": "who may",
    "forms": "parse and validate",
    "views": "load, call one action, render",
    "urls": "addresses",
    "apps": "fills the registries of the floors below",
    "shred": "export, then erase",
    "trail": "the names of its events",
    "tick": "its due jobs",
    "menu": "its places in the menu",
    "mail": "its messages",
    "pdf": "its papers",
    "print": "the typst sources of its papers",
    "box": "unlinked answers: counted, signed by nobody",
    "calendar": "its iCalendar texts",
    "checks": "its system checks",
    "cli": "its part of the command line",
    "limits": "how often and how many",
    "access": "the decorators that name a view's rule",
    "adapter": "what allauth asks of us",
    "sessions": "the browsers in which a person is signed in",
    "templates": "pages",
    "static": "files for the browser",
    "templatetags": "tags",
    "management": "Django's commands",
    "migrations": "history of the tables",
    "__init__": "",
}
LITERAL = re.compile(r"""\{%-?\s*(?:extends|include)\s+["']([^"']+)["']""")


def floor_of(room: str) -> int:
    return next(number for number, rooms in enumerate(floors()) if room in rooms)


def goes_down(room: str, target: str) -> bool:
    return target == room or floor_of(target) > floor_of(room)


def relations() -> list[tuple[str, str, str]]:
    """Give (room, field, target room) for every foreign key of ours to a table of ours."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        if not model.__module__.startswith("ipt."):
            continue
        for field in model._meta.get_fields():
            target = field.related_model if isinstance(field, Field) else None
            if target and target.__module__.startswith("ipt."):
                name = f"{model._meta.label}.{field.name}"
                found.append((model._meta.app_label, name, target._meta.app_label))
    return found


def test_foreign_keys_point_down() -> None:
    found = relations()
    assert found, "no foreign key was found: this test reads nothing"
    assert [name for room, name, target in found if not goes_down(room, target)] == []


@pytest.mark.parametrize(
    ("room", "target", "allowed"),
    [
        ("course", "accounts", True),
        ("course", "course", True),
        ("accounts", "course", False),
        ("audit", "outbox", False),
    ],
)
def test_down_means_a_lower_floor(room: str, target: str, allowed: bool) -> None:
    assert goes_down(room, target) is allowed


def test_every_room_stands_on_a_floor() -> None:
    rooms = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert rooms - set().union(*floors()) == set()


@pytest.mark.parametrize("room", FEATURES)
def test_a_feature_has_the_same_few_file_names(room: str) -> None:
    names = {path.stem for path in (SOURCE / room).iterdir() if path.name != "__pycache__"}
    assert names - set(FILE_NAMES) == set()


def strangers(template: Path, text: str) -> list[str]:
    """Name the templates that this one takes from a room that is neither its own nor `ui`."""
    own = SOURCE / room_of(template) / "templates"
    return [name for name in LITERAL.findall(text) if not name.startswith("ui/") and not (own / name).exists()]


def test_a_template_takes_only_from_its_own_room_and_ui() -> None:
    mistakes = {name_of(path): strangers(path, path.read_text(encoding="utf-8")) for path in templates()}
    assert {name: found for name, found in mistakes.items() if found} == {}


def test_the_check_finds_a_template_from_another_room() -> None:
    page = SOURCE / "course" / "templates" / "course" / "planted.html"
    planted = '{% extends "ui/page.html" %}{% include "accounts/secret.html" with a=1 %}'
    assert strangers(page, planted) == ["accounts/secret.html"]
