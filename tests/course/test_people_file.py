"""Enrolling from a file: every row shown with its mistakes, nothing written until all is right."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from ipt.accounts.models import Person
from ipt.course.forms.people_file import MOST_ROWS, read_people_file
from ipt.course.models import Cohort
from tests import builders
from tests.builders import sent
from tests.conftest import sign_in

GOOD = "name,email,adjustment\nAnn Ash,ann@example.org,Large print\nBob Birch,,\n"


def upload(data: bytes) -> dict[str, object]:
    return sent(people=SimpleUploadedFile("people.csv", data, "text/csv"))


@pytest.fixture
def summer(tea: Person) -> Cohort:
    return builders.a_published_cohort(tea, least=1, most=2)


@pytest.mark.parametrize(
    "data",
    [
        GOOD.encode(),
        GOOD.encode("utf-8-sig"),
        GOOD.replace(",", ";").replace("\n", "\r\n").encode(),
        b'\n"Name";"E-mail"\n'.replace(b"E-mail", b"email") + b'"Ann Ash";ANN@example.org\n\n;\nBob Birch;\n',
    ],
)
def test_commas_semicolons_marks_and_empty_lines_are_read(data: bytes) -> None:
    read = read_people_file(data, set())
    assert [(row.entrant.name, row.entrant.email, row.mistakes) for row in read.rows] == [
        ("Ann Ash", "ann@example.org", ()),
        ("Bob Birch", None, ()),
    ]
    assert read.is_right


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("name\nJörg\n".encode("latin-1"), "not in UTF-8"),
        (b"", "The file is empty."),
        (b"person,email\nAnn,\n", "There is no column"),
        (b"name,phone\nAnn,1\n", "There is a column “phone”"),
        (b"name,name\nAnn,Ash\n", "There are two columns"),
        (b"name,email\n", "nobody below them"),
        (b"name\n" + b"Ann\n" * (MOST_ROWS + 1), "201 rows; at most 200"),
        (b"x" * 100_001, "too large"),
        (b"name\n" + b"x" * 99_000 + b"\n", ""),
    ],
)
def test_a_file_that_cannot_be_used_says_why(data: bytes, words: str) -> None:
    read = read_people_file(data, set())
    assert words in read.mistake
    assert not read.is_right


def test_every_row_says_what_is_wrong_with_it() -> None:
    rows = "name,email\n,no@example.org\nAnn,ann@\nBob,bob@example.org\nBob,BOB@example.org\nCat,,,more\n"
    read = read_people_file(rows.encode(), set())
    assert [(row.line, len(row.mistakes)) for row in read.rows] == [(2, 1), (3, 1), (4, 0), (5, 1), (6, 1)]
    assert read.rows[3].mistakes == ("The same e-mail stands in line 4.",)
    assert (read.wrong, read.is_right) == (4, False)


def test_rows_are_shown_first_and_written_on_request(client: Client, tea: Person, ada: Person, summer: Cohort) -> None:
    page = f"/cohorts/{summer.id}/people/import/"
    assert sign_in(client, ada).post(page, upload(GOOD.encode())).status_code == 404
    shown = sign_in(client, tea).post(page, upload(GOOD.encode()))
    assert (shown.status_code, summer.places.count()) == (200, 0)
    confirmed = sent(text=shown.context["read"].text)
    assert [client.post(page, confirmed).status_code for _ in range(2)] == [302, 302]
    people = list(summer.places.order_by("turn").values_list("person__name", "person__email", "adjustment", "source"))
    assert people == [("Ann Ash", "ann@example.org", "Large print", "file"), ("Bob Birch", None, "", "file")]


def test_one_wrong_row_keeps_all_from_being_written(client: Client, tea: Person, summer: Cohort) -> None:
    page = f"/cohorts/{summer.id}/people/import/"
    wrong = GOOD + "Cat,not an address,\n"
    shown = sign_in(client, tea).post(page, upload(wrong.encode()))
    assert shown.status_code == 422
    assert "1 row has a mistake" in shown.content.decode()
    assert client.post(page, sent(text=wrong)).status_code == 422
    assert client.post(page, sent()).status_code == 422
    assert not summer.places.exists()


def test_those_who_are_there_are_passed_over_and_the_rest_waits(client: Client, tea: Person, summer: Cohort) -> None:
    builders.asked_for(summer, "Ann Ash", now=timezone.now())
    more = GOOD + "Cat Cole,cat@example.org,\n"
    sign_in(client, tea).post(f"/cohorts/{summer.id}/people/import/", sent(text=more))
    assert list(summer.places.order_by("turn").values_list("person__name", "state")) == [
        ("Ann Ash", "taken"),
        ("Bob Birch", "taken"),
        ("Cat Cole", "waiting"),
    ]
    again = client.post(f"/cohorts/{summer.id}/people/import/", sent(text="name,email\nCat,cat@example.org\n"))
    assert (again.status_code, "Nobody was enrolled" in again.content.decode()) == (422, True)
