"""The sources of one booklet, numbered in the order in which they are first cited."""

from collections.abc import Iterable, Mapping

from ipt.library import Reference
from ipt.print.nodes import Json, words


class Sources:
    """`prefix` keeps the lists of several papers in one file apart."""

    def __init__(self, references: Mapping[str, Reference], prefix: str = "source") -> None:
        self.references = references
        self.prefix = prefix
        self.numbers: dict[str, int] = {}

    def cite(self, keys: Iterable[str]) -> list[Json]:
        """Number these sources; one that the course does not know is left out."""
        return [
            {"number": self.numbers.setdefault(key, len(self.numbers) + 1), "label": self._label(key)}
            for key in keys
            if key in self.references
        ]

    def cited(self, keys: Iterable[str]) -> Json:
        """Cite as a piece of running text."""
        return {"is": "cite", "to": self.cite(keys)}

    def listed(self) -> Json:
        """List what was cited."""
        return {"is": "sources", "items": [self._source(self.references[key], key) for key in self.numbers]}

    def _source(self, source: Reference, key: str) -> Json:
        return {
            "label": self._label(key),
            "by": words(f"{source.authors} ({source.year})."),
            "title": words(source.title),
            "where": words(source.source.removesuffix(".") + "."),
            "address": source.address,
        }

    def _label(self, key: str) -> str:
        return f"{self.prefix}-{key}"
