"""prospectus.yaml: the pages that a person reads before deciding to come."""

from ipt.library.entries import Entry, word_of
from ipt.library.markdown import read_line
from ipt.library.markdown.nodes import Line
from ipt.library.marks import Marked
from ipt.library.mistakes import Sheet
from ipt.library.reading.sources import Sources
from ipt.library.values import Prospectus, Section

NAME = "prospectus.yaml"
EMPTY = Prospectus("", (), (), (), ())


def read_prospectus(sources: Sources) -> Prospectus:
    root = sources.yaml(NAME)
    return EMPTY if root is None else _Reader(sources, sources.sheet(NAME)).prospectus(root)


class _Reader:
    def __init__(self, sources: Sources, sheet: Sheet) -> None:
        self.sheet = sheet
        self.use = sources.using(sheet)
        self.keys: dict[str, int] = {}

    def prospectus(self, root: Marked) -> Prospectus:
        entry = Entry(root, self.sheet, "the prospectus")
        prospectus = Prospectus(
            title=entry.text("title"),
            lead=self.passage(entry, "lead"),
            who_for=self.passage(entry, "who_for"),
            sections=tuple(self.section(node) for node in entry.items("sections")),
            small_print=self.passages(entry, "small_print"),
        )
        entry.close()
        return prospectus

    def section(self, node: Marked) -> Section:
        entry = Entry(node, self.sheet, "a section")
        key = entry.key()
        first = self.keys.setdefault(key.key, key.line)
        if key.key and first != key.line:
            self.sheet.wrong(key.line, f'the section key "{key.key}" again', f"another key (line {first} has it)")
        section = Section(
            key.key, entry.text("title"), self.passages(entry, "paragraphs"), self.passages(entry, "items")
        )
        if entry.table and not section.paragraphs and not section.items:
            self.sheet.wrong(entry.line, "a section without words", "paragraphs or items")
        entry.close()
        return section

    def passages(self, entry: Entry, name: str) -> tuple[Line, ...]:
        return tuple(self.line(node) for node in entry.items(name, needed=False))

    def passage(self, entry: Entry, name: str) -> Line:
        field = entry.ask(name)
        return self.line(field) if field else ()

    def line(self, node: Marked) -> Line:
        return read_line(word_of(node, self.sheet), self.sheet, node.line, self.use)
