"""Icons are drawn into the page, as decoration beside words."""

import pytest
from django.template import Context, Template

from ipt.ui import icons


def test_every_icon_is_a_drawing_without_a_script_or_style() -> None:
    for name in icons.names():
        inside = icons.drawing(name)
        assert inside.startswith("<")
        assert "script" not in inside
        assert "style=" not in inside


def test_an_icon_is_hidden_from_screen_readers() -> None:
    html = Template("{% load ui %}{% icon 'calendar' %}").render(Context())
    assert 'aria-hidden="true"' in html
    assert "<!--" not in html


@pytest.mark.parametrize("name", ["unicorn", "../LICENSE", ""])
def test_an_unknown_icon_is_an_error(name: str) -> None:
    with pytest.raises(icons.UnknownIconError):
        icons.drawing(name)
