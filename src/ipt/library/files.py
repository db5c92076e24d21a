"""The files of a pack by name, from a folder: only what belongs there, as text with plain line ends."""

import os
import re
from pathlib import Path

from ipt.library.mistakes import Mistake

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
LISTS = "course|references|signposts|prospectus|papers"
FOLDERS = "surveys|questions|demonstrations|roleplays|vignettes|exchanges|monday|recall"
MODULE = "lesson.md|tutor.md|slides.md|handout.md|activities.yaml"
BELONGS = re.compile(
    rf"({LISTS})\.yaml|({FOLDERS})/{SLUG}\.yaml|papers/{SLUG}\.md|diagrams/{SLUG}\.svg"
    rf"|modules/[0-9][0-9]-{SLUG}/({re.escape(MODULE).replace(re.escape('|'), '|')})"
)
EXPECTED = (
    f"{{{LISTS.replace('|', ', ')}}}.yaml, {{{FOLDERS.replace('|', ', ')}}}/*.yaml, papers/*.md, diagrams/*.svg "
    f"or modules/NN-name/{{{MODULE.replace('|', ', ')}}}"
)
LEFT_ALONE = re.compile(r"\..*|.*~|Thumbs\.db|desktop\.ini")  # what editors and systems leave behind
UNREADABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
LARGEST_FILE = 512 * 1024
LARGEST_PACK = 8 * 1024 * 1024
MOST_FILES = 1500

Files = dict[str, str]


def read_folder(folder: Path, mistakes: list[Mistake]) -> Files:
    """Every file that belongs, in order of name; a stranger, a link or an unreadable file is a mistake."""
    if not folder.is_dir():
        mistakes.append(Mistake(folder.name, 1, "no such folder", "a folder with course.yaml"))
        return {}
    files: Files = {}
    for path in _paths(folder):
        name = path.relative_to(folder).as_posix()
        if name == "README.md":
            continue
        if path.is_symlink():
            mistakes.append(Mistake(name, 1, "a symbolic link", "a file"))
        elif not BELONGS.fullmatch(name):
            mistakes.append(Mistake(name, 1, "a file that does not belong to a course", EXPECTED))
        elif path.stat().st_size > LARGEST_FILE:
            mistakes.append(Mistake(name, 1, "a very large file", f"at most {LARGEST_FILE} bytes"))
        else:
            files[name] = text_of(name, path.read_bytes(), mistakes)
    mistakes.extend(too_much(files))
    return dict(sorted(files.items()))


def too_much(files: Files) -> list[Mistake]:
    size = sum(len(text.encode()) for text in files.values())
    if len(files) <= MOST_FILES and size <= LARGEST_PACK:
        return []
    expected = f"at most {MOST_FILES} files and {LARGEST_PACK} bytes"
    return [Mistake("course.yaml", 1, f"{len(files)} files with {size} bytes in the course", expected)]


def text_of(name: str, data: bytes, mistakes: list[Mistake]) -> str:
    """The text with plain line ends, whatever machine it was written on; empty where it cannot be read."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        mistakes.append(Mistake(name, line, "bytes that are not UTF-8", "text saved as UTF-8"))
        return ""
    for match in UNREADABLE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        mistakes.append(Mistake(name, line, f"an invisible character (U+{ord(match[0]):04X})", "visible text"))
    return UNREADABLE.sub(" ", text)


def _paths(folder: Path) -> list[Path]:
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not LEFT_ALONE.fullmatch(name)]
        linked = [name for name in folders if (Path(here) / name).is_symlink()]
        found += [Path(here) / name for name in [*names, *linked] if not LEFT_ALONE.fullmatch(name)]
    return sorted(found)
