"""The course's content as it lies on this machine, and how one version differs from another."""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from ipt import library


def content_folder() -> Path:
    """Give the copy in the data folder that a tutor edits, else the course that came with the product."""
    copy = Path(settings.DATA.path) / "content"
    return copy if (copy / "course.yaml").is_file() else library.find_content()


def course_on_offer() -> library.Course:
    """Give the course as it lies here, for pages that no cohort stands behind; read again only when a file changes.

    While a tutor's copy has mistakes, these pages tell of the course that came with the product.
    """
    folder = content_folder()
    try:
        return _read(folder, _stamp(folder))
    except library.PackError:
        shipped = library.find_content()
        return _read(shipped, _stamp(shipped))


Stamp = tuple[tuple[str, int, int], ...]


def _stamp(folder: Path) -> Stamp:
    """Give every file with its size and the time of its last change; strangers' pages ask at every visit."""
    # For four hundred files the functions of os take a third of the time that Path takes.
    paths = sorted(os.path.join(here, name) for here, _, names in os.walk(folder) for name in names)  # noqa: PTH118
    return tuple((path, (status := os.stat(path)).st_size, status.st_mtime_ns) for path in paths)  # noqa: PTH116


@lru_cache(maxsize=2)
def _read(folder: Path, stamp: Stamp) -> library.Course:  # noqa: ARG001 -- the stamp is what makes it fresh
    return library.read_pack(folder)


@dataclass(frozen=True, slots=True)
class Difference:
    """What a cohort would see change, in titles; `lengths` are (half-day, minutes now, minutes then)."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    activities: tuple[str, ...]
    lengths: tuple[tuple[int, int, int], ...]
    # Something else differs: the prospectus, a source, a topic.
    elsewhere: bool

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.added or self.removed or self.changed or self.activities or self.lengths or self.elsewhere)


def difference(old: library.Course, new: library.Course) -> Difference:
    """Compare two versions by the permanent keys of their blocks and activities."""
    before = {block.key: block for block in old.blocks}
    after = {block.key: block for block in new.blocks}
    asked = {**old.activities, **old.surveys}
    ask = {**new.activities, **new.surveys}
    lengths = zip(old.half_days, new.half_days, strict=True)
    named = Difference(
        added=tuple(block.title for key, block in after.items() if key not in before),
        removed=tuple(block.title for key, block in before.items() if key not in after),
        changed=tuple(block.title for key, block in after.items() if key in before and before[key] != block),
        activities=tuple(one.title for key, one in ask.items() if key in asked and asked[key] != one),
        lengths=tuple((a.number, a.minutes, b.minutes) for a, b in lengths if a.minutes != b.minutes),
        elsewhere=False,
    )
    if named or old.digest == new.digest:
        return named
    return Difference((), (), (), (), (), elsewhere=True)
