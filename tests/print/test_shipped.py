"""The course that is shipped can be printed, whole."""

from itertools import pairwise

import pytest

from ipt.library import find_content, read_pack
from ipt.print.course_pack import course_pack
from ipt.print.words import half_day_name
from tests.print.reading import bookmarks, is_tagged, listed, pages, words

pytestmark = pytest.mark.slow


def test_all_five_booklets() -> None:
    course = read_pack(find_content())
    made = dict(course_pack(course))
    assert [name for name, pdf in made.items() if not (pdf.tagged and is_tagged(pdf.data))] == []
    text = {name: pages(pdf.data) for name, pdf in made.items()}
    contents = "\n".join(text["workbook.pdf"][1:4])
    for half_day in course.half_days:
        page = listed(contents, f"{half_day_name(half_day.number)}: {half_day.title}")
        assert half_day.title in words(text["workbook.pdf"][page - 1])

    slides = [
        slide for block in course.blocks if block.module and block.module.slides for slide in block.module.slides.slides
    ]
    marks = [page for depth, _title, page in bookmarks(made["slides.pdf"].data) if depth == 3]
    assert len(set(marks)) == len(slides)
    assert set(range(marks[0], marks[-1])) - set(marks) == {
        page for depth, _title, page in bookmarks(made["slides.pdf"].data) if depth == 1 and marks[0] < page < marks[-1]
    }

    cards = [page for depth, _title, page in bookmarks(made["cards.pdf"].data) if depth == 1]
    assert cards == list(range(3, 3 + len(cards)))
    assert len(cards) == len(course.monday) + 1  # and the sources

    papers = [page for depth, _title, page in bookmarks(made["handouts.pdf"].data) if depth == 2]
    assert [page for page, after in pairwise(papers) if after - page > 4] == []

    guide = words(" ".join(text["tutors-guide.pdf"]))
    afraid = [talk for talk in course.exchanges.values() if not talk.for_analysis]
    assert afraid
    assert guide.count("Here it went wrong.") == len(course.exchanges) - len(afraid)
