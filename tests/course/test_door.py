"""The door of the room: a code, a knock, a tutor who says who it is."""

import datetime as dt
import re
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ipt.accounts.access import Refused
from ipt.accounts.models import Person
from ipt.course.actions.door import close_door, come_in, knock_at, let_in, let_in_newcomer, open_door, turn_away
from ipt.course.models import Cohort, Knock, Membership, Place
from ipt.course.queries.door import open_room
from ipt.course.rules.door import ALPHABET, tidied
from tests import builders
from tests.conftest import sign_in


def sent(**typed: object) -> dict[str, object]:
    return {"submission": str(uuid4()), **typed}


@pytest.fixture
def code(cohort: Cohort, tea: Person) -> str:
    """The room stands open now."""
    return str(open_door(cohort=cohort, actor=tea, now=timezone.now()).room_code)


def knocked(code: str, name: str = "Ben B.") -> Client:
    client = Client()
    answer = client.post("/join/", sent(code=code, name=name))
    assert (answer.status_code, answer["Location"]) == (302, "/join/waiting/")
    return client


def test_codes_are_many_and_easy_to_read() -> None:
    assert len(set(ALPHABET)) ** 6 > 1e8
    assert not set(ALPHABET) & set("AEIOU01LS5Z")
    assert tidied(" bc2-d 3f") == "BC2D3F"


def test_a_room_is_open_for_eight_hours_or_until_it_is_closed(cohort: Cohort, tea: Person, now: dt.datetime) -> None:
    opened = open_door(cohort=cohort, actor=tea, now=now)
    code = str(opened.room_code)
    assert re.fullmatch(f"[{ALPHABET}]{{6}}", code)
    almost = now + dt.timedelta(hours=8) - dt.timedelta(seconds=1)
    assert open_room(code, almost) == cohort
    assert open_room(code, now + dt.timedelta(hours=8)) is None
    knock_at(cohort=cohort, name="Ben", token="t", now=now)
    close_door(cohort=cohort, actor=tea, now=now)
    assert open_room(code, now) is None
    assert not Knock.objects.exists()


def test_only_a_cohort_that_runs_has_a_room(tea: Person, now: dt.datetime) -> None:
    draft = builders.a_cohort(tea, state=Cohort.State.DRAFT)
    with pytest.raises(ValidationError, match="published"):
        open_door(cohort=draft, actor=tea, now=now)
    assert Cohort.objects.get().room_code is None


def test_only_its_tutors_keep_the_door(
    client: Client, cohort: Cohort, other_cohort: Cohort, tea: Person, ada: Person, olu: Person, cleo: Person, code: str
) -> None:
    knocked(code)
    knock = Knock.objects.get()
    pages = [f"/cohorts/{cohort.id}/door/"]
    posts = [f"/cohorts/{cohort.id}/door/open/", f"/cohorts/{cohort.id}/door/close/"]
    posts += [f"/knocks/{knock.id}/", f"/knocks/{knock.id}/turn-away/"]
    for person in (None, ada, cleo, olu):
        client.logout()
        if person:
            sign_in(client, person)
        assert [client.get(url).status_code for url in pages] == [404]
        assert [client.post(url, sent()).status_code for url in posts] == [404] * 4
    sign_in(client, tea)
    assert [client.get(url).status_code for url in pages] == [200]
    assert [client.get(url).status_code for url in posts] == [405] * 4


def test_somebody_knocks_waits_and_comes_in_once(
    client: Client, cohort: Cohort, tea: Person, ben: Person, code: str
) -> None:
    outside = knocked(f" {code[:3].lower()}-{code[3:].lower()} ")
    assert outside.get("/join/waiting/")["Refresh"] == "5"
    assert "Refresh" not in outside.get("/join/waiting/?still")
    assert outside.get("/account/").status_code == 404
    place = cohort.places.get(person=ben)
    door = sign_in(client, tea).get(f"/cohorts/{cohort.id}/door/").content.decode()
    assert "Ben B." in door
    assert re.findall(r'<option value="([^"]*)"', door) == ["", str(place.id), "new"]
    answer = client.post(f"/knocks/{Knock.objects.get().id}/", sent(place=place.id))
    assert answer.status_code == 302
    token = outside.session["knock"]
    assert outside.get("/join/waiting/")["Location"] == f"/cohorts/{cohort.id}/"
    assert outside.session["_auth_user_id"] == str(ben.id)
    copy = Client()
    session = copy.session
    session["knock"] = token
    session.save()
    copy.cookies["sessionid"] = str(session.session_key)
    assert copy.get("/join/waiting/")["Location"] == "/join/"
    assert "_auth_user_id" not in copy.session


def test_nobody_is_let_in_as_somebody_with_a_password_or_from_elsewhere(
    cohort: Cohort, other_cohort: Cohort, tea: Person, ada: Person, ben: Person, code: str
) -> None:
    knocked(code)
    knock, now = Knock.objects.get(), timezone.now()
    dan = builders.a_person("Dan")
    with pytest.raises(ValidationError, match="has a password"):
        let_in(knock=knock, place=cohort.places.get(person=ada), actor=tea, now=now)
    with pytest.raises(Refused):
        let_in(knock=knock, place=builders.a_place(other_cohort, dan), actor=tea, now=now)
    bens = cohort.places.get(person=ben)
    assert let_in(knock=knock, place=bens, actor=tea, now=now).place == bens
    with pytest.raises(ValidationError, match="answered already"):
        let_in(knock=knock, place=bens, actor=tea, now=now)
    # Whoever becomes staff between the answer and coming in stays outside.
    Membership.objects.create(cohort=other_cohort, person=ben, role=Membership.Role.TUTOR, since=now)
    with pytest.raises(Refused):
        come_in(knock=Knock.objects.get(), now=now)


def test_a_newcomer_gets_a_place_only_where_one_is_free(cohort: Cohort, tea: Person, code: str) -> None:
    Cohort.objects.filter(pk=cohort.pk).update(least=1, most=3)
    first, second = knocked(code, "Gus"), knocked(code, "Hana")
    gus, hana = Knock.objects.order_by("name")
    now = timezone.now()
    answered = let_in_newcomer(knock=gus, name="Gus", actor=tea, now=now)
    assert answered.place
    assert (answered.place.person.name, answered.place.source) == ("Gus", Place.Source.DOOR)
    with pytest.raises(ValidationError, match="no free place"):
        let_in_newcomer(knock=hana, name="Hana", actor=tea, now=now)
    assert cohort.places.filter(state=Place.State.TAKEN).count() == 3
    assert first.get("/join/waiting/")["Location"] == f"/cohorts/{cohort.id}/"
    assert second.get("/join/waiting/").status_code == 200


def test_a_newcomer_does_not_pass_those_who_wait(cohort: Cohort, tea: Person, code: str) -> None:
    builders.a_place(cohort, builders.a_person("Wim"), Place.State.WAITING)
    knocked(code, "Gus")
    with pytest.raises(ValidationError, match="others wait"):
        let_in_newcomer(knock=Knock.objects.get(), name="Gus", actor=tea, now=timezone.now())
    assert not Person.objects.filter(name="Gus").exists()


def test_somebody_who_is_turned_away_is_told_and_may_knock_again(cohort: Cohort, tea: Person, code: str) -> None:
    outside = knocked(code, "Eve")
    turn_away(knock=Knock.objects.get(), actor=tea, now=timezone.now())
    assert "not let in" in outside.get("/join/waiting/").content.decode()
    assert outside.post("/join/", sent(code=code, name="Eva")).status_code == 302
    assert "“Eva”" in outside.get("/join/waiting/").content.decode()


def test_one_browser_knocks_once_at_a_time_and_a_page_sent_twice_counts_once(cohort: Cohort, code: str) -> None:
    outside = knocked(code, "Ben")
    outside.post("/join/", sent(code=code, name="Ben Bright"))
    assert list(Knock.objects.values_list("name", flat=True)) == ["Ben Bright"]
    page = sent(code=code, name="Again")
    other = Client()
    for _twice in range(2):
        assert other.post("/join/", page).status_code == 302
    assert Knock.objects.count() == 2
    assert "“Again”" in other.get("/join/waiting/").content.decode()


def test_who_is_in_the_room_already_goes_straight_in(client: Client, cohort: Cohort, ada: Person, code: str) -> None:
    answer = sign_in(client, ada).post("/join/", sent(code=code, name="Ada"))
    assert answer["Location"] == f"/cohorts/{cohort.id}/"
    assert not Knock.objects.exists()


def test_codes_cannot_be_guessed(client: Client, cohort: Cohort, code: str, counting_afresh: None) -> None:
    wrong = "222222" if code != "222222" else "333333"
    nonsense = client.post("/join/", sent(code="AEIOU0", name="Eve"))
    assert (nonsense.status_code, "Eve" in nonsense.content.decode()) == (422, True)
    for _number in range(10):
        assert client.post("/join/", sent(code=wrong, name="Eve")).status_code == 422
    assert client.post("/join/", sent(code=code, name="Eve")).status_code == 429
    # Somebody else in the room is not kept out by that, until the whole house has been asked too often.
    assert client.post("/join/", sent(code=code, name="Ben"), REMOTE_ADDR="192.168.0.7").status_code == 302
    for number in range(90):
        client.post("/join/", sent(code=wrong, name="Eve"), REMOTE_ADDR=f"10.0.0.{number}")
    assert client.post("/join/", sent(code=code, name="Cem"), REMOTE_ADDR="10.0.1.1").status_code == 429


def test_a_door_holds_thirty(cohort: Cohort, tea: Person, code: str) -> None:
    for number in range(30):
        knock_at(cohort=cohort, name=f"Guest {number}", token=str(number), now=timezone.now())
    full = Client().post("/join/", sent(code=code, name="One more"))
    assert (full.status_code, "Too many people" in full.content.decode()) == (422, True)
    turn_away(knock=Knock.objects.order_by("at")[0], actor=tea, now=timezone.now())
    knocked(code, "One more")


def test_the_door_asks_as_many_questions_for_one_knock_as_for_thirty(
    client: Client, cohort: Cohort, tea: Person, code: str
) -> None:
    sign_in(client, tea)
    counts = []
    for most in (1, 3, 30):
        for number in range(Knock.objects.count(), most):
            knock_at(cohort=cohort, name=f"Guest {number}", token=str(number), now=timezone.now())
        counts.append(_queries(client, cohort.id))
    assert counts == [6, 6, 6]


def _queries(client: Client, cohort: UUID) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"/cohorts/{cohort}/door/").status_code == 200
    return len(queries)
