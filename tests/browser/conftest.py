"""One Chromium for all browser tests, and windows in it that must have nothing to complain of."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.house import House, running
from tests.browser.window import Window, open_window
from tools.browser import chromium

# Nothing leaves the machine: every other name is unknown.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Open one browser for this folder; Playwright's loop would make Django refuse the database."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield opened
        opened.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A fresh installation, served by the real command."""
    with running(tmp_path) as house:
        yield house


@pytest.fixture
def window_at(browser: Browser) -> Iterator[Callable[..., Window]]:
    """Open windows; after the test none of them may have anything to complain of."""
    windows: list[Window] = []

    def open_one(home: str, **how: object) -> Window:
        windows.append(open_window(browser, home, **how))
        return windows[-1]

    yield open_one
    for window in windows:
        window.close()
    assert [complaint for window in windows for complaint in window.complaints] == []
