"""How somebody works a page: with a mouse, or with the keyboard alone."""

from dataclasses import dataclass
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

# More than the longest way through any page; a trap for the focus ends here.
MOST_TABS = 150
HAS_FOCUS = "element => element === document.activeElement"
# A ring of its own, or of what is drawn around it.
SHOWS_FOCUS = """element => [element, element.closest('label')].some(one => one && (
    (getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) > 0)
    || getComputedStyle(one).boxShadow !== 'none'))"""


class Hands(Protocol):
    """What can be done to one thing on a page."""

    def press(self, target: Locator) -> None: ...
    def write(self, target: Locator, text: str) -> None: ...
    def choose(self, target: Locator) -> None: ...


class Mouse:
    """Points and clicks."""

    def press(self, target: Locator) -> None:
        target.click()

    def write(self, target: Locator, text: str) -> None:
        target.fill(text)

    def choose(self, target: Locator) -> None:
        target.check()


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Tab, Enter, Space, arrows and letters; always sees where the focus is."""

    page: Page

    def press(self, target: Locator) -> None:
        self._reach(target)
        self.page.keyboard.press("Enter")

    def write(self, target: Locator, text: str) -> None:
        self._reach(target)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def choose(self, target: Locator) -> None:
        """Tick a box, or go through a group of radios with the arrows."""
        if target.get_attribute("type") == "radio":
            self._arrow_to(target)
        else:
            self._reach(target)
            self.page.keyboard.press("Space")
        expect(target).to_be_checked()

    def _arrow_to(self, radio: Locator) -> None:
        """A group is one stop of Tab; its arrows go round."""
        name = radio.get_attribute("name")
        group = self.page.locator(f'input[type="radio"][name="{name}"]')
        self._tab_until(f'() => document.activeElement.name === "{name}"', radio)
        for _key in range(group.count()):
            if radio.evaluate(HAS_FOCUS):
                break
            self.page.keyboard.press("ArrowDown")
        if not radio.is_checked():
            self.page.keyboard.press("Space")

    def _reach(self, target: Locator) -> None:
        self._tab_until(HAS_FOCUS, target)

    def _tab_until(self, arrived: str, target: Locator) -> None:
        expect(target).to_have_count(1)
        found = target.element_handle()
        for _tab in range(MOST_TABS):
            if found.evaluate(arrived):
                break
            self.page.keyboard.press("Tab")
        assert found.evaluate(arrived), f"The focus never came to {target}"
        focus = self.page.locator(":focus")
        assert focus.evaluate(SHOWS_FOCUS), f"Nothing shows that the focus is on {target}"
