"""A browser made of the standard library: it keeps cookies, fills forms, and knows what was acknowledged."""

import http.client
import re
from contextlib import closing
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from tests.site.installation import SECONDS, Answer, Installation, Served

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass
class Browser:
    """Somebody's browser."""

    server: Served
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None)

    def post(self, path: str, typed: dict[str, str]) -> Answer:
        return self._ask("POST", path, urlencode(typed))

    def _ask(self, method: str, path: str, body: str | None) -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        with closing(http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=SECONDS)) as connection:
            connection.request(method, path, body, headers | (FORM if body is not None else {}))
            response = connection.getresponse()
            text = response.read().decode(errors="replace")
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                self.cookies |= {key: morsel.value for key, morsel in SimpleCookie(value).items()}
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, text)


def enrol_form(browser: Browser, cohort: str) -> dict[str, str]:
    """Open the enrolment page and give its hidden fields."""
    page = browser.get(f"/enrol/{cohort}/").body
    return {name: _hidden(page, name) for name in ("csrfmiddlewaretoken", "submission")}


def fill_with_cohorts(installation: Installation, how_many: int) -> list[str]:
    """Make open cohorts that begin in a month, and give their ids."""
    return installation.do(
        "from datetime import timedelta; from django.utils import timezone; from tests import builders; "
        "first = timezone.localdate() + timedelta(days=30); "
        "tea = builders.a_person('Tea Tanner', account=True); "
        f"print(*[builders.a_cohort(tea, title=str(n), first=first).pk for n in range({how_many})])"
    ).split()


def _hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert found, page[:2000]
    return found[1]
