"""Who tutors a cohort: added at once or by a link, and never nobody."""

from django.test import Client

from ipt.accounts.models import Person
from ipt.course.models import Cohort, Membership
from tests.builders import sent
from tests.conftest import sign_in


def tutors(cohort: Cohort) -> list[str]:
    return list(cohort.memberships.order_by("person__name").values_list("person__name", flat=True))


def test_somebody_with_an_account_is_added_at_once(client: Client, tea: Person, cleo: Person, cohort: Cohort) -> None:
    page = f"/cohorts/{cohort.id}/tutors/"
    assert sign_in(client, cleo).post(page, sent(name="Cleo", email="cleo@example.org")).status_code == 404
    added = sent(name="Cleo", email="CLEO@example.org")
    sign_in(client, tea)
    assert [client.post(page, added).status_code for _ in range(2)] == [302, 302]
    assert tutors(cohort) == ["Cleo Clarke", "Tea Tanner"]
    assert sign_in(client, cleo).get(page).status_code == 200
    again = client.post(page, sent(name="Cleo", email="cleo@example.org"))
    assert (again.status_code, "tutors this cohort already" in again.content.decode()) == (422, True)


def test_anybody_else_is_given_a_link_that_is_shown_once(client: Client, tea: Person, cohort: Cohort) -> None:
    page = f"/cohorts/{cohort.id}/tutors/"
    invited = sent(name="Uma Usher", email="uma@example.org")
    first = sign_in(client, tea).post(page, invited)
    assert first.status_code == 200
    assert "/link/" in first.context["address"]
    assert client.post(page, invited).status_code == 302
    uma = Person.objects.get(email="uma@example.org")
    assert uma.links.filter(kind="invitation").exists()
    assert tutors(cohort) == ["Tea Tanner", "Uma Usher"]


def test_the_last_tutor_stays(client: Client, tea: Person, cleo: Person, cohort: Cohort, other_cohort: Cohort) -> None:
    page = f"/cohorts/{cohort.id}/tutors/"
    own = str(cohort.memberships.get().id)
    refused = sign_in(client, tea).post(page, sent(remove=own))
    assert (refused.status_code, "This is the only tutor" in refused.content.decode()) == (422, True)
    elsewhere = str(Membership.objects.get(cohort=other_cohort).id)
    assert client.post(page, sent(remove=elsewhere)).status_code == 404
    client.post(page, sent(name="Cleo", email="cleo@example.org"))
    assert client.post(page, sent(remove=own)).status_code == 302
    assert tutors(cohort) == ["Cleo Clarke"]
    assert client.get(page).status_code == 404
    assert tutors(other_cohort) == ["Olu Okafor"]
