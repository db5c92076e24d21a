"""Installations, each with a data folder and a database of its own."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.site.installation import Installation, fresh_database

Make = Callable[[str], Installation]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Make installations by name; nothing is in them yet."""
    with ExitStack() as stack:
        yield lambda name: Installation(tmp_path / name, stack.enter_context(fresh_database()))


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation whose tables are made, and nothing more: to be copied."""
    with fresh_database() as database:
        installation = Installation(tmp_path_factory.mktemp("tables"), database)
        done = installation.ipt("migrate")
        assert done.returncode == 0, done.stderr
        yield installation


@pytest.fixture(scope="session")
def people(tables: Installation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation with people in every table: to be copied."""
    with fresh_database(like=tables.database) as database:
        installation = copied(tables, tmp_path_factory.mktemp("people"), database)
        installation.do("from tests.site.scene import fill; fill()")
        yield installation


@pytest.fixture
def here(tables: Installation, tmp_path: Path) -> Iterator[Installation]:
    """An installation whose tables are made, and nothing more."""
    with fresh_database(like=tables.database) as database:
        yield copied(tables, tmp_path / "here", database)


@pytest.fixture
def full(people: Installation, tmp_path: Path) -> Iterator[Installation]:
    """An installation with people in every table."""
    with fresh_database(like=people.database) as database:
        yield copied(people, tmp_path / "full", database)


def copied(installation: Installation, folder: Path, database: str) -> Installation:
    shutil.copytree(installation.data, folder, dirs_exist_ok=True)
    return Installation(folder, database)
