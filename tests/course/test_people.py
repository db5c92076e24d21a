"""The people page and the list of cohorts: everybody where they stand, at a fixed price."""

import datetime as dt

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ipt.accounts.models import Person
from ipt.course.models import Cohort, Membership, Place
from tests import builders
from tests.conftest import sign_in

# Session, user; cohort with role; places.
PEOPLE_QUERIES = 4
# Session, user; count, rows; whether the person may plan.
COHORTS_QUERIES = 5


def test_everybody_stands_where_they_belong(client: Client, tea: Person, ada: Person, cohort: Cohort) -> None:
    offered, waiting, gone = (builders.a_person(name) for name in ("Dan", "Eve", "Fay"))
    builders.a_place(cohort, offered, Place.State.OFFERED)
    builders.a_place(cohort, waiting, Place.State.WAITING)
    builders.a_place(cohort, gone, Place.State.WITHDRAWN)
    cohort.places.filter(person=ada).update(adjustment="A seat by the door")
    Place.objects.filter(state="withdrawn").update(ended_at=builders.NOW)
    page = f"/cohorts/{cohort.id}/people/"
    people = sign_in(client, tea).get(page).context["people"]
    named = [[place.person.name for place in group] for group in (people.taken, people.offered, people.waiting)]
    assert named == [["Ada Adeyemi", "Ben Bright"], ["Dan"], ["Eve"]]
    assert [place.person.name for place in people.ended] == ["Fay"]
    assert [place.person.name for place in people.adjustments] == ["Ada Adeyemi"]
    assert [place.person.name for place in people.without_email] == ["Dan", "Eve"]
    assert sign_in(client, ada).get(page).status_code == 404


@pytest.mark.parametrize("rows", [1, 3, 300])
def test_the_people_page_keeps_its_queries(
    client: Client, tea: Person, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cohort = builders.a_cohort(tea)
    people = Person.objects.bulk_create(
        Person(name=f"Person {n}", email=f"p{n}@example.org", password="!") for n in range(rows)
    )
    Place.objects.bulk_create(
        Place(cohort=cohort, person=person, state="waiting", source="link", turn=turn, asked_at=builders.NOW)
        for turn, person in enumerate(people, start=1)
    )
    sign_in(client, tea)
    with django_assert_num_queries(PEOPLE_QUERIES):
        answer = client.get(f"/cohorts/{cohort.id}/people/")
    assert len(answer.context["people"].waiting) == rows


@pytest.mark.parametrize("rows", [1, 3, 300])
def test_the_list_of_cohorts_keeps_its_queries(
    client: Client, tea: Person, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    pack = builders.a_pack()
    cohorts = Cohort.objects.bulk_create(
        Cohort(title=f"Cohort {n}", provider="P", pack=pack, decide_on=dt.date(2026, 1, 1), created_at=builders.NOW)
        for n in range(rows)
    )
    Membership.objects.bulk_create(
        Membership(cohort=cohort, person=tea, role="tutor", since=builders.NOW) for cohort in cohorts
    )
    sign_in(client, tea)
    with django_assert_num_queries(COHORTS_QUERIES):
        answer = client.get("/cohorts/")
    assert len(answer.context["page"].object_list) == min(rows, 25)
    assert answer.context["page"].paginator.count == rows


def test_each_person_lists_their_own_cohorts(
    client: Client, tea: Person, ada: Person, cleo: Person, olu: Person, cohort: Cohort, other_cohort: Cohort
) -> None:
    builders.a_place(other_cohort, ada, Place.State.WAITING)
    listed = {
        person.name: [(one.title, one.role_of_user) for one in sign_in(client, person).get("/cohorts/").context["page"]]
        for person in (tea, ada, cleo, olu)
    }
    assert listed == {
        "Tea Tanner": [("Spring cohort", "tutor")],
        "Ada Adeyemi": [("Autumn cohort", ""), ("Spring cohort", "delegate")],
        "Cleo Clarke": [("Autumn cohort", "delegate")],
        "Olu Okafor": [("Autumn cohort", "tutor")],
    }
    answer = Client().get("/cohorts/")
    assert (answer.status_code, answer["Location"]) == (302, "/prospectus/")
