"""A cohort keeps its version of the content until a tutor takes another, having seen what differs."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from ipt import library
from ipt.accounts.models import Person
from ipt.course.actions.packs import pin_pack
from ipt.course.models import Cohort, Pack
from ipt.course.queries.content import content_folder, difference
from ipt.outbox.models import Message
from ipt.site.data_folder import DataFolder
from tests import builders
from tests.builders import sent
from tests.conftest import sign_in


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tutor's own copy of the content, in the data folder."""
    monkeypatch.setattr(settings, "DATA", DataFolder(tmp_path))
    shutil.copytree(library.find_content(), tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture
def summer(tea: Person) -> Cohort:
    cohort = builders.a_published_cohort(tea)
    builders.asked_for(cohort, "Ann")
    return cohort


def change(folder: Path, old: str, new: str) -> None:
    course = folder / "course.yaml"
    text = course.read_text(encoding="utf-8")
    assert old in text
    course.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_same_content_is_stored_once(tea: Person, copy: Path) -> None:
    assert content_folder() == copy
    first = pin_pack(content=copy, actor=tea, now=timezone.now())
    second = pin_pack(content=library.make_pack(copy), actor=None, now=timezone.now())
    assert (first, Pack.objects.count()) == (second, 1)


def test_a_tutor_sees_the_difference_and_takes_it(
    client: Client, tea: Person, cleo: Person, copy: Path, summer: Cohort
) -> None:
    page = f"/cohorts/{summer.id}/content/"
    assert sign_in(client, cleo).get(page).status_code == 404
    assert "Nothing has changed" in sign_in(client, tea).get(page).content.decode()
    old = library.read_pack(copy)
    longest = next(block for block in old.half_days[0].blocks if block.minutes == block.shrink_to)
    change(copy, f"title: {longest.title}", "title: Quite another title")
    new = difference(old, library.read_pack(copy))
    assert (new.changed, new.added, new.lengths) == (("Quite another title",), (), ())
    assert "Quite another title" in client.get(page).content.decode()
    assert client.post(page, sent()).status_code == 302
    summer.refresh_from_db()
    assert summer.pack.digest == library.read_pack(copy).digest


def test_another_length_moves_the_half_day_and_is_sent(client: Client, tea: Person, copy: Path, summer: Cohort) -> None:
    Message.objects.all().delete()
    first = library.read_pack(copy).half_days[0]
    opening = first.blocks[0]
    change(copy, f"minutes: {opening.minutes}", f"minutes: {opening.minutes + 5}")
    sign_in(client, tea).post(f"/cohorts/{summer.id}/content/", sent())
    lengths = list(summer.half_days.order_by("number").values_list("minutes", "sequence"))
    assert lengths[0] == (first.minutes + 5, 1)
    assert [sequence for _minutes, sequence in lengths[1:]] == [0] * 5
    assert list(Message.objects.values_list("recipient", flat=True)) == ["ann@example.org"]


def test_content_with_mistakes_reaches_no_cohort(client: Client, tea: Person, copy: Path, summer: Cohort) -> None:
    before = summer.pack_id
    change(copy, "title: ", "titel: ")
    page = f"/cohorts/{summer.id}/content/"
    assert "The content on this machine has mistakes" in sign_in(client, tea).get(page).content.decode()
    assert client.post(page, sent()).status_code == 422
    summer.refresh_from_db()
    assert summer.pack_id == before


def test_a_cohort_that_is_over_keeps_its_content(client: Client, tea: Person, copy: Path, summer: Cohort) -> None:
    Cohort.objects.filter(pk=summer.pk).update(state="finished")
    refused = sign_in(client, tea).post(f"/cohorts/{summer.id}/content/", sent())
    assert (refused.status_code, "This cohort is over" in refused.content.decode()) == (422, True)
