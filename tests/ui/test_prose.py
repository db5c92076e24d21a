"""A document of the library becomes HTML in one shape per construct, and nothing in it can break out."""

import re

from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from ipt.library import Document, find_content, parse_document, read_pack
from ipt.library.markdown.nodes import Emphasis, Paragraph, Text
from ipt.library.values import Reference
from ipt.ui.prose import Setting, render_document, render_line

ELKIN = Reference("Elkin1989", "Elkin, I.", 1989, "NIMH <trial>", "Arch Gen Psych", "10.1001/x", "", "")


def html_of(markdown: str, setting: Setting | None = None) -> str:
    return render_document(parse_document(f"# Title\n\n{markdown}\n", "test.md"), setting or Setting())


def shown(tag: str, **facts: object) -> str:
    html = Template("{% load ui %}" + tag).render(Context(facts))
    return re.sub(r"\s+", " ", html)


def test_running_text() -> None:
    html = html_of("One *two* **three** [four](https://example.org/?a=1&b=2) <3.")
    assert html == (
        "<p>One <em>two</em> <strong>three</strong> "
        '<a href="https://example.org/?a=1&amp;b=2" rel="noopener">four</a> &lt;3.</p>'
    )


def test_a_column_without_a_name_announces_nothing() -> None:
    assert '<thead><tr><td></td><th scope="col">My words</th></tr></thead>' in html_of(
        "| | My words |\n|---|---|\n| a | |"
    )


def test_what_is_set_in_comes_from_the_course() -> None:
    """Without one it is left out; with one a diagram is drawn with its words beside it, and its own ids alone."""
    text = "::: diagram mood-cycle\n:::\n\n::: demonstration naming\n:::\n\n::: roleplay naming\n:::\n\n::: venue\n:::"
    assert html_of(text) == ""
    course = read_pack(find_content())
    html = html_of(text, Setting(course=course, venue=(("Wi-Fi", "None <here>"),)))
    diagram, shown, played = course.diagrams["mood-cycle"], course.demonstrations["naming"], course.roleplays["naming"]
    assert html.count("<svg ") == html.count('aria-hidden="true"') == 1
    for words in (diagram.text[:40], shown.cast[0].name, played.observers[1].title, "None &lt;here&gt;"):
        assert words in html
    assert played.rounds[0].card.patient not in html


def test_headings_move_down_together() -> None:
    html = html_of("## One\n\n### Two", Setting(level=3, prefix="lesson-"))
    assert re.findall(r'<(h\d) id="([\w-]+)">', html) == [("h3", "lesson-one"), ("h4", "lesson-two")]


def test_lists_quotes_and_tables() -> None:
    assert html_of("- one\n- two\n    - three") == ("<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>")
    assert html_of("3. three\n4. four") == '<ol start="3"><li>three</li><li>four</li></ol>'
    assert html_of("> quiet") == "<blockquote><p>quiet</p></blockquote>"
    assert html_of("| A | B |\n|---|---|\n| 1 | *2* |") == (
        '<table class="table stacks"><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
        '<tbody><tr><td data-label="A"><span>1</span></td><td data-label="B"><span><em>2</em></span></td></tr>'
        "</tbody></table>"
    )


def test_a_directive_says_what_it_is() -> None:
    html = re.sub(r"\s+", " ", html_of("::: example A quarrel & money\nShe agrees.\n:::"))
    assert '<div class="callout example">' in html
    assert "Example: A quarrel &amp; money" in html
    assert "<p>She agrees.</p>" in html


def test_citations_count_the_sources_below() -> None:
    document = parse_document("# T\n\nA [@Other2000] b [@Elkin1989].\n", "test.md")
    html = shown(
        "{% prose document references=references prefix='x-' %}",
        document=document,
        references={"Elkin1989": ELKIN},
    )
    assert '<p>A b <span class="cite">[<a href="#x-source-Elkin1989">1</a>]</span>.</p>' in html
    assert '<li id="x-source-Elkin1989">' in html
    assert "NIMH &lt;trial&gt;" in html
    assert 'href="https://doi.org/10.1001/x"' in html


def test_without_sources_nothing_is_cited() -> None:
    document = parse_document("# T\n\nA [@Elkin1989].\n", "test.md")
    html = shown("{% prose document %}", document=document)
    assert html == '<div class="prose"><p>A .</p></div>'


def test_a_line_and_its_sources_apart() -> None:
    document = parse_document("# T\n\nIt helps [@Elkin1989].\n", "test.md")
    paragraph = document.nodes[0]
    assert isinstance(paragraph, Paragraph)
    html = shown(
        "{% prose_line line of=document references=references %}{% sources document references %}",
        line=paragraph.children,
        document=document,
        references={"Elkin1989": ELKIN},
    )
    assert html.startswith("It helps <span")
    assert "Sources" in html


@given(st.text(max_size=40))
def test_no_text_breaks_out(text: str) -> None:
    document = Document("T", (Paragraph((Emphasis((Text(text),)), Text(text))),), ())
    html = render_document(document, Setting())
    assert html.count("<") == 4
    assert "<" not in render_line((Text(text),))
