"""One-file backups: the database whole, with a manifest of hashes; no key is in it."""

import datetime as dt
import tempfile
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from ipt.site.backup_file import (
    DATABASE,
    FORMAT,
    UNTOUCHED,
    Manifest,
    damaged,
    pack,
    read_manifest,
    sha256_of,
    unpack,
)
from ipt.site.cli import CommandError
from ipt.site.data_folder import data_folder
from ipt.site.databases import keeper
from ipt.site.troubles import is_full


def write_backup(*, now: dt.datetime, target: Path | None = None, label: str = "backup") -> Path:
    """Write a checked backup and give its path; a half-written one is never left under its final name."""
    target = target or _free_name(now, label)
    if target.exists():
        raise CommandError(f"{target} is there already: choose another name.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as name:
            part = _packed(Path(name), now)
            part.replace(target)
    except OSError as error:
        advice = "free some space, then try again" if is_full(error) else "choose another place for it"
        raise CommandError(
            f"The backup {target} could not be written ({error.strerror or error}): {advice}."
        ) from error
    return target


def restore_backup(file: Path) -> None:
    """Put a backup into an empty data folder (or an empty PostgreSQL database). Anything wrong changes nothing."""
    folder = data_folder()
    manifest = read_manifest(file)
    _refuse_others(file, manifest)
    folder.prepare()
    keeper().need_room()
    try:
        with tempfile.TemporaryDirectory(dir=folder.path, prefix=".restore-") as name:
            dump = unpack(file, manifest, Path(name))
            if not keeper().is_whole(dump):
                raise CommandError(damaged(file))
            keeper().load(dump)
    except OSError as error:
        advice = "free some space, then try again" if is_full(error) else "look at the folder"
        raise CommandError(
            f"{file} could not be restored into {folder.path} ({error.strerror or error}): {advice}."
        ) from error


def unknown_migrations(applied: set[str]) -> list[str]:
    """Give the steps that a database has and this program does not know: a newer program took them."""
    loader = MigrationLoader(None)
    known = {f"{app}.{name}" for app, name in loader.disk_migrations}
    replaced = {f"{app}.{name}" for step in loader.disk_migrations.values() for app, name in step.replaces}
    return sorted(applied - known - replaced)


def applied_migrations() -> set[str]:
    """Give the steps that the database has taken, as `app.name`."""
    return {f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()}


def _free_name(now: dt.datetime, label: str) -> Path:
    """Give a name in the backups folder that nothing has."""
    folder = data_folder().backups
    name = f"ipt-{now:%Y%m%d-%H%M%S}-{label}"
    names = (f"{name}{f'-{number}' if number else ''}.iptbackup" for number in range(1000))
    return next(folder / name for name in names if not (folder / name).exists())


def _packed(folder: Path, now: dt.datetime) -> Path:
    """Copy the database, check the copy, pack it and read it back."""
    dump = folder / DATABASE[connection.vendor]
    steps = sorted(applied_migrations())
    keeper().dump(dump)
    if not keeper().is_whole(dump):
        raise CommandError(
            f"The database is damaged: no backup was made. The last good one is in {data_folder().backups}."
        )
    manifest = Manifest(FORMAT, now.isoformat(), connection.vendor, sha256_of(dump), dump.stat().st_size, steps)
    part = folder / "part"
    pack(manifest, dump, part)
    dump.unlink()
    part.chmod(0o600)
    unpack(part, read_manifest(part), folder)
    return part


def _refuse_others(file: Path, manifest: Manifest) -> None:
    """Refuse what this installation cannot hold."""
    if newer := unknown_migrations(set(manifest.migrations)):
        raise CommandError(
            f"{file} was made by a newer IPT Essentials (it has {newer[0]}): {UNTOUCHED}. Install that version first."
        )
    if manifest.vendor != connection.vendor:
        raise CommandError(
            f"{file} holds a {manifest.vendor} database and this installation uses {connection.vendor}: {UNTOUCHED}."
        )
