"""One front serves pages and files: with what a browser must be told, and an id by which the log can be asked."""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.conftest import copied
from tests.site.installation import Installation, Served, fresh_database


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="module")
def server(tables: Installation, folder: Path) -> Iterator[Served]:
    with fresh_database(like=tables.database) as database, copied(tables, folder, database).served() as server:
        yield server


def test_a_page_tells_the_browser_what_it_may_do(server: Served) -> None:
    page = server.ask("/")
    assert page.status == 200
    given = {name: page.headers[name] for name in HEADERS}
    assert given == HEADERS
    policy = dict(part.strip().split(" ", 1) for part in page.headers["content-security-policy"].split(";"))
    assert policy == POLICY
    assert "server" not in page.headers


HEADERS = {
    "content-type": "text/html; charset=utf-8",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def test_a_file_is_kept_by_the_browser_and_asked_for_once(server: Served) -> None:
    page = server.ask("/")
    address = re.search(r'href="(/static/[^"]+\.css)"', page.body)
    assert address
    file = server.ask(address[1])
    assert (file.status, file.headers["content-type"]) == (200, 'text/css; charset="utf-8"')
    assert re.fullmatch(r"max-age=\d+, public", file.headers["cache-control"])
    again = server.ask(address[1], If_None_Match=file.headers["etag"])
    assert (again.status, again.body) == (304, "")
    assert server.ask("/static/../settings.py").status == 404
    assert server.ask("/static/nothing.css").status == 404


def test_every_answer_has_an_id_that_is_in_the_log(server: Served, folder: Path) -> None:
    path = f"/nothing/{uuid.uuid4()}/"
    answer = server.ask(path)
    number = answer.headers["x-request-id"]
    assert (answer.status, re.fullmatch(r"[0-9a-f]{8}", number) is not None) == (404, True)
    assert number in answer.body
    log = (folder / "ipt.log").read_text(encoding="utf-8")
    assert [line.split()[3] for line in log.splitlines() if path in line] == [number]


def test_no_key_to_a_door_is_in_the_log(server: Served, folder: Path) -> None:
    token = "k" * 32
    for path in (f"/link/{token}/", f"/calendar/{token}.ics", f"/account/password/reset/abc-{token}/"):
        server.ask(path)
    log = (folder / "ipt.log").read_text(encoding="utf-8")
    assert "/link/..." in log
    assert token not in log


def test_what_is_too_large_is_said_on_a_page(server: Served) -> None:
    for size in (600 * 1024, 3 * 1024 * 1024):  # more than a form holds; more than is read at all
        answer = server.ask("/join/", b"code=" + b"x" * size, Content_Type="application/x-www-form-urlencoded")
        assert answer.status == 413
        assert "<h1>That was too large</h1>" in answer.body
        assert answer.headers["x-request-id"] in answer.body
    fields = "&".join(f"field{number}=1" for number in range(600)).encode()
    assert server.ask("/join/", fields, Content_Type="application/x-www-form-urlencoded").status == 413


def test_too_many_tries_rest_for_a_while(server: Served) -> None:
    answers = [server.ask("/first-run/?token=wrong", X_Forwarded_For="192.0.2.9") for _try in range(12)]
    assert {answer.status for answer in answers[:10]} == {404}
    assert answers[-1].status == 429
    assert "<h1>Too many tries, for now</h1>" in answers[-1].body


def test_a_form_without_its_token_shows_what_was_typed(server: Served) -> None:
    typed = b"name=Zebra+Crossing&password=hidden+away&csrfmiddlewaretoken=x"
    answer = server.ask("/join/", typed, Content_Type="application/x-www-form-urlencoded")
    assert answer.status == 403
    assert "Zebra Crossing" in answer.body
    assert "hidden away" not in answer.body
