"""How far a delegate wants to use IPT: theirs to choose, to change and to see, and nobody else's."""

import datetime as dt
import html
import re

import pytest
from django.test import Client

from ipt.accounts.access import Refused
from ipt.accounts.models import Person
from ipt.audit.models import Event
from ipt.course.actions.degree import choose_degree
from ipt.course.models import Cohort, Place
from ipt.course.queries.degree import DegreeLine, degree_line
from ipt.course.queries.delegate import attending_in
from ipt.course.shred import erase, export
from ipt.method import Degree
from tests import builders
from tests.builders import sent
from tests.conftest import sign_in

CHOSEN = "You chose: one tool in an ordinary contact."
FIRST = dt.date(2027, 3, 1)


def page_of(cohort: Cohort) -> str:
    return f"/cohorts/{cohort.id}/degree/"


def checked(page: str) -> list[str]:
    """Which of the radios is chosen."""
    inputs = re.findall(r"<input[^>]*>", page)
    return [found[1] for one in inputs if " checked" in one and (found := re.search(r'value="([^"]*)"', one))]


def choose(place: Place, degree: Degree | None) -> None:
    choose_degree(place=place, degree=degree, actor=place.person, now=builders.NOW)


def line_at(person: Person, cohort: Cohort, day: int, hour: int) -> DegreeLine | None:
    one = attending_in(person, cohort)
    assert one is not None
    return degree_line(one, dt.datetime(2027, 3, day, hour, tzinfo=dt.UTC))


def test_each_degree_says_what_it_needs_and_none_is_chosen_for_anybody(
    client: Client, ada: Person, cohort: Cohort
) -> None:
    page = html.unescape(sign_in(client, ada).get(page_of(cohort)).content.decode())
    assert [(one.label in page, one.text in page) for one in Degree] == [(True, True)] * 4
    assert "only with recognised training and IPT supervision" in page
    assert checked(page) == [""]


def test_a_delegate_chooses_changes_and_leaves_it_open(client: Client, ada: Person, cohort: Cohort) -> None:
    sign_in(client, ada)
    place = cohort.places.get(person=ada)
    for degree, said in (("one-tool", CHOSEN), ("listen", "You chose: listen with it."), ("", "you leave it open")):
        answer = client.post(page_of(cohort), sent(degree=degree), follow=True)
        assert said in answer.content.decode()
        place.refresh_from_db()
        assert place.degree == degree
        assert checked(client.get(page_of(cohort)).content.decode()) == [degree]
    refused = client.post(page_of(cohort), sent(degree="therapist"))
    place.refresh_from_db()
    assert (refused.status_code, place.degree) == (422, "")


def test_sent_twice_it_counts_once_and_the_trail_does_not_say_what(client: Client, ada: Person, cohort: Cohort) -> None:
    typed = sent(degree="course")
    sign_in(client, ada)
    assert [client.post(page_of(cohort), typed).status_code for _time in range(2)] == [302, 302]
    event = Event.objects.get(name="course.place.degree_chosen")
    assert (event.actor, event.subject) == (ada.id, cohort.places.get(person=ada).id)
    assert event.facts == {"cohort": str(cohort.id)}


def test_it_is_nobody_elses_to_choose_or_to_see(
    client: Client, tea: Person, ada: Person, ben: Person, cleo: Person, olu: Person, cohort: Cohort
) -> None:
    place = cohort.places.get(person=ada)
    choose(place, Degree.ONE_TOOL)
    for person in (tea, cleo, olu):
        assert sign_in(client, person).get(page_of(cohort)).status_code == 404
        assert client.post(page_of(cohort), sent(degree="listen")).status_code == 404
    with pytest.raises(Refused):
        choose_degree(place=place, degree=None, actor=tea, now=builders.NOW)
    assert checked(sign_in(client, ben).get(page_of(cohort)).content.decode()) == [""]
    sign_in(client, tea)
    staff = [f"/cohorts/{cohort.id}/{name}" for name in ("", "people/", "needs/", "register/")]
    for page in (f"/places/{place.id}/", *staff):
        text = client.get(page).content.decode().lower()
        assert [word in text for word in ("one tool", "one-tool", "/degree/")] == [False] * 3
    assert CHOSEN not in sign_in(client, ada).get(f"/places/{place.id}/").content.decode()
    place.refresh_from_db()
    assert place.degree == "one-tool"


def test_whoever_waits_has_nothing_to_choose_yet(client: Client, cleo: Person, cohort: Cohort) -> None:
    builders.a_place(cohort, cleo, Place.State.WAITING)
    assert sign_in(client, cleo).get(page_of(cohort)).status_code == 404


def test_the_first_page_invites_once_the_block_is_reached(ada: Person, tea: Person) -> None:
    cohort = builders.a_cohort(tea, first=FIRST, pack=builders.the_pack())
    place = builders.a_place(cohort, ada)
    assert [line_at(ada, cohort, *moment) for moment in ((2, 20), (3, 9))] == [None, None]
    invited = line_at(ada, cohort, 3, 20)
    assert invited == DegreeLine(
        "How far do you want to use IPT? It is for you alone to say and to see.", "Choose", page_of(cohort)
    )
    choose(place, Degree.ONE_TOOL)
    assert line_at(ada, cohort, 2, 20) is None
    line = line_at(ada, cohort, 3, 9)
    assert line is not None
    assert line == line_at(ada, cohort, 30, 9)
    assert (line.text, line.label, line.url) == (CHOSEN, "Change", page_of(cohort))
    assert [url.startswith(f"/cohorts/{cohort.id}/monday/") for _, url in line.cards] == [True] * 3
    Cohort.objects.filter(pk=cohort.pk).update(state=Cohort.State.CANCELLED)
    assert line_at(ada, Cohort.objects.get(pk=cohort.pk), 30, 9) is None


def test_the_line_stands_on_the_delegates_own_first_page(client: Client, tea: Person, ada: Person, ben: Person) -> None:
    cohort = builders.a_cohort(tea, first=dt.date(2026, 3, 2), pack=builders.the_pack())
    choose(builders.a_place(cohort, ada), Degree.ONE_TOOL)
    builders.a_place(cohort, ben)
    for address in ("/", f"/cohorts/{cohort.id}/"):
        seen = [CHOSEN in sign_in(client, person).get(address).content.decode() for person in (ada, ben, tea)]
        assert seen == [True, False, False]


def test_it_is_exported_to_its_person_and_erased_with_them(ada: Person, cohort: Cohort) -> None:
    place = cohort.places.get(person=ada)
    choose(place, Degree.ONE_FOCUS)
    assert '"degree_of_use": "one-focus"' in str(export(ada.id)).replace("'", '"')
    erase(ada.id)
    place.refresh_from_db()
    assert place.degree == ""
