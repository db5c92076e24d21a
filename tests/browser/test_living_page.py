"""The living page in a real Chromium: accessible and without sideways scroll, in both themes and all widths."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.looking import mistakes_on
from tests.browser.window import Window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.ui.living_page")]


def test_axe_finds_nothing(window_at: Callable[..., Window], live_server: LiveServer) -> None:
    window = window_at(live_server.url)
    window.open("/ui/")
    assert mistakes_on(window.page) == []


def test_the_skip_link_comes_first_and_leads_to_the_content(
    window_at: Callable[..., Window], live_server: LiveServer
) -> None:
    window = window_at(live_server.url)
    window.open("/ui/")
    window.page.keyboard.press("Tab")
    expect(window.page.locator(":focus")).to_have_class("skip")
    window.page.keyboard.press("Enter")
    expect(window.page.locator("main")).to_be_focused()
