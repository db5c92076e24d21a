"""What every reader works on: the files of a pack, the shared list of mistakes and the index of keys."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ipt.library.entries import Entry, word_of
from ipt.library.files import Files
from ipt.library.index import Index, Named, Sort, User
from ipt.library.markdown import read_document
from ipt.library.markdown.nodes import Document
from ipt.library.marks import Marked, read_yaml
from ipt.library.mistakes import Mistake, Sheet


@dataclass(slots=True)
class Sources:
    files: Files
    mistakes: list[Mistake]
    index: Index = field(default_factory=Index)

    def sheet(self, name: str) -> Sheet:
        return Sheet(name, self.mistakes)

    def yaml(self, name: str) -> Marked | None:
        """The content of a YAML file, or None where it is missing or cannot be read."""
        if name not in self.files:
            self.sheet(name).wrong(1, "no such file", "one")
            return None
        return read_yaml(self.files[name], self.sheet(name))

    def entry(self, name: str, what: str) -> Entry:
        """The one mapping that a YAML file holds."""
        return Entry(self.yaml(name) or Marked(None, 1), self.sheet(name), what)

    def entries(self, name: str, what: str) -> list[Entry]:
        """The mappings of a YAML file that holds a list."""
        root, sheet = self.yaml(name), self.sheet(name)
        if root is not None and root.items is None:
            sheet.wrong(root.line, root.shown, "a list, each beginning with - key:")
        return [Entry(node, sheet, what) for node in (root.items if root else None) or []]

    def cited(self, entry: Entry) -> tuple[str, ...]:
        """The field `sources`: keys of references.yaml."""
        nodes = entry.items("sources", needed=False)
        named = tuple(Named(word_of(node, entry.sheet), node.line) for node in nodes)
        return self.use(Sort.REFERENCE, named, User.TEXT, entry.sheet)

    def document(self, name: str) -> Document:
        sheet = self.sheet(name)
        return read_document(self.files[name], sheet, self.using(sheet))

    def using(self, sheet: Sheet) -> Callable[[str, str, int], None]:
        """Told of each citation and insert in a file, so that it must resolve."""
        return lambda what, key, line: self.index.use(Sort(what), Named(key, line), User.TEXT, sheet)

    def named(self, folder: str, ending: str = "yaml") -> list[tuple[str, str]]:
        """The files of one folder, each with the key that its name is."""
        pattern = re.compile(rf"{folder}/([a-z0-9-]+)\.{ending}")
        return [(match[1], name) for name in self.files if (match := pattern.fullmatch(name))]

    def use(self, sort: Sort, keys: tuple[Named, ...], user: User, sheet: Sheet) -> tuple[str, ...]:
        for named in keys:
            self.index.use(sort, named, user, sheet)
        return tuple(named.key for named in keys)
