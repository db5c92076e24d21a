"""Give the built package the same exact versions as requirements/run.txt."""

import re
from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface


class PinnedDependencies(MetadataHookInterface):
    """Read `name==version ; marker` lines and leave the hashes behind."""

    def update(self, metadata: dict[str, object]) -> None:
        text = (Path(self.root) / "requirements" / "run.txt").read_text(encoding="utf-8")
        lines = re.findall(r"^([a-z0-9][^\s\\]*==[^\\\n]*?)\s*\\?$", text, flags=re.MULTILINE)
        metadata["dependencies"] = [line.strip() for line in lines]
