"""Somebody at a window of the product, who reads names on the page and does what they say."""

from dataclasses import dataclass

from playwright.sync_api import Download, Locator, Page, Route, expect

from tests.browser.hands import Hands, Mouse
from tests.browser.window import Window


@dataclass(frozen=True, slots=True)
class Visitor:
    """A window, and the hands that work it."""

    window: Window
    hands: Hands

    @property
    def page(self) -> Page:
        return self.window.page

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    def open(self, address: str) -> None:
        self.window.open(address)

    def follow(self, name: str, *, within: Locator | None = None) -> None:
        """Follow the one link of this name."""
        self.hands.press((within or self.page).get_by_role("link", name=name, exact=True))

    def press(self, name: str, *, within: Locator | None = None) -> None:
        """Press the one button of this name."""
        self.hands.press((within or self.page).get_by_role("button", name=name, exact=True))

    def write(self, label: str, text: str) -> None:
        """Fill a field in; an optional one is called so beside its label."""
        self.hands.write(self.main.get_by_label(label), text)

    def choose(self, option: str, *, of: str) -> None:
        """Choose an option of the question with these words."""
        groups = self.main.get_by_role("group", name=of).or_(self.main.get_by_role("radiogroup", name=of))
        self.hands.choose(groups.get_by_label(option, exact=True))

    def download(self, name: str) -> Download:
        """Take the file behind a link."""
        self.page.route("**/*.pdf", as_file)
        with self.page.expect_download() as taken:
            self.follow(name)
        self.page.unroute("**/*.pdf")
        return taken.value

    def sees(self, *words: str) -> None:
        """Find each of these on the page, as somebody who reads it would."""
        for some in words:
            expect(self.main).to_contain_text(some)

    def reads(self, heading: str) -> None:
        """Be on the page of this heading."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)


def with_mouse(window: Window) -> Visitor:
    return Visitor(window, Mouse())


def as_file(route: Route) -> None:
    """Let a PDF be taken as a file: the browser's own viewer would be another program that asks for things."""
    response = route.fetch()
    disposition = response.headers["content-disposition"].replace("inline", "attachment")
    route.fulfill(response=response, headers={**response.headers, "content-disposition": disposition})
