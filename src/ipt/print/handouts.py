"""Papers to hand out: for patients with where to turn at the foot, for managers and for supervision."""

from ipt.library import Audience, Course, Paper
from ipt.print.booklet import Booklet, papers_for
from ipt.print.nodes import Json, Nodes, words
from ipt.print.prose import Prose
from ipt.print.signposts import crisis_foot
from ipt.print.sources import Sources
from ipt.print.words import AUDIENCES

ABOUT = "Papers to hand over in person: read each one through first."
DRAWING = 0.055  # smaller than in a book: two sides must hold a paper
PARTS = {
    Audience.PATIENT: "Print one, read it through yourself, and hand it over in person. None of them is a treatment.",
    Audience.MANAGER: "What will be tried, and the time it needs.",
    Audience.SUPERVISION: "One side to bring, and what a supervisor may want to know.",
}


def handouts(course: Course) -> Booklet:
    """Set each paper on sheets of its own, with its own sources."""
    prose = Prose(course, Sources(course.references))
    body: Nodes = []
    for audience, about in PARTS.items():
        papers = papers_for(course, audience)
        if papers:
            listed = [{"of": words(paper.title), "to": f"paper-{paper.key}"} for paper in papers]
            body.append({"is": "part", "of": words(AUDIENCES[audience]), "about": about, "papers": listed})
        body += [_paper(course, paper, prose) for paper in papers]
    return Booklet("handouts", "Handouts", ABOUT, "handouts.typ", body, prose, DRAWING)


def _paper(course: Course, paper: Paper, prose: Prose) -> Json:
    """A paper; its sources are numbered from 1, because it leaves the booklet alone."""
    own = Prose(course, Sources(course.references, f"{paper.key}-source"))
    of = own.document(paper.document, 3)
    prose.drawn.update(own.drawn)
    for_patient = paper.audience is Audience.PATIENT
    return {
        "is": "paper",
        "label": f"paper-{paper.key}",
        "title": words(paper.title),
        "name": paper.title,
        "of": of,
        "sources": own.sources.listed(),
        "foot": crisis_foot(course) if for_patient else None,
    }
