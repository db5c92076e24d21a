"""references.yaml and signposts.yaml: what the course rests on, and where to turn in need."""

import re
from datetime import date

from ipt.library.entries import Entry
from ipt.library.index import Named, Sort
from ipt.library.markdown.inlines import KEY, SECURE
from ipt.library.reading.sources import Sources
from ipt.library.values import Reference, Signpost, Signposts

DOI = r"10\.[0-9]{4,9}/\S+"
ISBN = r"(97[89][- ]?)?[0-9][0-9 -]{7,13}[0-9X]"
ADDRESS = "an address that begins with https://"


def read_references(sources: Sources) -> dict[str, Reference]:
    root, sheet = sources.yaml("references.yaml"), sources.sheet("references.yaml")
    if root is None:
        return {}
    if root.table is None:
        sheet.wrong(root.line, root.shown, "Key: {authors, year, title, source}")
    references = {}
    for key, node in (root.table or {}).items():
        if not re.fullmatch(KEY, key):
            sheet.wrong(node.line, f'"{key}"', "a key such as Elkin1989")
        entry = Entry(node, sheet, f"the reference {key}")
        sources.index.define(Sort.REFERENCE, Named(key, node.line), sheet)
        references[key] = Reference(
            key=key,
            authors=entry.text("authors"),
            year=entry.number("year", least=1850, most=2100),
            title=entry.text("title"),
            source=entry.text("source"),
            doi=entry.pattern("doi", DOI, "a DOI such as 10.1192/bjp.188.6.567"),
            isbn=entry.pattern("isbn", ISBN, "an ISBN"),
            url=entry.pattern("url", SECURE.pattern, ADDRESS),
        )
        entry.close()
    return references


def read_signposts(sources: Sources) -> Signposts:
    root = sources.yaml("signposts.yaml")
    if root is None:
        return Signposts(date.min, ())
    sheet = sources.sheet("signposts.yaml")
    entry = Entry(root, sheet, "signposts.yaml")
    checked = entry.day("checked")
    entries = []
    for node in entry.items("signposts"):
        one = Entry(node, sheet, "a signpost")
        entries.append(
            Signpost(
                need=one.text("need"),
                name=one.text("name"),
                contact=one.text("contact"),
                hours=one.text("hours", needed=False),
                url=one.pattern("url", SECURE.pattern, ADDRESS),
            )
        )
        one.close()
    entry.close()
    return Signposts(checked, tuple(entries))
