"""Links: a button signs in, opening never does."""

import datetime as dt
from uuid import UUID

import pytest
from django.contrib.auth import get_user
from django.core.exceptions import ValidationError
from django.test import Client

from ipt.accounts.actions.links import make_link, revoke_links
from ipt.accounts.models import Link, Person
from ipt.accounts.queries.links import address, hash_of, person_for_token
from ipt.audit.submissions import Submission
from ipt.course.models import Cohort
from tests.builders import NOW, PASSWORD

PERSONAL, INVITATION = Link.Kind.PERSONAL, Link.Kind.INVITATION
ID = "00000000-0000-4000-8000-000000000001"


def fresh(person: Person, kind: Link.Kind = PERSONAL, expires_at: dt.datetime | None = None) -> str:
    """A link whose fourteen days are not over when the test runs."""
    far = dt.datetime(2100, 1, 1, tzinfo=dt.UTC) if kind == INVITATION else None
    return make_link(person=person, kind=kind, actor=None, now=NOW, expires_at=expires_at or far)


def who(client: Client) -> object:
    class Request:
        session = client.session

    return get_user(Request()).pk  # type: ignore[arg-type]


def test_only_the_hash_of_a_token_is_kept(ben: Person) -> None:
    token = fresh(ben)
    link = Link.objects.get()
    assert len(token) == 32
    assert link.token_hash == hash_of(token)
    assert token not in str(Link.objects.values())
    assert address(token) == f"http://127.0.0.1:8000/link/{token}/"


def test_opening_a_link_changes_nothing_and_its_button_signs_in_again_and_again(client: Client, ben: Person) -> None:
    url = f"/link/{fresh(ben)}/"
    page = client.get(url)
    assert page.status_code == 200
    assert page["Referrer-Policy"] == "same-origin"
    assert "Welcome, Ben" in page.content.decode()
    assert "Bright" not in page.content.decode()
    assert who(client) is None
    assert Link.objects.get().used_at is None
    for _again in range(2):
        other = Client()
        before = other.session.session_key
        answer = other.post(url, {"submission": ID})
        assert (answer.status_code, answer["Location"]) == (302, "/")
        assert who(other) == ben.pk
        assert other.session.session_key != before


def test_links_that_do_not_work_are_all_the_same_page(client: Client, ben: Person) -> None:
    past = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    expired = fresh(ben, INVITATION, past)
    revoked = fresh(ben)
    revoke_links(person=ben, kind=PERSONAL, actor=None, now=NOW)
    used = fresh(ben, INVITATION)
    Link.objects.filter(token_hash=hash_of(used)).update(used_at=NOW)
    calendar = fresh(ben, Link.Kind.CALENDAR)
    pages = set()
    for token in ("unknown", expired, revoked, used, calendar):
        for answer in (client.get(f"/link/{token}/"), client.post(f"/link/{token}/")):
            assert answer.status_code == 404
            pages.add(answer.content.decode().replace(answer["X-Request-ID"], ""))
    assert len(pages) == 1
    # The one that works shows that the others could have.
    assert client.get(f"/link/{fresh(ben)}/").status_code == 200
    assert person_for_token(expired, past - dt.timedelta(seconds=1)) is not None
    assert person_for_token(expired, past) is None


def test_staff_are_not_signed_in_by_a_link(
    client: Client, cohort: Cohort, tea: Person, olu: Person, ada: Person
) -> None:
    for person in (tea, olu):
        url = f"/link/{fresh(person)}/"
        assert "sign in with your password" in client.get(url).content.decode()
        assert client.post(url, {"submission": ID}).status_code == 422
        assert who(client) is None
    assert client.post(f"/link/{fresh(ada)}/", {"submission": ID}).status_code == 302
    assert who(client) == ada.pk


def test_revoking_a_link_signs_out_whoever_came_by_it(client: Client, ben: Person) -> None:
    client.post(f"/link/{fresh(ben)}/", {"submission": ID})
    assert who(client) == ben.pk
    assert revoke_links(person=ben, kind=PERSONAL, actor=ben, now=NOW) == 1
    assert who(client) is None


def test_an_invitation_is_used_up_by_choosing_a_password_and_by_nothing_else(client: Client, ben: Person) -> None:
    url = f"/link/{fresh(ben, INVITATION)}/"
    assert "Ben" in client.get(url).content.decode()
    short = client.post(url, {"email": "Ben@Example.org", "password": "short", "submission": ID})
    assert short.status_code == 422
    assert "ben@example.org" in short.content.decode().lower()
    assert Link.objects.get().used_at is None
    answer = client.post(url, {"email": "Ben@Example.org", "password": PASSWORD, "submission": ID})
    assert answer.status_code == 302
    assert who(client) == ben.pk
    ben.refresh_from_db()
    assert (ben.email, ben.has_account) == ("ben@example.org", True)
    assert client.get(url).status_code == 404
    assert Client().post(url, {"email": "x@example.org", "password": PASSWORD, "submission": ID}).status_code == 404


def test_an_invitation_does_not_sign_in_somebody_who_has_a_password(client: Client, ada: Person) -> None:
    url = f"/link/{fresh(ada, INVITATION)}/"
    answer = client.post(url, {"email": "evil@example.org", "password": PASSWORD, "submission": ID})
    assert "Welcome back, Ada" in answer.content.decode()
    assert who(client) is None
    assert Person.objects.get(pk=ada.pk).email == "ada@example.org"


def test_a_stranger_who_tries_tokens_is_slowed_down(client: Client, ben: Person, counting_afresh: None) -> None:
    for number in range(60):
        assert client.get(f"/link/wrong{number}/").status_code == 404
    good = f"/link/{fresh(ben)}/"
    assert client.get(good).status_code == 429
    assert client.get(good, REMOTE_ADDR="192.168.0.7").status_code == 200


def test_a_token_is_given_once(ben: Person) -> None:
    sent = Submission(UUID(ID), "d" * 64)
    assert make_link(person=ben, kind=PERSONAL, actor=ben, now=NOW, submission=sent)
    with pytest.raises(ValidationError, match="shown once"):
        make_link(person=ben, kind=PERSONAL, actor=ben, now=NOW, submission=sent)
    assert Link.objects.count() == 1
