"""A pack's bytes: made the same on every machine, and opened again with nothing taken on trust."""

import hashlib
import io
import struct
import threading
import zipfile
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from ipt.library.files import (
    BELONGS,
    LARGEST_FILE,
    LARGEST_PACK,
    MOST_FILES,
    Files,
    read_folder,
    text_of,
    too_much,
)
from ipt.library.mistakes import Mistake, PackError, Report
from ipt.library.reading import Reading
from ipt.library.values import Course

EPOCH = (1980, 1, 1, 0, 0, 0)
UNIX = 3
PLAIN_FILE = 0o100644 << 16
DAMAGED = (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError, struct.error)
MOST_OPEN = 16


def check_pack(folder: Path) -> Report:
    """Everything that is wrong with a course in a folder, and what its tutor should know."""
    return _read(folder).report


def read_pack(folder: Path) -> Course:
    return _read(folder).course


def make_pack(folder: Path) -> bytes:
    """The bytes that a cohort pins; PackError where the content has mistakes."""
    mistakes: list[Mistake] = []
    files = read_folder(folder, mistakes)
    data = packed(files)
    _ = Reading(files, mistakes, pack_digest(data)).course
    return data


def pack_digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def open_pack(data: bytes) -> Course:
    """The course in these bytes; read once in a process."""
    return open_pinned(pack_digest(data), lambda: data)


def open_pinned(digest: str, load: Callable[[], bytes]) -> Course:
    """The course with this digest; `load` is asked for its bytes only when it is not open yet."""
    with _lock:
        if digest in _open:
            _open.move_to_end(digest)
            return _open[digest]
    data = load()
    if pack_digest(data) != digest:
        raise PackError([Mistake("the pack", 1, "bytes with another digest", digest)])
    mistakes: list[Mistake] = []
    course = Reading(unpacked(data, mistakes), mistakes, digest).course
    with _lock:
        _open[digest] = course
        if len(_open) > MOST_OPEN:
            _open.popitem(last=False)
    return course


_open: OrderedDict[str, Course] = OrderedDict()
_lock = threading.Lock()


def packed(files: Files) -> bytes:
    """Stored, not compressed: compressors differ between machines, and a stored pack cannot be a bomb."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, text in sorted(files.items()):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = UNIX
            entry.external_attr = PLAIN_FILE
            archive.writestr(entry, text.encode())
    return buffer.getvalue()


def unpacked(data: bytes, mistakes: list[Mistake]) -> Files:
    """The files in a pack; PackError when it is not one that this product could have made."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse(archive, len(data))
            files = {name: text_of(name, archive.read(name), mistakes) for name in archive.namelist()}
    except DAMAGED as error:
        if isinstance(error, PackError):
            raise
        raise PackError([Mistake("the pack", 1, "bytes that are damaged", "a course pack")]) from error
    mistakes.extend(too_much(files))
    return files


def _refuse(archive: zipfile.ZipFile, size: int) -> None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    wrong = ""
    if size > 2 * LARGEST_PACK or sum(entry.file_size for entry in entries) > LARGEST_PACK:
        wrong = "too many bytes"
    elif len(entries) > MOST_FILES or len(set(names)) < len(names):
        wrong = "too many files"
    for entry in entries:
        if not BELONGS.fullmatch(entry.filename):
            wrong = f"the file {entry.filename!r}"
        elif entry.compress_type != zipfile.ZIP_STORED or entry.file_size > LARGEST_FILE:
            wrong = f"the compressed or very large file {entry.filename!r}"
    if wrong:
        raise PackError([Mistake("the pack", 1, wrong, "a course pack made by this product")])


def _read(folder: Path) -> Reading:
    mistakes: list[Mistake] = []
    files = read_folder(folder, mistakes)
    return Reading(files, mistakes, pack_digest(packed(files)))
