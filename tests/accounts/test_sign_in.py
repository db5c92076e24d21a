"""Signing in and out by password, and a new password by mail."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse

from ipt.accounts.models import Person
from ipt.audit.models import Event
from tests.builders import PASSWORD

ANOTHER = "seven purple elephants"


def sign_in(client: Client, login: str, password: str) -> int:
    return client.post("/account/sign-in/", {"login": login, "password": password}).status_code


def test_a_person_signs_in_with_any_capitals_and_out_again(client: Client, ada: Person, counting_afresh: None) -> None:
    assert client.get("/account/sign-in/").status_code == 200
    assert sign_in(client, "ada@example.org", "wrong password") == 422
    assert client.get("/account/").status_code == 404
    assert sign_in(client, "ADA@Example.org", PASSWORD) == 302
    assert client.get("/account/").status_code == 200
    assert client.get("/account/sign-out/").status_code == 200
    assert client.post("/account/sign-out/").status_code == 302
    assert client.get("/account/").status_code == 404


def test_a_guest_and_an_erased_person_have_no_password(
    client: Client, ben: Person, ada: Person, counting_afresh: None
) -> None:
    assert sign_in(client, "ben@example.org", "") == 422
    Person.objects.filter(pk=ada.pk).update(is_active=False)
    assert (
        client.post("/account/sign-in/", {"login": ada.email, "password": PASSWORD})["Location"] == "/account/inactive/"
    )
    assert client.get("/account/").status_code == 404


def test_a_class_behind_one_address_signs_in(client: Client, ada: Person, counting_afresh: None) -> None:
    assert [sign_in(Client(), "ada@example.org", PASSWORD) for _number in range(31)] == [302] * 31


def test_guessing_one_person_s_password_is_stopped(client: Client, ada: Person, counting_afresh: None) -> None:
    assert [sign_in(client, "ada@example.org", "wrong password") for _number in range(10)] == [422] * 10
    assert sign_in(client, "ada@example.org", PASSWORD) == 422
    assert client.get("/account/").status_code == 404


def test_no_password_is_taken_over_a_network_that_others_can_read(ada: Person, counting_afresh: None) -> None:
    room = Client(REMOTE_ADDR="192.168.0.7")
    assert room.get("/account/sign-in/").status_code == 404
    assert sign_in(room, "ada@example.org", PASSWORD) == 404
    assert room.get("/account/sign-in/", secure=True).status_code == 200


def test_nobody_signs_themselves_up() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    with pytest.raises(NoReverseMatch):
        reverse("account_email")


def test_a_new_password_by_mail_works_once(client: Client, ada: Person, counting_afresh: None) -> None:
    assert client.post("/account/password/reset/", {"email": "Ada@example.org"}).status_code == 302
    (message,) = mail.outbox
    assert message.to == ["ada@example.org"]
    assert message.subject == "A new password for IPT Essentials"
    link = re.search(r"http://127\.0\.0\.1:8000(/account/password/reset/\S+)", str(message.body))
    assert link
    form = client.get(link[1], follow=True)
    assert "Choose a new password" in form.content.decode()
    page = form.redirect_chain[-1][0]
    assert client.post(page, {"password1": "short"}).status_code == 422
    assert client.post(page, {"password1": ANOTHER}).status_code == 302
    assert Event.objects.filter(name="accounts.password.changed", subject=ada.pk).count() == 1
    assert "does not work any more" in Client().get(link[1], follow=True).content.decode()
    assert sign_in(Client(), "ada@example.org", PASSWORD) == 422
    assert sign_in(Client(), "ada@example.org", ANOTHER) == 302


def test_asking_for_an_unknown_address_looks_the_same_and_sends_nothing(
    client: Client, ada: Person, counting_afresh: None
) -> None:
    known = client.post("/account/password/reset/", {"email": "ada@example.org"}, follow=True)
    unknown = client.post("/account/password/reset/", {"email": "eve@example.org"}, follow=True)
    strip = [page.content.decode().replace(page["X-Request-ID"], "") for page in (known, unknown)]
    assert re.sub(r'value="\w{64}"', "", strip[0]) == re.sub(r'value="\w{64}"', "", strip[1])
    assert [message.to for message in mail.outbox] == [["ada@example.org"]]


def test_changing_the_password_keeps_this_browser_alone(client: Client, ada: Person, counting_afresh: None) -> None:
    other = Client()
    for browser in (client, other):
        assert sign_in(browser, "ada@example.org", PASSWORD) == 302
    typed = {"oldpassword": "not mine", "password1": ANOTHER}
    assert client.post("/account/password/change/", typed).status_code == 422
    assert client.post("/account/password/change/", typed | {"oldpassword": PASSWORD}).status_code == 302
    assert client.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 404
