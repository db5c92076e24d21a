"""What all booklets have in common: cover, contents, running heads, sources; and the paper they are for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ipt.library import Audience, Course, Paper
from ipt.print import nodes
from ipt.print.diagrams import for_paper
from ipt.print.nodes import Json, Nodes, words
from ipt.print.pdf import Pdf, compile_pdf
from ipt.print.prose import Prose
from ipt.print.words import AUDIENCES

TEMPLATES = Path(__file__).parent / "typst"
PAPERS = {"a4": "a4", "letter": "us-letter"}  # as they are asked for, and as typst names them


@dataclass(frozen=True, slots=True)
class Layout:
    """What is printed on, and for whose eyes."""

    paper: str = "a4"
    large_print: bool = False


@dataclass(frozen=True, slots=True)
class Booklet:
    """One file: its name, what its cover says, the template that sets it and what it holds."""

    name: str
    title: str
    about: str
    template: str
    body: Nodes
    prose: Prose
    drawing: float = 0.06  # how wide a unit of a drawing is, in the size of the letters


def print_booklet(booklet: Booklet, course: Course, layout: Layout) -> Pdf:
    """Set and compile."""
    return compile_pdf(TEMPLATES / booklet.template, values_of(booklet, course, layout))


def values_of(booklet: Booklet, course: Course, layout: Layout) -> Mapping[str, object]:
    """Everything that a template reads."""
    return {
        "course": course.title,
        "subtitle": course.subtitle,
        "title": booklet.title,
        "about": booklet.about,
        "version": course.digest[:8],
        "paper": PAPERS[layout.paper],
        "large": layout.large_print,
        "diagrams": {key: for_paper(course.diagrams[key]) for key in booklet.prose.drawn},
        "drawing": booklet.drawing,
        "body": booklet.body,
        "sources": booklet.prose.sources.listed(),
    }


def papers_for(course: Course, audience: Audience) -> list[Paper]:
    return [paper for paper in course.papers.values() if paper.audience is audience]


def shelf(course: Course, audience: Audience, prose: Prose) -> Nodes:
    """A part that holds every paper for an audience; nothing where there is none."""
    papers = papers_for(course, audience)
    if not papers:
        return []
    done: Nodes = [nodes.heading(1, words(AUDIENCES[audience]), label=f"for-{audience}")]
    for number, paper in enumerate(papers):
        done += [nodes.new_page()] if number else []
        done += [paper_heading(paper), *prose.document(paper.document, 3)]
    return done


def paper_heading(paper: Paper) -> Json:
    return nodes.heading(2, words(paper.title), label=f"paper-{paper.key}")
