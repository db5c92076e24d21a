"""Every page that there is, for a stranger, a delegate and a tutor: axe finds nothing, and nothing scrolls sideways."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from ipt.site.data_folder import DataFolder
from ipt.site.demo.cast import TEA
from ipt.site.demo.folder import Note
from tests.browser import delegate as doing
from tests.browser.house import House
from tests.browser.pages import NO_PAGES, ROWS
from tests.browser.visitor import Visitor, with_mouse
from tests.browser.window import Window
from tests.site.installation import Installation
from tests.site.test_who_may_what import addresses

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDTHS = (360, 1280)
# 1280 pixels at 400%.
NARROW = 320
# Seconds that are no motion: a change that nobody sees move.
MOVES = """() => [...document.querySelectorAll('*')].filter(one => {
    const style = getComputedStyle(one);
    return Math.max(...[style.animationDuration, style.transitionDuration]
        .flatMap(all => all.split(',')).map(parseFloat)) > 0.01;
}).map(one => one.outerHTML.slice(0, 80))"""
QUICKLY = {"resultTypes": ["violations"]}


@dataclass(frozen=True, slots=True)
class Shown:
    """The served demo: where, the addresses of its pages by who may see them, and how to come in."""

    home: str
    pages: dict[str, list[str]]
    note: Note


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    folder: Path = tmp_path_factory.mktemp("demo")
    installation = Installation(folder)
    done = installation.ipt("demo", "--no-serve")
    assert done.returncode == 0, done.stderr
    pages = json.loads(installation.do("from tests.browser.pages import show; show()"))
    note = Note.read(DataFolder(folder))
    assert note is not None
    with installation.served("--no-tick") as served:
        yield Shown(f"http://127.0.0.1:{served.port}", pages, note)


def test_every_address_is_a_page_or_is_known_to_be_none() -> None:
    assert sorted({row.name for row in ROWS} | NO_PAGES.keys()) == sorted({one.name for one in addresses()})
    assert {row.name for row in ROWS} & NO_PAGES.keys() == set()


def come_in(visitor: Visitor, who: str, note: Note) -> None:
    """Knock at the door of the room, come by link, or sign in."""
    if who == "s":
        return
    if who == "d":
        doing.come_by_link(visitor, f"/link/{note.delegate_token}/")
        return
    visitor.open("/account/sign-in/")
    visitor.write("E-mail address", TEA.email)
    visitor.write("Password", note.password)
    visitor.press("Sign in")


def mistakes_on(page: Page) -> list[str]:
    """Look at a page as it stands, at each width."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        report = Axe().run(page, options=QUICKLY)
        found += [
            f"{width}: {one['id']}: {one['nodes'][0]['html'][:160]} ({len(one['nodes'])})"
            for one in report.response["violations"]
        ]
    page.set_viewport_size({"width": NARROW, "height": 800})
    scrolled = page.evaluate("document.documentElement.scrollWidth")
    if scrolled > NARROW:
        found.append(f"scrolls sideways: {scrolled}")
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("who", ["s", "d", "t"], ids=["stranger", "delegate", "tutor"])
def test_each_page(who: str, theme: str, demo: Shown, window_at: Callable[..., Window]) -> None:
    visitor = with_mouse(window_at(demo.home, color_scheme=theme, reduced_motion="reduce"))
    come_in(visitor, who, demo.note)
    found = {}
    for address in demo.pages[who]:
        visitor.open(address)
        mistakes = mistakes_on(visitor.page)
        if visitor.page.url != demo.home + address:
            mistakes.append(f"leads to {visitor.page.url}")
        if moving := visitor.page.evaluate(MOVES):
            mistakes.append(f"moves: {moving[0]}")
        if mistakes:
            found[address] = mistakes
    assert found == {}
