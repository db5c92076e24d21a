"""papers.yaml with papers/*.md: what is handed out or read, each for its own audience."""

from ipt.library.entries import Entry
from ipt.library.index import Sort, User
from ipt.library.markdown.nodes import Document
from ipt.library.reading.sources import Sources
from ipt.library.reading.tags import read_tags
from ipt.library.values import Audience, Paper

NAME = "papers.yaml"


def read_papers(sources: Sources) -> dict[str, Paper]:
    """Every paper in the order of the list; a text that is not on the list is a mistake, as is the reverse."""
    written = dict(sources.named("papers", "md"))
    if NAME not in sources.files:
        for name in written.values():
            sources.sheet(name).wrong(1, f"no {NAME}", "a list that names this paper")
        return {}
    papers = {}
    for entry in sources.entries(NAME, "a paper"):
        paper = _paper(sources, entry, written)
        papers[paper.key] = paper
    for key, name in written.items():
        if key not in papers:
            sources.sheet(name).wrong(1, f"a paper that {NAME} does not name", "an entry for it")
    return papers


def _paper(sources: Sources, entry: Entry, written: dict[str, str]) -> Paper:
    key = entry.key()
    sources.index.define(Sort.PAPER, key, entry.sheet)
    if key.key and key.key not in written:
        entry.wrong("key", f"no papers/{key.key}.md", "its text")
    paper = Paper(
        key=key.key,
        audience=entry.choice("audience", Audience),
        title=entry.text("title"),
        summary=entry.text("summary"),
        document=sources.document(written[key.key]) if key.key in written else Document("", (), ()),
        **read_tags(sources, entry, User.STORY),
    )
    entry.close()
    return paper
