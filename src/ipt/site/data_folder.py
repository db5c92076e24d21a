"""The one folder that holds everything an installation keeps: database, backups, secret key, log, mail."""

import os
import secrets
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

# What a stopped program may leave behind, and when nobody is at it any more.
LEFT_BEHIND = (".writable-*", ".secret-*", ".restore-*", "backups/.backup-*", "mail/*.part")
A_DAY = 24 * 60 * 60


class DataFolderError(Exception):
    """The data folder cannot be used; the message is one sentence for the operator."""


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Paths inside the data folder; `prepare()` makes them."""

    path: Path

    @property
    def database(self) -> Path:
        """The SQLite file (unused with PostgreSQL)."""
        return self.path / "ipt.sqlite3"

    @property
    def database_files(self) -> list[Path]:
        """The SQLite file and what SQLite keeps beside it, as far as they are there."""
        names = [self.database.name + ending for ending in ("", "-wal", "-shm", "-journal")]
        return [self.path / name for name in names if (self.path / name).exists()]

    @property
    def backups(self) -> Path:
        """Backups made before a migration or on demand."""
        return self.path / "backups"

    @property
    def mail(self) -> Path:
        """Where messages are written as files when no mail server is set."""
        return self.path / "mail"

    @property
    def log(self) -> Path:
        """The rotating log."""
        return self.path / "ipt.log"

    @property
    def logs(self) -> list[Path]:
        """The log and its older parts."""
        return sorted(self.path.glob(f"{self.log.name}*"))

    def prepare(self) -> None:
        """Make the folder, readable by its owner alone, or say in one sentence why it cannot be used."""
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile(dir=self.path, prefix=".writable-") as probe:
                probe.write(b"x" * 4096)
                probe.flush()
            for file in (self.log, *self.database_files):
                if file.exists() and not os.access(file, os.W_OK):
                    raise PermissionError(None, f"{file.name} belongs to another user or is write-protected")
        except OSError as error:
            reason = error.strerror or str(error)
            raise DataFolderError(
                f"The data folder {self.path} cannot be written to ({reason}): "
                "choose another with --data or IPT_DATA, or free some space."
            ) from error

    def sweep(self) -> None:
        """Delete what a program that was stopped half-way left behind, a day ago or earlier."""
        for pattern in LEFT_BEHIND:
            for path in self.path.glob(pattern):
                if path.stat().st_mtime < time.time() - A_DAY:
                    shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)

    def secret_key(self) -> str:
        """Read `secret.key`, or make it at the first start (0600, written whole or not at all)."""
        file = self.path / "secret.key"
        try:
            if not file.exists():
                self.prepare()
                self._make_secret_key(file)
            key = file.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "not text"
            raise DataFolderError(f"The key {file} cannot be read or made ({reason}).") from error
        if not key:
            raise DataFolderError(f"The key {file} is empty: delete it, then everybody signs in afresh.")
        return key

    def _make_secret_key(self, file: Path) -> None:
        handle, name = tempfile.mkstemp(dir=self.path, prefix=".secret-")  # 0600
        fresh = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="ascii") as stream:
                stream.write(secrets.token_urlsafe(48))
                stream.flush()
                os.fsync(stream.fileno())
            try:
                # A link refuses to overwrite: of two first starts at once, one key wins and both read it.
                os.link(fresh, file)
            except FileExistsError:
                pass
            except OSError:  # a file system without links
                fresh.replace(file)
        finally:
            fresh.unlink(missing_ok=True)


def data_folder() -> DataFolder:
    """Give the folder named by IPT_DATA, or `IPT Essentials` in the home folder."""
    named = os.environ.get("IPT_DATA")
    return DataFolder(Path(named).expanduser().resolve() if named else Path.home() / "IPT Essentials")
