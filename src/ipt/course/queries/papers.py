"""Papers and Monday cards as a reader may have them, in the order of the course."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from ipt import library
from ipt.course.queries.signposts import Way, signposts_of
from ipt.library import Audience, MondayCard, Paper

FOR_TUTORS = {Audience.TUTOR}

# In the order of the list; each with what a reader calls it and what it is for.
AUDIENCES = {
    Audience.DELEGATE: (_("For you"), _("Before the course and between its days.")),
    Audience.PATIENT: (_("For the people you work with"), _("To print, read through first, and hand over in person.")),
    Audience.SUPERVISION: (
        _("For supervision"),
        _("One side to bring, and one for a supervisor who does not know IPT."),
    ),
    Audience.MANAGER: (_("For your manager"), _("What will be tried, and the time it needs.")),
    Audience.CHAMPION: (_("For a booster at work"), _("Two hours that you can run with colleagues.")),
    Audience.TUTOR: (_("For tutors"), _("How the three days are run.")),
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """The papers for one audience."""

    title: StrOrPromise
    about: StrOrPromise
    papers: tuple[Paper, ...]


def shelves(course: library.Course, *, for_tutor: bool) -> list[Shelf]:
    """Give every paper that this reader may have, by audience."""
    found = []
    for audience, (title, about) in AUDIENCES.items():
        papers = tuple(paper for paper in course.papers.values() if paper.audience is audience)
        if papers and (for_tutor or audience not in FOR_TUTORS):
            found.append(Shelf(title, about, papers))
    return found


def paper_of(course: library.Course, key: str, *, for_tutor: bool) -> Paper | None:
    """Find a paper that this reader may have."""
    paper = course.papers.get(key)
    return None if paper is None or (paper.audience in FOR_TUTORS and not for_tutor) else paper


def crisis_lines(course: library.Course) -> list[Way]:
    """Give where anybody may turn at once, for the foot of what patients are handed."""
    return [way for way in signposts_of(course) if way.signpost in course.signposts.urgent]


@dataclass(frozen=True, slots=True)
class Pack:
    """The Monday cards for so many minutes."""

    minutes: int
    cards: tuple[MondayCard, ...]


def monday_packs(course: library.Course, degree: str = "", *, fitting: bool = True) -> list[Pack]:
    """Give the cards that suit a degree of use, or the others, by how long each takes; all where none is chosen."""
    cards = [card for card in course.monday.values() if not degree or (degree in card.degrees) is fitting]
    lengths = sorted({card.minutes for card in cards})
    return [Pack(length, tuple(card for card in cards if card.minutes == length)) for length in lengths]
