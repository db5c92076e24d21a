"""Each error page says what happened, what was kept and what to do, and needs nothing to do so."""

import pytest
from django.template.loader import get_template
from django.test import override_settings

from ipt.ui.views import ERRORS


@pytest.mark.parametrize("name", ERRORS)
def test_it_needs_no_request_and_no_context(name: str) -> None:
    html = get_template(f"{name}.html").render()
    assert html.count("<h1>") == 1
    assert html.count("<p>") >= 2
    assert 'class="button"' in html
    assert "give this number" not in html


def test_it_gives_the_number_of_the_request() -> None:
    html = get_template("500.html").render({"request_id": "7f3a91c2"})
    assert "<code>7f3a91c2</code>" in html


@pytest.mark.parametrize("name", ["403_csrf", "429", "503"])
def test_what_was_typed_is_shown_again_and_escaped(name: str) -> None:
    html = get_template(f"{name}.html").render({"typed": [("comment", "</textarea><b>It helped.")]})
    assert "&lt;/textarea&gt;&lt;b&gt;It helped." in html


@override_settings(STORAGES={"staticfiles": {"BACKEND": "tests.ui.test_error_pages.Broken"}})
def test_a_damaged_list_of_files_does_not_stop_it() -> None:
    assert 'href="/static/ui/tokens.css"' in get_template("500.html").render()


class Broken:
    """A storage that has lost its list."""

    def url(self, path: str) -> str:
        raise ValueError(path)
