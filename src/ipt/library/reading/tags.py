"""What a piece of content serves, from the five fields that any of them may have."""

from typing import TypedDict, TypeVar

from ipt.library.entries import Entry
from ipt.library.index import Index, Named, Sort, User
from ipt.library.mistakes import Sheet
from ipt.library.reading.sources import Sources
from ipt.method import FocusArea, Phase, Technique

Known = TypeVar("Known", FocusArea, Phase, Technique)

METHOD = {Sort.FOCUS: FocusArea, Sort.TECHNIQUE: Technique, Sort.PHASE: Phase}


class Tags(TypedDict):
    """The fields of `Tagged`."""

    topics: tuple[str, ...]
    outcomes: tuple[str, ...]
    focus: tuple[FocusArea, ...]
    techniques: tuple[Technique, ...]
    phases: tuple[Phase, ...]


def define_terms(index: Index) -> None:
    """The terms of the method are known before any file is read."""
    for sort, terms in METHOD.items():
        for term in terms:
            index.define(sort, Named(term, 1), Sheet("ipt.method"))


def read_tags(sources: Sources, entry: Entry, user: User) -> Tags:
    def keys(sort: Sort, name: str) -> tuple[str, ...]:
        return sources.use(sort, entry.keys(name), user, entry.sheet)

    return Tags(
        topics=keys(Sort.TOPIC, "topics"),
        outcomes=keys(Sort.OUTCOME, "outcomes"),
        focus=known(FocusArea, keys(Sort.FOCUS, "focus")),
        techniques=known(Technique, keys(Sort.TECHNIQUE, "techniques")),
        phases=known(Phase, keys(Sort.PHASE, "phases")),
    )


def known(terms: type[Known], keys: tuple[str, ...]) -> tuple[Known, ...]:
    """Those that are terms; the others are mistakes that the index names."""
    return tuple(term for key in keys for term in terms if term == key)
