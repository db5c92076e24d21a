"""The living page shows every component; it exists only while IPT_DEBUG is on."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import Resolver404, resolve

import ipt.ui

COMPONENTS = Path(ipt.ui.__file__).parent / "templates" / "ui" / "components"
# Components that others are made of, or that a tag renders.
INNER = {"bar", "callout", "confirm", "described", "said", "sources"}


def test_it_is_absent_from_the_product() -> None:
    with pytest.raises(Resolver404):
        resolve("/ui/")


@pytest.mark.django_db
@pytest.mark.urls("tests.ui.living_page")
def test_it_shows_itself_and_the_error_pages(client: Client) -> None:
    assert client.get("/ui/").status_code == 200
    assert client.get("/ui/errors/404/").status_code == 404
    assert client.get("/ui/errors/500/").status_code == 500
    assert client.get("/ui/errors/teapot/").status_code == 404


def test_no_component_is_left_out() -> None:
    shown = "".join(file.read_text(encoding="utf-8") for file in COMPONENTS.parent.glob("gallery/*.html"))
    names = {file.stem for file in COMPONENTS.glob("*.html")} - INNER
    assert {name for name in names if f"ui/components/{name}.html" not in shown} == set()
