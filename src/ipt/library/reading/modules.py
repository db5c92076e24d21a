"""The folders of modules/: lesson, run sheet, slides, handout and activities of each."""

from ipt.activities import Activity
from ipt.library.index import Named, Sort
from ipt.library.markdown.nodes import Document
from ipt.library.reading.activities import read_activities
from ipt.library.reading.slides import read_slides
from ipt.library.reading.sources import Sources
from ipt.library.values import Module

FOLDER = "modules/"


def read_modules(sources: Sources) -> tuple[dict[str, Module], dict[str, Activity]]:
    """Every module by its folder's name, and every activity of a module by its key."""
    modules: dict[str, Module] = {}
    activities: dict[str, Activity] = {}
    for key in sorted({name.split("/")[1] for name in sources.files if name.startswith(FOLDER)}):
        folder = f"{FOLDER}{key}"
        sources.index.define(Sort.MODULE, Named(key, 1), sources.sheet(folder))
        asked = f"{folder}/activities.yaml"
        own = read_activities(sources, asked) if asked in sources.files else {}
        activities |= own
        handout, slides = f"{folder}/handout.md", f"{folder}/slides.md"
        modules[key] = Module(
            key=key,
            lesson=_needed(sources, f"{folder}/lesson.md"),
            tutor=_needed(sources, f"{folder}/tutor.md"),
            handout=sources.document(handout) if handout in sources.files else None,
            slides=read_slides(sources, slides) if slides in sources.files else None,
            activities=tuple(own),
        )
    return modules, activities


def _needed(sources: Sources, name: str) -> Document:
    if name in sources.files:
        return sources.document(name)
    sources.sheet(name).wrong(1, "no such file", "one in every module")
    return Document("", (), ())
