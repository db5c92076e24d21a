"""Where the course that came with the product lies, and a copy of it for a tutor to edit."""

from pathlib import Path

from ipt.library.files import read_folder
from ipt.library.mistakes import Mistake, PackError

PACKAGE = Path(__file__).resolve().parents[1]


class CopyRefused(ValueError):
    """The copy was not made; the message says why in one sentence."""


def find_content(package: Path = PACKAGE) -> Path:
    """`ipt/content` of an installed package, else `content/` of the checkout that holds `src/ipt`."""
    inside = package / "content"
    return inside if (inside / "course.yaml").is_file() else package.parents[1] / "content"


def copy_content(target: Path, source: Path | None = None) -> Path:
    """The whole course in a new or empty folder."""
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise CopyRefused(f"{target} is not an empty folder: nothing was copied.")
    mistakes: list[Mistake] = []
    files = read_folder(source or find_content(), mistakes)
    if mistakes:
        raise PackError(mistakes)
    for name, text in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return target
