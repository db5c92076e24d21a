"""The Lucide icons that the product uses, read once from the folder beside this file."""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "icons"


class UnknownIconError(LookupError):
    """No such drawing in the folder; icons/VERSION says how to add one."""


def names() -> tuple[str, ...]:
    """Name every icon there is."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.svg")))


@cache
def drawing(name: str) -> str:
    """Give what stands inside the icon's `<svg>`."""
    file = FOLDER / f"{name}.svg"
    if name not in names():
        raise UnknownIconError(f"There is no icon {name!r} in {FOLDER.name}/.")
    found = re.search(r"<svg.*?>(.*)</svg>", file.read_text(encoding="utf-8"), re.DOTALL)
    if found is None:
        raise UnknownIconError(f"{file.name} holds no drawing.")
    return " ".join(found[1].split())
