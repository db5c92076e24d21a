"""Every address, six people, exactly what the rules say: a table that fails for an address that is not in it."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from ipt.accounts.models import Person
from ipt.course.actions.answers import give_response
from ipt.course.actions.attendance import Mark, mark_register
from ipt.course.actions.certificates import issue_certificates
from ipt.course.actions.sittings import open_sitting
from ipt.course.models import Attendance, Cohort, Knock, Place, Sitting
from ipt.outbox.models import Message
from tests import builders
from tests.conftest import sign_in
from tests.site.addresses import Address, addresses
from tests.site.crowd import CONTENT

pytestmark = pytest.mark.django_db

# Who asks, in the order of the table's columns. The things asked for are Ada's, in Tea's cohort.
PEOPLE = ("stranger", "cleo", "ada", "ben", "tea", "olu")

# o: the page is reached; . : 404, and nothing else.
#     columns:  stranger, another cohort's delegate (Cleo), its delegate (Ada), a delegate beside her (Ben),
#               its tutor (Tea), another cohort's tutor (Olu)
ANYBODY = "oooooo"
SIGNED_IN = ".ooooo"
TUTOR = "....o."
IN_THE_ROOM = "..ooo."
HOLDER_OR_TUTOR = "..o.o."
HOLDER = "..o..."
NOBODY = "......"
TABLE = {
    "home": ANYBODY,
    "accounts:first_run": NOBODY,  # somebody has an account already
    "accounts:link": NOBODY,  # no such link
    "accounts:account": SIGNED_IN,
    "accounts:claim": "...o..",  # Ben alone has no account yet
    "accounts:end_others": SIGNED_IN,
    "accounts:end_session": SIGNED_IN,  # one that is theirs; another's is left alone
    "account_login": ANYBODY,
    "account_logout": ANYBODY,
    "account_inactive": ANYBODY,
    "account_change_password": ".oo.oo",  # Ben has none
    "account_reset_password": ANYBODY,
    "account_reset_password_done": ANYBODY,
    "account_reset_password_from_key_done": ANYBODY,
    "account_reset_password_from_key": ANYBODY,
    "course:cohorts": ANYBODY,  # its content differs: see below
    "course:plan": "....oo",  # whoever tutors somewhere, and operators
    "course:cohort": IN_THE_ROOM,
    "course:edit": TUTOR,
    "course:dates": TUTOR,
    "course:venue": TUTOR,
    "course:content": TUTOR,
    "course:publish": TUTOR,
    "course:decide": TUTOR,
    "course:cancel": TUTOR,
    "course:finish": TUTOR,
    "course:tutors": TUTOR,
    "course:people": TUTOR,
    "course:people_add": TUTOR,
    "course:people_import": TUTOR,
    "course:degree": "..oo..",  # each sees their own there, and nobody another's
    "course:place": HOLDER_OR_TUTOR,
    "course:place_edit": HOLDER_OR_TUTOR,
    "course:place_withdraw": HOLDER_OR_TUTOR,
    "course:place_accept": HOLDER_OR_TUTOR,
    "course:place_offer": TUTOR,
    "course:place_substitute": TUTOR,
    "course:place_link": TUTOR,
    "course:enrol": ANYBODY,
    "course:thanks": ANYBODY,
    "course:join": ANYBODY,
    "course:join_waiting": ANYBODY,
    "course:door": TUTOR,
    "course:open_door": TUTOR,
    "course:close_door": TUTOR,
    "course:answer_knock": TUTOR,
    "course:turn_away": TUTOR,
    "course:messages": TUTOR,
    "course:message_kinds": TUTOR,
    "course:message": TUTOR,
    "course:message_again": TUTOR,
    "course:calendar_file": HOLDER_OR_TUTOR,
    "course:calendar": HOLDER,
    "course:calendar_stop": HOLDER,
    "course:calendar_feed": NOBODY,  # no such feed
    "course:register": TUTOR,
    "course:register_half_day": TUTOR,
    "course:standing": HOLDER_OR_TUTOR,
    "course:check_in": HOLDER,
    "course:certificates": TUTOR,
    "course:certificate_pdf": HOLDER_OR_TUTOR,
    "course:certificate_correct": TUTOR,
    "course:certificate_revoke": TUTOR,
    "course:sittings": IN_THE_ROOM,
    "course:open_sitting": TUTOR,
    "course:sitting": "..oo..",  # whoever holds a place answers; a tutor does not
    "course:close_sitting": TUTOR,
    "course:reveal_results": TUTOR,
    "course:sitting_paper": TUTOR,
    "course:results": TUTOR,  # delegates, once results are shown
    "course:export_answers": TUTOR,
    "course:feedback": TUTOR,
    "course:choose_quote": NOBODY,  # the sitting of this table is no feedback
    "course:withdraw_quote": ANYBODY,
    "course:prospectus": ANYBODY,
    "course:evidence": ANYBODY,
    "course:signposts": ANYBODY,
    "course:timetable": IN_THE_ROOM,
    "course:block": IN_THE_ROOM,
    "course:block_tutor": TUTOR,
    "course:handout": IN_THE_ROOM,
    "course:slides": IN_THE_ROOM,
    "course:role_cards": TUTOR,
    "course:papers": IN_THE_ROOM,
    "course:paper": IN_THE_ROOM,
    "course:monday": IN_THE_ROOM,
    "course:monday_card": IN_THE_ROOM,
    "course:stories": TUTOR,
    "course:vignette": TUTOR,
    "course:exchange": TUTOR,
    "course:needs": TUTOR,
    "course:verify": ANYBODY,
    "course:verify_number": ANYBODY,
}


@pytest.fixture
def things(tea: Person, ada: Person, ben: Person) -> dict[str, object]:
    """Ada's things, all of which could leak."""
    cohort = builders.a_cohort(tea, pack=builders.the_pack())
    place = builders.a_place(cohort, ada)
    builders.a_place(cohort, ben)
    for half_day in cohort.half_days.all():
        marks = [Mark(place, present=True)]
        mark_register(half_day=half_day, marks=marks, source=Attendance.Source.TUTOR, actor=tea, now=builders.NOW)
    (certificate,) = issue_certificates(cohort=cohort, actor=tea, now=builders.NOW)
    sitting = open_sitting(cohort=cohort, activity="needs", actor=tea, now=builders.NOW)
    give_response(
        sitting=sitting, place=place, values={"hopes": {"text": "To listen", "may_quote": False}}, now=builders.NOW
    )
    knock = Knock.objects.create(cohort=cohort, name="Dee", at=builders.NOW, token_hash="0" * 64)
    message = Message.objects.filter(about=cohort.id).first()
    assert message is not None
    return {
        "cohort": cohort.id,
        "place": place.id,
        "certificate": certificate.id,
        "sitting": sitting.id,
        "knock": knock.id,
        "message": message.id,
        "number": 1,
        "token": "no-such-token",
        "session": 0,
        "uidb36": "0",
        "key": "no-such-key",
        **CONTENT,
    }


def kwargs_of(address: Address, things: dict[str, object]) -> dict[str, object]:
    if address.name == "course:verify_number":
        return {"number": "IPT-2222-2222"}
    return {part: things[part] for part in address.parts}


def test_every_address_is_in_the_table_and_names_its_rule() -> None:
    assert sorted(address.name for address in addresses()) == sorted(TABLE)
    assert [address.name for address in addresses() if not address.rule] == []


@pytest.fixture
def browsers(
    cleo: Person, ada: Person, ben: Person, tea: Person, olu: Person, other_cohort: Cohort
) -> dict[str, Client]:
    people = {"cleo": cleo, "ada": ada, "ben": ben, "tea": tea, "olu": olu}
    return {"stranger": Client(), **{name: sign_in(Client(), person) for name, person in people.items()}}


# Pages that answer 404 for another reason than a rule.
ALWAYS_404 = {"course:verify_number"}


@pytest.mark.parametrize("name", sorted(TABLE))
def test_each_person_gets_exactly_what_the_rule_says(
    name: str, things: dict[str, object], browsers: dict[str, Client], counting_afresh: None
) -> None:
    """By GET and by POST. What is refused looks like what does not exist, and changes nothing."""
    (address,) = (one for one in addresses() if one.name == name)
    url = reverse(name, kwargs=kwargs_of(address, things))
    before = snapshot()
    seen = {who: browser.get(url).status_code for who, browser in browsers.items()}
    by_post = 405 in seen.values()
    if by_post:
        seen = {}
    refused = [who for who, may in zip(PEOPLE, TABLE[name], strict=True) if may == "."]
    for who in refused:
        status = browsers[who].post(url, {"submission": str(uuid.uuid4())}).status_code
        assert status in {404, 405}, f"{who} may POST to {url}: {status}"
    if not by_post:
        assert snapshot() == before
    for who in PEOPLE if by_post else ():
        if who not in refused:
            seen[who] = browsers[who].post(url, {"submission": str(uuid.uuid4())}).status_code
        else:
            seen[who] = 404
    if name in ALWAYS_404:
        assert set(seen.values()) == {404}
    else:
        assert "".join("." if seen[who] == 404 else "o" for who in PEOPLE) == TABLE[name], seen
    assert max(seen.values()) < 500


def snapshot() -> dict[str, int]:
    """What a refused request must not change."""
    return {
        model.__name__: model.objects.count() for model in (Person, Cohort, Place, Attendance, Sitting, Knock, Message)
    }
