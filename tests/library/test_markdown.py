"""The closed Markdown subset becomes a frozen tree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipt.library import PackError, parse_document, parse_line, plain
from ipt.library.markdown import read_document
from ipt.library.markdown.nodes import (
    Citation,
    Directive,
    DirectiveKind,
    Emphasis,
    Heading,
    Item,
    Link,
    List,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    cited,
)
from ipt.library.mistakes import Sheet
from ipt.library.typography import typeset


def para(words: str) -> Paragraph:
    return Paragraph((Text(words),))


WHOLE = """\
# A *title* [@First]

Words, *soft*
and **loud** [here](https://example.org/a?b=c).

## Part

Cited [@Elkin1989;
@IPSRT-NZ2020] and [@Elkin1989].

- one
- two
  1. nested

3. third

4. fourth

> Quoted.

| a | b |
|---|---|
| 1 | |

::: example A quarrel, at home
- He said
> She said
:::
::: ask
Why?
:::
### Deeper
## Part
"""

TREE = (
    Paragraph(
        (
            Text("Words, "),
            Emphasis((Text("soft"),)),
            Text(" and "),
            Strong((Text("loud"),)),
            Text(" "),
            Link("https://example.org/a?b=c", (Text("here"),)),
            Text("."),
        )
    ),
    Heading(2, (Text("Part"),), "part"),
    Paragraph(
        (
            Text("Cited "),
            Citation(("Elkin1989", "IPSRT-NZ2020")),
            Text(" and "),
            Citation(("Elkin1989",)),
            Text("."),
        )
    ),
    List(
        ordered=False,
        start=1,
        tight=True,
        items=(
            Item((para("one"),)),
            Item((para("two"), List(ordered=True, start=1, tight=True, items=(Item((para("nested"),)),)))),
        ),
    ),
    List(ordered=True, start=3, tight=False, items=(Item((para("third"),)), Item((para("fourth"),)))),
    Quote((para("Quoted."),)),
    Table(((Text("a"),), (Text("b"),)), (((Text("1"),), ()),)),
    Directive(
        DirectiveKind.EXAMPLE,
        "A quarrel, at home",
        (
            List(ordered=False, start=1, tight=True, items=(Item((para("He said"),)),)),
            Quote((para("She said"),)),
        ),
    ),
    Directive(DirectiveKind.ASK, "", (para("Why?"),)),
    Heading(3, (Text("Deeper"),), "deeper"),
    Heading(2, (Text("Part"),), "part-2"),
)


def test_a_whole_document() -> None:
    document = parse_document(WHOLE)
    assert document.title == "A title"
    assert document.citations == ("First", "Elkin1989", "IPSRT-NZ2020")
    assert document.nodes == TREE


def test_anchors_are_unique_and_never_empty() -> None:
    document = parse_document("# T\n\n## A\n## A 2\n## A\n## 心\n")
    assert [node.anchor for node in document.nodes if isinstance(node, Heading)] == ["a", "a-2", "a-3", "section"]


def test_a_line_of_words() -> None:
    line = parse_line(" An *[address](https://example.org)* & more [@A1] \n")
    assert line == (
        Text("An "),
        Emphasis((Link("https://example.org", (Text("address"),)),)),
        Text(" & more "),
        Citation(("A1",)),
    )
    assert plain(line) == "An address & more "
    assert cited(line) == ("A1",)
    assert cited((Strong(line), *line)) == ("A1",)
    assert parse_line("<https://example.org/>")[0] == Link("https://example.org/", (Text("https://example.org/"),))
    assert parse_line("") == ()


# A passage after "# T" and an empty line, and the mistakes in it: (line, found).
REFUSED = [
    ("<div>\nx\n</div>", [(3, "raw HTML")]),
    ("a <b>", [(3, "raw HTML")]),
    ("    code", [(3, "a block of code (four spaces at the start of a line)")]),
    ("```\ncode\n```", [(3, "a block of code")]),
    ("a\nb `c`", [(4, "code between backquotes")]),
    ("---", [(3, "a rule or front matter (---)")]),
    ("![x](https://a.org/b.png)", [(3, "an image")]),
    ("~~x~~", [(3, "struck-out words")]),
    ("a  \nb `c`", [
        (3, "a forced line break (two spaces or a backslash at the end of a line)"),
        (4, "code between backquotes"),
    ]),
    ("Under\n-----", [(3, "an underlined heading")]),
    ("# Again", [(3, "a second title (#)")]),
    ("### Deep", [(3, "a heading with ###")]),
    ("## A\n### B\n#### C", [(5, "a heading with ####")]),
    ("##", [(3, "a heading without words")]),
    ("[x](http://a.org)", [(3, 'a link to "http://a.org"')]),
    ("[x](javascript:alert(1))", [(3, 'a link to "javascript:alert(1)"')]),
    ("[x](https://user@a.org)", [(3, 'a link to "https://user@a.org"')]),
    ("[](https://a.org)", [(3, "a link without words")]),
    ("a\n[@Two Words] b", [(4, '"[@Two Words]"')]),
    ("[@A; B]", [(3, '"[@A; B]"')]),
    ("note[^1]", [(3, '"[^1]"')]),
    ("[x](https://a b)", [(3, '"](https://a"')]),
    ("- a\n  - b\n    - c", [(5, "a list inside a nested list")]),
    ("- # x", [(3, "a heading inside a list")]),
    ("> > x", [(3, "a quotation inside a blockquote")]),
    ("-\n- a", [(3, "an empty list")]),
    (">", [(3, "an empty blockquote")]),
    ("::: shout\nx\n:::", [(3, 'the directive "::: shout"')]),
    ("::: Say\nx\n:::", [(3, 'the directive "::: Say"')]),
    ("x\n\n:::", [(5, '":::" that is not closed'), (5, "an empty directive"), (5, 'the directive ":::"')]),
    ("::: say\nx", [(3, '"::: say" that is not closed')]),
    ("::: say\nx\n::: ask\ny\n:::", [(3, '"::: say" that is not closed')]),
    ("::: say\n:::", [(3, "an empty directive")]),
    ("::: say\n## x\n:::", [(4, "a heading inside a directive")]),
    ("- ::: say\n  x\n  :::", [(3, "a directive (:::) inside a list")]),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "expected"), REFUSED)
def test_what_is_refused(passage: str, expected: list[tuple[int, str]]) -> None:
    with pytest.raises(PackError) as refusal:
        parse_document(f"# T\n\n{passage}\n", "a.md")
    assert [(mistake.line, mistake.found) for mistake in refusal.value.mistakes] == expected
    assert {mistake.file for mistake in refusal.value.mistakes} == {"a.md"}


@pytest.mark.parametrize("text", ["", "Words.\n", "\n# Late\n\nx\n", "## T\n\nx\n", "#\n\nx\n", "T\n=\n\nx\n"])
def test_a_title_is_needed(text: str) -> None:
    with pytest.raises(PackError, match="1: found no title, expected # and a title on the first line"):
        parse_document(text)


def test_an_empty_document_and_a_broken_line() -> None:
    with pytest.raises(PackError, match="text:1: found an empty document, expected words"):
        parse_document("# T\n")
    with pytest.raises(PackError, match="text:1: found raw HTML"):
        parse_line("<b>")


def test_a_directive_needs_no_empty_line_before_it() -> None:
    assert parse_document("# T\n\nWords\n:::ask\nWhy?\n:::\n").nodes == (
        para("Words"),
        Directive(DirectiveKind.ASK, "", (para("Why?"),)),
    )


def test_colons_in_words_are_words() -> None:
    assert parse_document("# T\n\nSay this: :::\n").nodes == (para("Say this: :::"),)


MARKS = st.text("ab \n#*_-1.>|:[]()@;`~<!&\\/", max_size=80)


@settings(deadline=None)
@given(MARKS)
def test_any_text_is_a_tree_or_a_mistake(text: str) -> None:
    sheet = Sheet("a.md")
    used: list[tuple[str, str, int]] = []
    document = read_document(f"# T\n\n{text}", sheet, lambda what, key, line: used.append((what, key, line)))
    cited = [(key, line) for what, key, line in used if what == "reference"]
    lines = text.count("\n") + 3
    assert document.title == "T"
    assert document.citations == tuple(key for key, _ in cited)
    assert all(1 <= line <= lines for line in [*(mistake.line for mistake in sheet.mistakes), *(n for _, n in cited)])


@settings(deadline=None)
@given(st.lists(st.text("abc ,.", min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_plain_words_come_back(words: list[str]) -> None:
    paragraphs = [" ".join(each.split()) for each in words]
    document = parse_document("# T\n\n" + "\n\n".join(paragraphs))
    assert [plain(node.children) for node in document.nodes if isinstance(node, Paragraph)] == [
        *map(typeset, paragraphs)
    ]
