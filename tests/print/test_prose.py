"""A tree of the library becomes JSON in one shape per construct."""

from pathlib import Path

import pytest

from ipt.course.queries import stories, venue
from ipt.library import Course, parse_document
from ipt.print import words
from ipt.print.diagrams import PALETTE, for_paper
from ipt.print.nodes import Nodes
from ipt.print.prose import Prose
from ipt.print.sources import Sources
from ipt.ui.callouts import KINDS
from tests.print.courses import a_course


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return a_course(tmp_path_factory.mktemp("course"))


def prose_of(course: Course) -> Prose:
    return Prose(course, Sources(course.references))


def set_of(course: Course, markdown: str, level: int = 3) -> Nodes:
    return prose_of(course).document(parse_document(f"# Title\n\n{markdown}\n", "test.md"), level)


def test_running_text(course: Course) -> None:
    (paragraph,) = set_of(course, 'He "*did* **not**" [go](https://example.org).')
    assert paragraph == {
        "is": "paragraph",
        "quiet": False,
        "of": [
            "He “",
            {"is": "em", "of": ["did"]},
            " ",
            {"is": "strong", "of": ["not"]},
            "” ",
            {"is": "link", "href": "https://example.org", "of": ["go"]},
            ".",
        ],
    }


def test_sources_are_numbered_as_they_are_cited(course: Course) -> None:
    prose = prose_of(course)
    first = prose.document(parse_document("# T\n\nA [@Luty2007].\n", "a.md"), 3)
    prose.document(parse_document("# T\n\nB [@Elkin1989; @Luty2007] [@Nobody1900].\n", "b.md"), 3)
    assert first[0]["of"] == ["A\u00a0", {"is": "cite", "to": [{"number": 1, "label": "source-Luty2007"}]}, "."]
    assert prose.sources.numbers == {"Luty2007": 1, "Elkin1989": 2}
    listed = prose.sources.listed()["items"]
    assert isinstance(listed, list)
    assert [source["title"] for source in listed] == [["Trial"], ["Collaborative study"]]


def test_headings_move_together(course: Course) -> None:
    assert [node["level"] for node in set_of(course, "## One\n\n### Two", 4)] == [4, 5]


def test_a_label_with_a_colon_is_to_be_filled_in(course: Course) -> None:
    done = set_of(course, "> My question:\n\n- Asked on:\n- Said\n\n**Mood afterwards:**\n\n## Next\n\nFirst:\n\n- one")
    quote, bullets, fill, _heading, lead, _list = done
    assert (quote["is"], quote["lines"], fill["is"], lead["is"]) == ("fill", 2, "fill", "paragraph")
    assert bullets["items"] == [
        [{"is": "fill", "of": ["Asked on:"], "lines": 1}],
        [{"is": "paragraph", "of": ["Said"], "quiet": False}],
    ]


def test_lists_tables_and_callouts(course: Course) -> None:
    numbered, table, callout, quote = set_of(
        course, "3. three\n4. four\n\n| A | |\n|---|---|\n| 1 | |\n\n::: watch Two\nLook.\n:::\n\n> Quiet"
    )
    assert (numbered["start"], numbered["tight"]) == (3, True)
    assert (table["head"], table["rows"]) == ([["A"], []], [[["1"], []]])
    assert (callout["kind"], callout["word"], callout["title"]) == ("watch", "Watch for", "Two")
    assert quote["is"] == "quote"


def test_inserts(course: Course) -> None:
    prose = prose_of(course)
    done = prose.document(parse_document("# T\n\n::: diagram mood\n:::\n\n::: venue\n:::\n", "a.md"), 3)
    assert done[0] == {"is": "diagram", "key": "mood"}
    assert [node["of"] for node in done[1:]] == [[label] for label in words.VENUE]
    assert list(prose.drawn) == ["mood"]


def test_a_drawing_has_no_theme_left(course: Course) -> None:
    drawn = for_paper(course.diagrams["mood"])
    assert "var(" not in str(drawn["svg"])
    assert PALETTE["good"] in str(drawn["svg"])
    assert str(drawn["svg"]).startswith('<svg font-family="Inter" ')
    assert (drawn["width"], drawn["height"]) == (400, 200)
    assert drawn["alt"] == "Mood leads to what happens with people, and that leads back to mood."


def test_paper_and_page_use_the_same_words() -> None:
    assert {kind.value: word for kind, word in words.CALLOUTS.items()} == {
        kind: str(word) for kind, (_icon, word) in KINDS.items() if kind != "note"
    }
    assert list(words.VENUE) == [str(label) for label in venue.NOTES.values()]
    for printed, shown in (
        (words.SETTINGS, stories.SETTINGS),
        (words.AGES, stories.AGES),
        (words.FEATURES, stories.FEATURES),
        (words.CIRCLES, stories.CIRCLES),
        (words.MET, stories.MET),
        (words.PATTERNS, stories.PATTERNS),
    ):
        assert dict(printed) == {key: str(label) for key, label in shown.items()}


def test_the_palette_is_the_light_theme() -> None:
    css = (Path(__file__).parents[2] / "src/ipt/ui/static/ui/tokens.css").read_text(encoding="utf-8")
    light = css.split("@media")[0]
    themed = {name: colour for name, colour in PALETTE.items() if name != "paper"}
    assert [name for name, colour in themed.items() if colour not in light] == []
