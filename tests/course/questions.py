"""A small course that asks something of every kind, and a room of people who can answer."""

import functools
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from django.test import Client

from ipt.accounts.models import Person
from ipt.course.actions.sittings import close_sitting, open_sitting
from ipt.course.models import Cohort, Place, Sitting
from ipt.library import make_pack
from tests import builders
from tests.builders import NOW
from tests.library.packs import a_pack

FEEDBACK = """\
- key: feedback
  title: Your feedback
  linkage: unlinked
  parts:
    - key: ratings
      kind: ratings
      prompt: How was it?
      from: 1
      to: 5
      least: Very poor
      most: Excellent
      items:
        - {key: presentation, text: How it was presented}
        - {key: relevance, text: How relevant it was}
    - {key: comment, kind: text, prompt: What would you tell a colleague?, quotable: true}
    - {key: change, kind: text, prompt: What should we change?, quotable: true}
"""
NEEDS = """\
- key: needs
  title: Before we meet
  linkage: named
  parts:
    - key: role
      kind: choice
      prompt: Your role?
      options: [{key: nurse, text: Nurse}, {key: doctor, text: Doctor}]
    - {key: sure, kind: scale, prompt: How sure are you?, least: Not, most: Very, required: false}
    - {key: worries, kind: text, prompt: What worries you?}
    - {key: ask, kind: question, prompt: What would you ask?}
"""
OWN = """\
- key: own
  title: For yourself
  linkage: confidential
  parts:
    - {key: hopes, kind: words, prompt: What do you hope for?}
    - {key: sentence, kind: text, prompt: A sentence of your own}
    - {key: ask, kind: question, prompt: What would you ask?}
    - key: plan
      kind: plan
      prompt: Your plan
      required: false
      focus_areas: [{key: grief, text: Grief}, {key: dispute, text: A role dispute}]
"""
RECALL = """\
- key: recall
  title: From memory
  linkage: confidential
  parts:
    - key: check
      kind: check
      prompt: Choose one each
      questions:
        - key: trial
          prompt: How many people?
          options: [{key: many, text: "About 250"}, {key: few, text: "About 25"}]
          right: many
          reason: So the report of the trial says.
          source: Elkin1989
"""
SURVEYS = {
    "surveys/feedback.yaml": FEEDBACK,
    "surveys/needs.yaml": NEEDS,
    "surveys/own.yaml": OWN,
    "surveys/recall.yaml": RECALL,
}


def a_course(**changed: str) -> bytes:
    """The bytes of the small course; `changed` are surveys in other words, by key."""
    return _made(tuple(sorted(changed.items())))


@functools.cache
def _made(changed: tuple[tuple[str, str], ...]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        surveys = SURVEYS | {f"surveys/{key}.yaml": text for key, text in changed}
        return make_pack(a_pack(Path(folder), surveys))


def a_room(tutor: Person, people: int, *, title: str = "Spring cohort", **changed: str) -> tuple[Cohort, list[Place]]:
    """A cohort of the small course with so many people, by name in order; `changed` as in `a_course`."""
    cohort = builders.a_cohort(tutor, title=title, pack=builders.a_pack(a_course(**changed)))
    persons = [Person(name=f"Delegate {number:03}") for number in range(people)]
    for person in persons:
        person.set_unusable_password()
    Person.objects.bulk_create(persons)
    places = [
        Place(cohort=cohort, person=person, state="taken", source="link", turn=turn, asked_at=NOW, taken_at=NOW)
        for turn, person in enumerate(persons, start=1)
    ]
    return cohort, Place.objects.bulk_create(places)


def opened(cohort: Cohort, activity: str, tutor: Person) -> Sitting:
    return open_sitting(cohort=cohort, activity=activity, actor=tutor, now=NOW)


def closed(sitting: Sitting, tutor: Person) -> Sitting:
    return close_sitting(sitting=sitting, actor=tutor, now=NOW)


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def feedback(presentation: int, relevance: int, comment: str = "", *, quote: bool = False) -> dict[str, str]:
    """What a browser sends of the feedback form, without the receipt."""
    typed = {"ratings-presentation": str(presentation), "ratings-relevance": str(relevance), "comment": comment}
    return typed | ({"comment-quote": "yes"} if quote else {})


def hidden(page: str, name: str) -> str:
    """The value of a hidden field."""
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert found, f"the page has no hidden field {name}"
    return found.group(1)


def code_on(page: str) -> str:
    """The receipt code as it stands on the page after sending."""
    found = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", page)
    assert found, "the page shows no code"
    return found.group()


def send(client: Client, sitting: Sitting, typed: Mapping[str, str]) -> str:
    """Open the page as a person would, send it, and give the page that came back."""
    address = f"/sittings/{sitting.id}/"
    page = client.get(address).content.decode()
    field = "receipt" if sitting.linkage == "unlinked" else "submission"
    answer = client.post(address, {**typed, field: hidden(page, field)}, follow=True)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()
