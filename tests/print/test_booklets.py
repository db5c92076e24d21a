"""Five booklets of a small course, read back by programs that read PDF."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from ipt.library import Course
from ipt.print.booklet import Layout, print_booklet
from ipt.print.course_pack import BOOKLETS, course_pack
from ipt.print.handouts import handouts
from ipt.print.pdf import DoesNotFit
from ipt.print.signposts import NobodyToTurnTo
from tests.print.courses import MONDAY, SIGNPOSTS, a_course
from tests.print.reading import bookmarks, is_tagged, listed, pages, sizes, title_of, words

Pack = Mapping[str, bytes]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return a_course(tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="module")
def pack(course: Course) -> Pack:
    return {name: pdf.data for name, pdf in course_pack(course)}


@pytest.fixture(scope="module")
def large(course: Course) -> Pack:
    return {name: pdf.data for name, pdf in course_pack(course, Layout(paper="letter", large_print=True))}


def test_all_are_tagged_and_named(pack: Pack, large: Pack) -> None:
    assert list(pack) == [f"{name}.pdf" for name in BOOKLETS]
    for pdf in (*pack.values(), *large.values()):
        assert is_tagged(pdf)
        assert title_of(pdf).endswith(": Essentials")


def test_sizes(pack: Pack, large: Pack) -> None:
    assert {name: sizes(pdf) for name, pdf in pack.items()} == {
        "workbook.pdf": {(210, 297)},
        "tutors-guide.pdf": {(210, 297)},
        "slides.pdf": {(339, 190)},
        "handouts.pdf": {(210, 297)},
        "cards.pdf": {(105, 148)},
    }
    assert sizes(large["cards.pdf"]) == sizes(large["workbook.pdf"]) == {(216, 279)}


@pytest.mark.parametrize("name", ["workbook.pdf", "tutors-guide.pdf", "slides.pdf"])
def test_the_contents_lead_to_every_half_day_and_block(pack: Pack, course: Course, name: str) -> None:
    text = pages(pack[name])
    marks = {title: page for depth, title, page in bookmarks(pack[name]) if depth <= 2}
    for number, half_day in enumerate(course.half_days, 1):
        title = f"Day {(number + 1) // 2}, {'morning' if number % 2 else 'afternoon'}: {half_day.title}"
        page = listed(text[1], title)
        assert half_day.title in words(text[page - 1])
        assert marks[title] == page
    page = listed(text[1], "Opening") if name != "slides.pdf" else marks["Opening"]
    assert "Opening" in text[page - 1]


def test_the_workbook(pack: Pack) -> None:
    text = pages(pack["workbook.pdf"])
    whole = words(" ".join(text))
    for said in (
        "Bring a pen [1].",
        "Say Hello, in your own words.",
        "Watch for A speech.",
        "Six steps are our own.",
        "The study (example.org/study) is long.",
        "What I noticed, and the words:",
        "Who watches: What was said",
        "This list was last checked on 22 November 2026.",
        "Samaritans",
        "Luty et al (2007). Trial. BJP 190.",
    ):
        assert said in whole, said
    for kept in ("You told me that you wake at four", "Ann, 63", "So the report says"):
        assert kept not in whole


def test_the_tutors_guide(pack: Pack) -> None:
    whole = words(" ".join(pages(pack["tutors-guide.pdf"])))
    for said in (
        "A long strip of paper on the wall.",
        "Script: Naming it",
        "What has Carol been given to do?",
        "Her own symptom first.",
        "Abe, 50",
        "Round 3, swap",
        "Content: Worry about money.",
        "Focus: Grief",
        "It began when he died. (T1, 1)",
        "Went wrong at line 1: Hinting instead of saying",
        "Two hundred and fifty right",
        "So the report says.",
        "A booster",
    ):
        assert said in whole, said


def test_cards_to_cut_out_are_two_to_a_sheet(pack: Pack, large: Pack) -> None:
    sheets = [text for text in pages(pack["tutors-guide.pdf"]) if "You begin" in text]
    assert [text.count("You begin") for text in sheets] == [2, 2, 2]
    alone = [text for text in pages(large["tutors-guide.pdf"]) if "You begin" in text]
    assert [text.count("You begin") for text in alone] == [1] * 6


def test_one_slide_to_a_page(pack: Pack) -> None:
    text = [words(page) for page in pages(pack["slides.pdf"])]
    assert len(text) == 2 + 6 + 2  # cover, contents, half-days, slides: this deck cites nothing
    assert "Fewer symptoms" in text[3]
    assert "Two goals" in text[3]
    assert "Start anywhere." in text[4]
    assert [title for depth, title, _page in bookmarks(pack["slides.pdf"]) if depth == 3] == [
        "Two goals",
        "Mood and people pull on each other",
    ]


def test_every_paper_for_a_patient_says_where_to_turn(pack: Pack) -> None:
    text = pages(pack["handouts.pdf"])
    for title in ("What IPT is", "A week on paper"):
        sheet = words(text[listed(text[1], title) - 1])
        assert "This is not a crisis service" in sheet
        for way in ("Call 999.", "Call 111 and choose option 2.", "Samaritans. Call 116 123 (at any time)."):
            assert way in sheet, way
        assert "Cruse" not in sheet
    manager = words(text[listed(text[1], "For a manager") - 1])
    assert "crisis" not in manager
    assert "Sources 1 Luty et al (2007)." in manager
    assert all(listed(text[1], title) % 2 for title in ("What IPT is", "A week on paper", "For a manager"))


def test_a_list_without_an_urgent_need_is_refused(tmp_path: Path) -> None:
    nobody = a_course(tmp_path, {"signposts.yaml": SIGNPOSTS.replace("Somebody to listen", "Company")})
    with pytest.raises(NobodyToTurnTo, match="Somebody to listen"):
        handouts(nobody)


def test_each_monday_card_is_one_page(pack: Pack, large: Pack) -> None:
    for pdf in (pack["cards.pdf"], large["cards.pdf"]):
        text = [words(page) for page in pages(pdf)]
        assert len(text) == 4
        assert "“What was going on around then?”" in text[2]
        assert "We spoke about what happened when the mood fell. [1]" in text[2]


def test_a_card_of_the_longest_allowed_fits_and_one_of_long_words_is_refused(tmp_path: Path) -> None:
    long = MONDAY.replace("record: We spoke", "record: " + "sentence " * 140 + "we spoke")
    full = a_course(tmp_path / "full", {"monday/when-it-began.yaml": long})
    pdf = print_booklet(BOOKLETS["cards"](full), full, Layout())
    assert len(pages(pdf.data)) == 4
    huge = a_course(
        tmp_path / "huge", {"monday/when-it-began.yaml": long.replace("sentence ", "incomprehensibilities-of-it ")}
    )
    with pytest.raises(DoesNotFit, match="The card “What happened when it began” does not fit on one side"):
        print_booklet(BOOKLETS["cards"](huge), huge, Layout())


def test_a_paper_for_a_patient_never_takes_three_sides(tmp_path: Path) -> None:
    two = a_course(tmp_path / "two", {"papers/a-week.md": "# A week\n\n" + "Something to read. " * 330 + "\n"})
    text = pages(print_booklet(handouts(two), two, Layout()).data)
    first = listed(text[1], "A week on paper")
    assert "This is not a crisis service" in text[first]
    three = a_course(tmp_path / "three", {"papers/a-week.md": "# A week\n\n" + "Something to read. " * 900 + "\n"})
    with pytest.raises(DoesNotFit, match="The paper “A week on paper” takes more than two sides"):
        print_booklet(handouts(three), three, Layout())
    assert print_booklet(handouts(three), three, Layout(large_print=True)).tagged
