"""A person takes their data away, and has them erased."""

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.test import Client

from ipt.accounts import shred
from ipt.accounts.actions.links import make_link
from ipt.accounts.models import Link, Person
from ipt.course.models import Cohort
from tests.builders import NOW, PASSWORD


def test_export_gives_everything_but_what_opens_doors(ada: Person, cleo: Person, counting_afresh: None) -> None:
    token = make_link(person=ada, kind=Link.Kind.PERSONAL, actor=None, now=NOW)
    make_link(person=cleo, kind=Link.Kind.PERSONAL, actor=None, now=NOW)
    Client().post("/account/sign-in/", {"login": "ada@example.org", "password": PASSWORD})
    given = shred.export(ada.pk)
    assert isinstance(given, dict)
    assert (given["name"], given["email"], given["has_account"]) == ("Ada Adeyemi", "ada@example.org", True)
    assert isinstance(given["links"], list)
    assert isinstance(given["sessions"], list)
    assert [len(given["links"]), len(given["sessions"])] == [1, 1]
    assert token not in str(given)
    assert Link.objects.get(person=ada).token_hash not in str(given)


def test_erasing_leaves_an_empty_row_for_the_places_and_nobody_else_changes(
    client: Client, cohort: Cohort, ada: Person, ben: Person, counting_afresh: None
) -> None:
    make_link(person=ada, kind=Link.Kind.PERSONAL, actor=None, now=NOW)
    make_link(person=ben, kind=Link.Kind.PERSONAL, actor=None, now=NOW)
    EmailAddress.objects.create(user=ada, email="ada@example.org")
    client.post("/account/sign-in/", {"login": "ada@example.org", "password": PASSWORD})
    assert shred.erase(ada.pk) == 4
    gone = Person.objects.get(pk=ada.pk)
    assert (gone.name, gone.email, gone.is_active, gone.has_account) == ("Erased person", None, False, False)
    assert cohort.places.filter(person=ada).count() == 1
    assert not UserSession.objects.exists()
    assert not EmailAddress.objects.exists()
    assert list(Link.objects.values_list("person", flat=True)) == [ben.pk]
    assert client.get("/account/").status_code == 404
    assert Person.objects.get(pk=ben.pk).name == "Ben Bright"
