"""Every page that is read keeps its number of queries with one row of each thing, three or three hundred."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ipt.outbox.models import Message
from tests.conftest import sign_in
from tests.site.addresses import Address, addresses
from tests.site.crowd import Crowd, a_crowd
from tests.site.test_who_may_what import TABLE

pytestmark = pytest.mark.django_db

# How many queries each page makes, and for whom it is asked (tea tutors, ada attends, nobody is signed in).
COUNTS: dict[str, tuple[str, int]] = {
    "account_change_password": ("tea", 2),
    "account_inactive": ("tea", 2),
    "account_logout": ("tea", 2),
    "account_reset_password": ("tea", 2),
    "account_reset_password_done": ("tea", 2),
    "account_reset_password_from_key": ("tea", 2),
    "account_reset_password_from_key_done": ("tea", 2),
    "accounts:account": ("tea", 3),
    "course:block": ("tea", 5),
    "course:block_tutor": ("tea", 4),
    "course:calendar": ("ada", 4),
    "course:calendar_file": ("tea", 6),
    "course:cancel": ("tea", 3),
    "course:certificate_correct": ("tea", 4),
    "course:certificate_pdf": ("tea", 4),
    "course:certificate_revoke": ("tea", 4),
    "course:certificates": ("tea", 7),
    "course:close_sitting": ("tea", 3),
    "course:cohort": ("tea", 6),
    "course:cohorts": ("tea", 5),
    "course:content": ("tea", 3),
    "course:dates": ("tea", 4),
    "course:decide": ("tea", 4),
    "course:degree": ("ada", 3),
    "course:door": ("tea", 4),
    "course:edit": ("tea", 3),
    "course:enrol": ("tea", 6),
    "course:evidence": ("tea", 7),
    "course:exchange": ("tea", 3),
    "course:export_answers": ("tea", 6),
    "course:feedback": ("tea", 7),
    "course:finish": ("tea", 3),
    "course:handout": ("tea", 3),
    "course:join": ("tea", 2),
    "course:message": ("tea", 5),
    "course:message_kinds": ("tea", 5),
    "course:messages": ("tea", 6),
    "course:monday": ("tea", 4),
    "course:monday_card": ("tea", 3),
    "course:needs": ("tea", 6),
    "course:paper": ("tea", 3),
    "course:papers": ("tea", 3),
    "course:people": ("tea", 4),
    "course:people_add": ("tea", 3),
    "course:people_import": ("tea", 3),
    "course:place": ("tea", 7),
    "course:place_accept": ("tea", 5),
    "course:place_edit": ("tea", 5),
    "course:place_link": ("tea", 5),
    "course:place_offer": ("tea", 5),
    "course:place_substitute": ("tea", 5),
    "course:place_withdraw": ("tea", 5),
    "course:plan": ("tea", 3),
    "course:prospectus": ("tea", 7),
    "course:publish": ("tea", 3),
    "course:register": ("tea", 6),
    "course:register_half_day": ("tea", 7),
    "course:results": ("tea", 6),
    "course:role_cards": ("tea", 3),
    "course:signposts": ("tea", 2),
    "course:sitting": ("ada", 5),
    "course:sitting_paper": ("tea", 3),
    "course:sittings": ("tea", 8),
    "course:slides": ("tea", 3),
    "course:standing": ("tea", 7),
    "course:stories": ("tea", 3),
    "course:thanks": ("tea", 4),
    "course:timetable": ("tea", 4),
    "course:tutors": ("tea", 4),
    "course:venue": ("tea", 3),
    "course:verify": ("tea", 2),
    "course:vignette": ("tea", 3),
    "course:withdraw_quote": ("tea", 2),
    "home": ("tea", 9),
}
# Pages that are not read (they are only posted to), or whose reader needs something that a crowd has not.
NOT_READ = {
    "accounts:end_others",
    "accounts:end_session",
}


def url_of(address: Address, crowd: Crowd) -> str:
    return reverse(address.name, kwargs={part: crowd.things.get(part, "none") for part in address.parts})


def reader_of(name: str) -> str:
    """Whoever the table lets in: the tutor first, then the delegate, then a stranger."""
    may = dict(zip(("stranger", "cleo", "ada", "ben", "tea", "olu"), TABLE[name], strict=True))
    return next((who for who in ("tea", "ada", "stranger") if may[who] == "o"), "")


@pytest.mark.parametrize("rows", [1, 3, 300])
def test_pages_keep_their_query_counts(rows: int) -> None:
    crowd = a_crowd(rows)
    browsers = {
        "stranger": Client(),
        "tea": sign_in(Client(), crowd.tea),
        "ada": sign_in(Client(), crowd.ada),
    }
    seen: dict[str, tuple[str, int]] = {}
    for address in addresses():
        who = reader_of(address.name)
        if not who or address.name in NOT_READ:
            continue
        url = url_of(address, crowd)
        response = browsers[who].get(url)  # what is read once per process is read now
        if response.status_code in {302, 404, 405}:
            continue
        with CaptureQueriesContext(connection) as queries:
            assert browsers[who].get(url).status_code == 200, url
        seen[address.name] = (who, len(queries))
    assert Message.objects.count() == rows
    assert seen == COUNTS
