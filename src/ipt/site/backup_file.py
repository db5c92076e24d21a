"""The file format of a backup: a zip of a manifest and the database, which ends with a hash of everything before."""

import hashlib
import json
import os
import zipfile
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from ipt.site.cli import CommandError

FORMAT = 1
# What the database is called in the file, by its kind.
DATABASE = {"sqlite": "database.sqlite3", "postgresql": "database.pgdump"}
MANIFEST = "manifest.json"
# A SHA-256 in hex, as the zip's comment: one flipped bit anywhere is found.
SEAL = 64
CHUNK = 1 << 20
UNTOUCHED = "nothing was changed"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: enough to know it again, to refuse it, and to check it."""

    format: int
    made_at: str
    vendor: str
    sha256: str
    size: int
    migrations: list[str]


def pack(manifest: Manifest, dump: Path, target: Path) -> None:
    """Write the file, and see that its bytes are on the disk."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.comment = b"0" * SEAL
        archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=2))
        archive.write(dump, dump.name)
    with target.open("r+b") as stream:
        seal = _hash_but_seal(stream)
        stream.seek(-SEAL, os.SEEK_END)
        stream.write(seal)
        stream.flush()
        os.fsync(stream.fileno())


def read_manifest(file: Path) -> Manifest:
    """Read what a backup holds; raises CommandError where it is not whole, not ours, or of a newer format."""
    try:
        with file.open("rb") as stream:
            head = stream.read(SEAL)
            whole = _seal_of(stream) == _hash_but_seal(stream)
        if not whole:
            raise _refused(file, head)
        with zipfile.ZipFile(file) as archive:
            facts = json.loads(archive.read(MANIFEST))
        if isinstance(facts, dict) and isinstance(facts.get("format"), int) and facts["format"] > FORMAT:
            raise CommandError(f"{file} was made by a newer IPT Essentials: {UNTOUCHED}. Install that version first.")
        return _manifest(facts)
    except FileNotFoundError as error:
        raise CommandError(f"There is no file {file}.") from error
    except OSError as error:
        raise CommandError(f"{file} cannot be read ({error.strerror or error}).") from error
    except (KeyError, TypeError, ValueError, zipfile.BadZipFile, NotImplementedError) as error:
        raise _refused(file, b"") from error


def unpack(file: Path, manifest: Manifest, into: Path) -> Path:
    """Write the database of a backup, whose manifest was read, beside the data."""
    dump = into / DATABASE[manifest.vendor]
    try:
        with zipfile.ZipFile(file) as archive, archive.open(dump.name) as packed, dump.open("wb") as plain:
            # One byte more than it says would show that it is not what was packed.
            left = manifest.size + 1
            while left and (chunk := packed.read(min(CHUNK, left))):
                plain.write(chunk)
                left -= len(chunk)
            plain.flush()
            os.fsync(plain.fileno())
    except (KeyError, zipfile.BadZipFile, zlib.error) as error:
        raise CommandError(damaged(file)) from error
    if dump.stat().st_size != manifest.size or sha256_of(dump) != manifest.sha256:
        raise CommandError(damaged(file))
    return dump


def sha256_of(file: Path) -> str:
    """Give the hash of a file."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def damaged(file: Path) -> str:
    """Say that a backup is not whole any more."""
    return f"{file} is damaged: {UNTOUCHED}. Take another backup."


def _refused(file: Path, head: bytes) -> CommandError:
    """Say what is wrong with a file; its first bytes tell whether it ever was a backup."""
    if MANIFEST.encode() in head:
        return CommandError(damaged(file))
    return CommandError(f"{file} is not a backup of IPT Essentials: {UNTOUCHED}.")


def _manifest(facts: Any) -> Manifest:
    """Build the manifest, refusing what is not of its types (raises TypeError, ValueError)."""
    manifest = Manifest(**facts)
    numbers, words = (manifest.format, manifest.size), (manifest.made_at, manifest.vendor, manifest.sha256)
    if not all(type(number) is int for number in numbers) or not all(type(word) is str for word in words):
        raise TypeError(facts)
    if manifest.vendor not in DATABASE or not all(isinstance(name, str) for name in manifest.migrations):
        raise ValueError(facts)
    return manifest


def _seal_of(stream: IO[bytes]) -> bytes:
    stream.seek(-min(SEAL, stream.seek(0, os.SEEK_END)), os.SEEK_END)
    return stream.read()


def _hash_but_seal(stream: IO[bytes]) -> bytes:
    """Hash everything before the seal."""
    left = max(stream.seek(0, os.SEEK_END) - SEAL, 0)
    stream.seek(0)
    digest = hashlib.sha256()
    while left and (chunk := stream.read(min(CHUNK, left))):
        digest.update(chunk)
        left -= len(chunk)
    return digest.hexdigest().encode()
