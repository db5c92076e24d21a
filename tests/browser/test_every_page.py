"""Every page that there is, for a stranger, a delegate and a tutor: axe finds nothing, and nothing scrolls sideways."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ipt.site.data_folder import DataFolder
from ipt.site.demo.cast import TEA
from ipt.site.demo.folder import Note
from tests.browser import delegate as doing
from tests.browser import tutor as tutoring
from tests.browser.house import House
from tests.browser.looking import mistakes_on
from tests.browser.pages import NO_PAGES, ROWS
from tests.browser.visitor import Visitor, with_mouse
from tests.browser.window import Window
from tests.site.addresses import addresses
from tests.site.installation import Installation

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Who sends what without filling it in: a part of the address, and the button.
FORMS = (
    ("s", "/enrol/[^/]+/$", "waiting list"),
    ("s", "/account/sign-in/", "Sign in"),
    ("s", "/join/$", "Knock"),
    ("d", "^/sittings/[^/]+/$", "Send"),
    ("t", "/cohorts/new/", "Plan the cohort"),
    ("t", "/people/import/", "Show the rows"),
)
PLANTED = """<!DOCTYPE html><html lang="en"><title>x</title><style>
    a { transition: color 1s } p { width: 500px; color: #777; background: #888 }</style>
    <h1>x</h1><p>Faint and wide</p><a href="#">x</a><input type="text">"""
SIGNS = (
    "light, 360: color-contrast",
    "dark, 1280: color-contrast",
    "light, 1280: label",
    "scrolls sideways",
    "moves: <a",
)


@dataclass(frozen=True, slots=True)
class Shown:
    """The served demo: where, the addresses of its pages by who may see them, and what lets them in."""

    home: str
    pages: dict[str, list[str]]
    note: Note
    room_code: str


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    folder: Path = tmp_path_factory.mktemp("demo")
    installation = Installation(folder)
    done = installation.ipt("demo", "--no-serve")
    assert done.returncode == 0, done.stderr
    pages, room_code = json.loads(installation.do("from tests.browser.pages import show; show()"))
    note = Note.read(DataFolder(folder))
    assert note is not None
    with installation.served("--no-tick") as served:
        yield Shown(f"http://127.0.0.1:{served.port}", pages, note, room_code)


def test_every_address_is_a_page_or_is_known_to_be_none() -> None:
    assert sorted({row.name for row in ROWS} | NO_PAGES.keys()) == sorted({one.name for one in addresses()})
    assert {row.name for row in ROWS} & NO_PAGES.keys() == set()


def come_in(visitor: Visitor, who: str, demo: Shown) -> None:
    """Knock at the door of the room, come by link, or sign in."""
    if who == "s":
        visitor.open("/join/")
        visitor.write("Room code", demo.room_code)
        visitor.write("Your name", "Somebody New")
        visitor.press("Knock")
        visitor.reads("You have knocked")
        return
    if who == "d":
        doing.come_by_link(visitor, f"/link/{demo.note.delegate_token}/")
        return
    visitor.open("/account/sign-in/")
    visitor.write("E-mail address", TEA.email)
    visitor.write("Password", demo.note.password)
    visitor.press("Sign in")


@pytest.mark.parametrize("who", ["s", "d", "t"], ids=["stranger", "delegate", "tutor"])
def test_each_page(who: str, demo: Shown, window_at: Callable[..., Window]) -> None:
    visitor = with_mouse(window_at(demo.home))
    come_in(visitor, who, demo)
    found = {}
    for address in demo.pages[who]:
        visitor.open(address)
        mistakes = mistakes_on(visitor.page)
        if visitor.page.url != demo.home + address:
            mistakes.append(f"leads to {visitor.page.url}")
        if mistakes:
            found[address] = mistakes
    assert found == {}


def test_pages_with_mistakes_in_what_was_typed(demo: Shown, window_at: Callable[..., Window]) -> None:
    """What was typed cannot be used: the page says so, with a summary, and is as good as any other."""
    found = {}
    for who, part, button in FORMS:
        visitor = with_mouse(window_at(demo.home))
        come_in(visitor, who, demo)
        visitor.open(next(address for address in reversed(demo.pages[who]) if re.search(part, address)))
        visitor.main.get_by_role("button", name=button).first.click()
        expect(visitor.main.get_by_role("alert")).to_be_visible()
        found[part] = mistakes_on(visitor.page)
        visitor.window.complaints = [one for one in visitor.window.complaints if "422" not in one]
    assert found == {part: [] for _who, part, _button in FORMS}


def test_pages_of_what_is_not_there(demo: Shown, window_at: Callable[..., Window]) -> None:
    visitor = with_mouse(window_at(demo.home))
    for address in ("/no-such-page/", "/verify/IPT-2222-2222/"):
        visitor.open(address)
        assert mistakes_on(visitor.page) == []
    assert {one[:3] for one in visitor.window.complaints} == {"404", "err"}
    visitor.window.complaints.clear()


def test_the_first_run(house: House, window_at: Callable[..., Window]) -> None:
    """The pages of an installation in which there is nothing yet."""
    visitor = with_mouse(window_at(house.address))
    for address in ("/", "/prospectus/", "/evidence/", house.first_run):
        visitor.open(address)
        assert mistakes_on(visitor.page) == []
    tutoring.make_the_first_account(visitor, "Tea Tanner", "tea@example.org", "four calm words here")
    assert mistakes_on(visitor.page) == []


def test_it_finds_what_was_planted(window_at: Callable[..., Window]) -> None:
    page = window_at("about:blank").page
    page.set_content(PLANTED)
    found = " ".join(mistakes_on(page))
    assert [one for one in SIGNS if one not in found] == []
