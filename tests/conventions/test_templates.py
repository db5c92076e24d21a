"""Nothing inline, nothing unescaped: the strict Content-Security-Policy and the translations depend on it."""

import re
from pathlib import Path

import pytest

from tests.conventions.tree import SOURCE, name_of, our_files, templates

# What may not stand in a page: the pattern, and what to do instead.
IN_PAGES = {
    "unescaped": r"\|\s*safe\b|\{%\s*autoescape\s+off|\|\s*safeseq\b",
    "inline style": r"""\sstyle\s*=|<style\b""",
    "inline script": r"""<script(?![^>]*\bsrc=)[^>]*>|\son[a-z]+\s*=\s*["']|javascript:""",
    "untrimmed": r"\{%-?\s*blocktrans(?:late)?\b(?![^%]*\btrimmed\b)",
    "from elsewhere": r"""\b(?:src|srcset)\s*=\s*["'](?:https?:)?//""",
}
IN_PYTHON = {"unescaped": r"\bmark_safe\b|\bSafeString\(|\bSafeText\b|\bhtml_safe\b"}
IN_SCRIPTS = {"unescaped": r"\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\("}

# Where it must be so, with the reason. A line here that is no longer needed fails.
ALLOWED = {
    ("src/ipt/ui/inserts.py", "unescaped"): "a diagram was checked by the library: no script, style or link",
    ("src/ipt/ui/prose.py", "unescaped"): "joins pieces that format_html has built",
    (
        "src/ipt/ui/templates/ui/forms/said.html",
        "unescaped",
    ): "help texts are ours or Django's, never a person's",
    ("src/ipt/ui/templatetags/ui.py", "unescaped"): "an icon is a file of this room",
}


def found_in(text: str, patterns: dict[str, str]) -> set[str]:
    return {name for name, pattern in patterns.items() if re.search(pattern, text)}


def mistakes(paths: list[Path], patterns: dict[str, str]) -> set[tuple[str, str]]:
    return {(name_of(path), name) for path in paths for name in found_in(path.read_text(encoding="utf-8"), patterns)}


def test_pages_and_scripts_are_clean() -> None:
    python = [path for path in our_files(".py") if path.is_relative_to(SOURCE)]
    found = (
        mistakes(templates(), IN_PAGES)
        | mistakes(python, IN_PYTHON)
        | mistakes([path for path in our_files(".js") if path.is_relative_to(SOURCE)], IN_SCRIPTS)
    )
    assert found == set(ALLOWED)


@pytest.mark.parametrize(
    ("planted", "name"),
    [
        ("{{ comment|safe }}", "unescaped"),
        ("{% autoescape off %}", "unescaped"),
        ('<p style="color: red">', "inline style"),
        ("<script>alert(1)</script>", "inline script"),
        ('<a href="#" onclick="go()">', "inline script"),
        ("{% blocktranslate with a=b %}", "untrimmed"),
        ('<img src="https://elsewhere.example/x.png">', "from elsewhere"),
    ],
)
def test_the_check_finds_a_planted_mistake(planted: str, name: str) -> None:
    assert found_in(planted, IN_PAGES) == {name}


@pytest.mark.parametrize(
    "planted",
    [
        "{% blocktranslate trimmed with name=name %}",
        '<script src="{% static "ui/live.js" %}" defer></script>',
        '<p class="style">once = one</p>',
    ],
)
def test_the_check_passes_what_is_clean(planted: str) -> None:
    assert found_in(planted, IN_PAGES) == set()


def forms_cut_off(texts: dict[str, str]) -> set[str]:
    """Give the includes of a form that hide the request's own token from it: sending it would be refused."""
    forms = {name for name, text in texts.items() if "{% csrf_token %}" in text}
    included = r'\{% include "([^"]+)"[^%]*\bonly %\}'
    return {found for text in texts.values() for found in re.findall(included, text) if found in forms}


def test_an_included_form_keeps_its_token() -> None:
    texts = {path.as_posix().split("/templates/")[1]: path.read_text(encoding="utf-8") for path in templates()}
    assert forms_cut_off(texts) == set()
    assert forms_cut_off({"a.html": "{% csrf_token %}", "b.html": '{% include "a.html" with x=y only %}'}) == {"a.html"}
