"""A person's own page: details, claiming an account, sessions."""

import datetime as dt

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from ipt.accounts.actions.people import add_person, change_person, claim_account
from ipt.accounts.actions.sessions import end_sessions_without_password
from ipt.accounts.models import Person
from ipt.accounts.queries.sessions import device_of
from tests.builders import NOW, PASSWORD
from tests.conftest import sign_in

ID = "00000000-0000-4000-8000-000000000001"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1"


def by_password(user_agent: str = FIREFOX) -> Client:
    client = Client(headers={"user-agent": user_agent})
    assert client.post("/account/sign-in/", {"login": "ada@example.org", "password": PASSWORD}).status_code == 302
    return client


def test_e_mail_addresses_are_kept_in_lower_case_and_belong_to_one_person(db: None) -> None:
    first = add_person(name=" Ada ", email=" Ada@Example.ORG ", actor=None, now=NOW)
    assert (first.name, first.email, first.has_account) == ("Ada", "ada@example.org", False)
    with pytest.raises(ValidationError, match="already"):
        add_person(name="Eve", email="ADA@example.org", actor=None, now=NOW)
    assert [add_person(name="Guest", actor=None, now=NOW).email for _number in range(2)] == [None, None]


def test_a_guest_claims_an_account_and_keeps_who_they_are(client: Client, ben: Person, ada: Person) -> None:
    sign_in(client, ben)
    assert client.get("/account/claim/").status_code == 200
    taken = client.post("/account/claim/", {"email": ada.email, "password": PASSWORD, "submission": ID})
    assert taken.status_code == 422
    answer = client.post("/account/claim/", {"email": "Ben.B@example.org", "password": PASSWORD, "submission": ID})
    assert answer.status_code == 302
    ben.refresh_from_db()
    assert (ben.email, ben.has_account) == ("ben.b@example.org", True)
    assert client.get("/account/").status_code == 200
    assert client.get("/account/claim/").status_code == 404


def test_an_account_cannot_be_claimed_twice(ada: Person) -> None:
    with pytest.raises(ValidationError, match="already"):
        claim_account(person=ada, email="eve@example.org", password=PASSWORD, now=NOW)
    assert Person.objects.get().email == "ada@example.org"


def test_an_account_moves_its_address_only_with_the_password(
    client: Client, ada: Person, counting_afresh: None
) -> None:
    sign_in(client, ada)
    EmailAddress.objects.create(user=ada, email="ada@example.org")
    typed = {"name": "Ada A. Adeyemi", "email": "new@example.org", "submission": ID}
    assert client.post("/account/", typed).status_code == 422
    assert client.post("/account/", typed | {"current_password": PASSWORD}).status_code == 302
    ada.refresh_from_db()
    assert (ada.name, ada.email) == ("Ada A. Adeyemi", "new@example.org")
    assert not EmailAddress.objects.exists()
    with pytest.raises(ValidationError, match="keep it"):
        change_person(person=ada, name="Ada", email=None, actor=ada, now=NOW)


def test_a_person_lists_and_ends_their_sessions_and_nobody_else_s(
    client: Client, ada: Person, counting_afresh: None
) -> None:
    here, phone, third = by_password(), by_password(PHONE), by_password()
    page = here.get("/account/").content.decode()
    assert page.count("This one") == 1
    assert page.count("Firefox on Linux") == 3  # two sessions, and the name of one button
    assert "Safari on iPhone" in page
    of_phone = UserSession.objects.get(user_agent=PHONE)
    stranger = sign_in(client, Person.objects.create_user(name="Cleo"))
    stranger.post(f"/account/sessions/{of_phone.pk}/end/")
    assert phone.get("/account/").status_code == 200
    assert here.post(f"/account/sessions/{of_phone.pk}/end/").status_code == 302
    assert phone.get("/account/").status_code == 404
    assert here.post("/account/sessions/end-others/").status_code == 302
    assert [third.get("/account/").status_code, here.get("/account/").status_code] == [404, 200]


def test_no_address_is_kept_of_a_session(ada: Person, counting_afresh: None) -> None:
    client = by_password()
    changed = {"oldpassword": PASSWORD, "password1": "seven purple elephants"}
    assert client.post("/account/password/change/", changed).status_code == 302
    assert set(UserSession.objects.values_list("ip", flat=True)) == {"0.0.0.0"}  # noqa: S104 -- nothing is bound to it


def test_last_seen_is_written_at_most_once_a_minute(ada: Person, counting_afresh: None) -> None:
    client = by_password()
    long_ago = timezone.now() - dt.timedelta(days=1)
    cache.clear()
    for written in (True, False):
        UserSession.objects.update(last_seen_at=long_ago)
        client.get("/account/")
        assert (UserSession.objects.get().last_seen_at > long_ago) is written


def test_who_becomes_staff_stays_signed_in_only_where_they_gave_their_password(
    ada: Person, counting_afresh: None
) -> None:
    desk, guest = by_password(), by_password(PHONE)
    UserSession.objects.filter(user_agent=PHONE).update(data={"by": "door"})
    assert end_sessions_without_password(person=ada, actor=None, now=NOW) == 1
    assert [desk.get("/account/").status_code, guest.get("/account/").status_code] == [200, 404]


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (FIREFOX, "Firefox on Linux"),
        (PHONE, "Safari on iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("curl/8", "A browser that gives no name"),
    ],
)
def test_a_device_is_said_in_words(user_agent: str, words: str) -> None:
    assert device_of(user_agent) == words
