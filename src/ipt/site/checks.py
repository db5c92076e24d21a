"""System checks: what is wrong with an installation, each with an id and what to do; `ipt serve` prints them."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as Caution
from django.db import connection

from ipt.site import sqlite

TAG = "ipt"
# Folders that a program copies away file by file, which tears a database apart.
SYNCHRONISED = ("dropbox", "onedrive", "icloud", "google drive", "googledrive", "nextcloud", "owncloud")


def register_checks() -> None:
    """Register with Django; called from `apps.py`."""
    register(check_installation, TAG)


def check_installation(**_facts: Any) -> list[CheckMessage]:
    """Look at the settings and the machine."""
    return [*_of_the_database(), *_of_a_provider()]


def _of_the_database() -> Iterator[CheckMessage]:
    if connection.vendor != "sqlite":
        return
    if not sqlite.WAL_IS_SAFE:
        yield Caution(
            f"This Python's SQLite is {sqlite3.sqlite_version}, which may damage a write-ahead log: "
            "a rollback journal is used, and writing is slower.",
            hint="Install the package pysqlite3, or a Python with SQLite 3.51.3 or newer.",
            id="ipt.W001",
        )
    folder = settings.DATA.path
    if any(name in part.lower() for part in folder.parts for name in SYNCHRONISED):
        yield Caution(
            f"The data folder {folder} looks synchronised with a cloud, which damages databases.",
            hint="Choose a folder on this machine alone, with --data or IPT_DATA.",
            id="ipt.W004",
        )


def _of_a_provider() -> Iterator[CheckMessage]:
    if settings.PUBLIC_URL and not settings.MAIL_URL:
        yield Caution(
            "No mail server is set: messages are written to files, and nobody receives them.",
            hint="Set IPT_MAIL_URL, see docs/operator/mail.md.",
            id="ipt.W002",
        )
    if not settings.PROVIDER:
        return
    if not settings.PUBLIC_URL.startswith("https://"):
        yield Error(
            "A provider needs the address at which people reach it: mails and certificates carry it.",
            hint="Set IPT_PUBLIC_URL to https:// and the host.",
            id="ipt.E003",
        )
    if settings.DEBUG:
        yield Error(
            "IPT_DEBUG shows settings and people's data to whoever causes an error.",
            hint="Take it away, or IPT_PROVIDER.",
            id="ipt.E005",
        )
