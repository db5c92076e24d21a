"""The named cast and the fixed time that feature tests share."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from ipt.accounts.models import Person
from ipt.course.models import Cohort
from tests import builders


def sign_in(client: Client, person: Person) -> Client:
    """Sign a browser in as somebody, however they would have come, and give it back."""
    client.force_login(person)
    return client


@pytest.fixture
def now() -> dt.datetime:
    return builders.NOW


@pytest.fixture
def tea(db: None) -> Person:
    """Tutors the cohort."""
    return builders.a_person("Tea Tanner", account=True)


@pytest.fixture
def ada(db: None) -> Person:
    """A delegate with an account."""
    return builders.a_person("Ada Adeyemi", account=True)


@pytest.fixture
def ben(db: None) -> Person:
    """A delegate who comes by link alone."""
    return builders.a_person("Ben Bright", email="ben@example.org")


@pytest.fixture
def cleo(db: None) -> Person:
    """In another cohort; may see nothing of this one."""
    return builders.a_person("Cleo Clarke", account=True)


@pytest.fixture
def olu(db: None) -> Person:
    """Operates the installation."""
    return builders.a_person("Olu Okafor", account=True, operator=True)


@pytest.fixture
def cohort(tea: Person, ada: Person, ben: Person) -> Cohort:
    """Tea's cohort, open, with Ada and Ben in it."""
    cohort = builders.a_cohort(tea, pack=builders.the_pack())
    builders.a_place(cohort, ada)
    builders.a_place(cohort, ben)
    return cohort


@pytest.fixture
def other_cohort(olu: Person, cleo: Person) -> Cohort:
    """Cleo's cohort, which Olu tutors."""
    cohort = builders.a_cohort(olu, title="Autumn cohort", pack=builders.the_pack())
    builders.a_place(cohort, cleo)
    return cohort


@pytest.fixture
def counting_afresh() -> Iterator[None]:
    """Forget how often anybody tried anything: for tests of limits."""
    cache.clear()
    yield
    cache.clear()
