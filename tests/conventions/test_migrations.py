"""The history of the tables: named, in one line, and complete."""

import re

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
from django.db.migrations.state import ProjectState

ROOMS = {config.label for config in apps.get_app_configs() if config.name.startswith("ipt.")}
TELLING = re.compile(r"\d{4}_(?!auto)[a-z][a-z0-9_]+")


def ours() -> list[tuple[str, str]]:
    disk = MigrationLoader(None).disk_migrations
    return sorted((str(app), str(name)) for app, name in disk if app in ROOMS)


def test_migrations_have_telling_names() -> None:
    assert ours(), "no migration was found: this test reads nothing"
    assert [(app, name) for app, name in ours() if not TELLING.fullmatch(name) or "_auto_" in name] == []


def test_each_room_has_one_line_of_migrations() -> None:
    graph = MigrationLoader(None).graph
    assert {app: names for app in ROOMS if len(names := graph.leaf_nodes(app)) > 1} == {}


def test_no_migration_is_pending() -> None:
    loader = MigrationLoader(None)
    changes = MigrationAutodetector(
        loader.project_state(),
        ProjectState.from_apps(apps),
        NonInteractiveMigrationQuestioner(specified_apps=ROOMS, dry_run=True),
    ).changes(graph=loader.graph)
    assert {
        app: [str(operation) for migration in migrations for operation in migration.operations]
        for app, migrations in changes.items()
        if app in ROOMS
    } == {}
