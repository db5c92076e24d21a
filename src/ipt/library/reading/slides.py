"""slides.md of a module: a slide begins at each second-level heading; few words, one idea each."""

from ipt.library.markdown.nodes import Heading, Node, plain, words_of
from ipt.library.reading.sources import Sources
from ipt.library.values import Deck, Slide

MOST_WORDS = 45  # on one slide, without its title


def read_slides(sources: Sources, name: str) -> Deck:
    sheet = sources.sheet(name)
    document = sources.document(name)
    lines = [number for number, line in enumerate(sources.files[name].splitlines(), 1) if line.startswith("## ")]
    slides: list[tuple[str, list[Node]]] = []
    for node in document.nodes:
        match node:
            case Heading(level=2, children=children):
                slides.append((plain(children), []))
            case _ if not slides:
                sheet.wrong(1, "words before the first slide", "## and the first slide's title")
                slides.append(("", [node]))
            case Heading():
                sheet.wrong(1, "a heading inside a slide", "a title (##) and a few words")
            case _:
                slides[-1][1].append(node)
    if not slides:
        sheet.wrong(1, "no slide", "## and a slide's title")
    for line, (title, nodes) in zip(lines, slides, strict=False):
        if (words := words_of(nodes)) > MOST_WORDS:
            sheet.wrong(line, f'{words} words on the slide "{title}"', f"at most {MOST_WORDS}")
    return Deck(document.title, tuple(Slide(title, tuple(nodes)) for title, nodes in slides), document.citations)
