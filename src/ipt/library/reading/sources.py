"""What every reader works on: the files of a pack, the shared list of mistakes and the index of keys."""

from collections.abc import Callable
from dataclasses import dataclass, field

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

    def document(self, name: str) -> Document:
        sheet = self.sheet(name)
        return read_document(self.files[name], sheet, self.citing(sheet))

    def citing(self, sheet: Sheet) -> Callable[[str, int], None]:
        """Told of each citation in a file, so that it must resolve."""
        return lambda key, line: self.index.use(Sort.REFERENCE, Named(key, line), User.TEXT, sheet)

    def use(self, sort: Sort, keys: tuple[Named, ...], user: User, sheet: Sheet) -> tuple[str, ...]:
        for named in keys:
            self.index.use(sort, named, user, sheet)
        return tuple(named.key for named in keys)
