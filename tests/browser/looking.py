"""What axe and a ruler find on a page, as it stands in each theme and at each width."""

from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WIDTHS = (360, 1280)
# 1280 pixels at 400%, and the smallest telephone.
NARROW = 320
HEIGHT = 800
VIOLATIONS = """rules => axe.run(document, rules).then(found => found.violations.map(
    one => `${one.id}: ${one.nodes[0].html.slice(0, 160)} (${one.nodes.length})`))"""
# Whatever takes longer than the eye needs to call it at once.
MOVING = """() => [...document.querySelectorAll('*')].filter(one => {
    const style = getComputedStyle(one);
    return [style.animationDuration, style.transitionDuration].join().split(',').some(time => parseFloat(time) > 0.01);
}).map(one => one.outerHTML.slice(0, 80))"""
ALL: dict[str, Any] = {"resultTypes": ["violations"]}
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def mistakes_on(page: Page) -> list[str]:
    """Look at the page that is open, for somebody who wants nothing to move."""
    found = []
    page.evaluate(AXE_SCRIPT)
    for theme in THEMES:
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            found += [f"{theme}, {width}: {one}" for one in page.evaluate(VIOLATIONS, ALL)]
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    if (wide := page.evaluate("document.documentElement.scrollWidth")) > NARROW:
        found.append(f"scrolls sideways: {wide}")
    found += [f"moves: {one}" for one in page.evaluate(MOVING)[:1]]
    return found
