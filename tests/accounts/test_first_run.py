"""The first account: from this machine or with the console's token, once."""

from django.test import Client
from pytest_django import Settings

from ipt.accounts.models import Person
from tests.builders import PASSWORD

TYPED = {
    "name": "Olu Okafor",
    "email": "Olu@Example.org",
    "password": PASSWORD,
    "submission": "00000000-0000-4000-8000-000000000001",
}
ELSEWHERE = "192.168.0.7"


def test_this_machine_makes_the_operator_once(client: Client, db: None) -> None:
    assert client.get("/first-run/").status_code == 200
    assert client.post("/first-run/", TYPED | {"password": "short"}).status_code == 422
    assert client.post("/first-run/", TYPED).status_code == 302
    olu = Person.objects.get()
    assert (olu.name, olu.email, olu.is_operator, olu.has_account) == ("Olu Okafor", "olu@example.org", True, True)
    assert client.get("/account/").status_code == 200
    assert client.get("/first-run/").status_code == 404
    assert Client().post("/first-run/", TYPED | {"email": "eve@example.org"}).status_code == 404
    assert Person.objects.count() == 1


def test_another_machine_needs_the_token(client: Client, db: None, settings: Settings, counting_afresh: None) -> None:
    assert client.get("/first-run/", REMOTE_ADDR=ELSEWHERE).status_code == 404
    settings.FIRST_RUN_TOKEN = "a-token-from-the-console"
    assert client.get("/first-run/?token=another", REMOTE_ADDR=ELSEWHERE).status_code == 404
    assert client.get("/first-run/?token=a-token-from-the-console", REMOTE_ADDR=ELSEWHERE).status_code == 200
    assert (
        client.post("/first-run/", TYPED | {"token": settings.FIRST_RUN_TOKEN}, REMOTE_ADDR=ELSEWHERE).status_code
        == 302
    )
    assert Person.objects.count() == 1


def test_behind_a_proxy_nobody_is_this_machine(client: Client, db: None, counting_afresh: None) -> None:
    assert client.get("/first-run/", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 404


def test_tokens_cannot_be_tried_for_long(client: Client, db: None, settings: Settings, counting_afresh: None) -> None:
    settings.FIRST_RUN_TOKEN = "right"
    for _number in range(10):
        assert client.get("/first-run/?token=wrong", REMOTE_ADDR=ELSEWHERE).status_code == 404
    assert client.get("/first-run/?token=right", REMOTE_ADDR=ELSEWHERE).status_code == 429
