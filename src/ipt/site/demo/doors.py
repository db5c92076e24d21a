"""The ways into the demo: one for the tutor, by one press, and a delegate's own link."""

import dataclasses
import datetime as dt

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from ipt.accounts.actions.links import make_link
from ipt.accounts.models import Link, Person
from ipt.accounts.queries.links import address, person_for_token
from ipt.site.data_folder import DataFolder
from ipt.site.demo.calendar import ZONE
from ipt.site.demo.folder import Note


def renewed(folder: DataFolder, note: Note) -> Note:
    """Give the note with a link that works: somebody may have renewed the delegate's in the demo."""
    now = timezone.now()
    if person_for_token(note.delegate_token, now):
        return note
    delegate = Person.objects.filter(id=note.delegate).first()
    if delegate is None:
        return note
    token = make_link(person=delegate, kind=Link.Kind.PERSONAL, actor=None, now=now)
    note = dataclasses.replace(note, delegate_token=token)
    note.write(folder)
    return note


def doors(note: Note, now: dt.datetime) -> tuple[str, ...]:
    """Give the lines that are printed under the address; an erased delegate has none."""
    people = Person.objects.in_bulk([note.tutor, note.delegate])
    lines = []
    if tutor := people.get(note.tutor):
        way = reverse("demo_tutor", args=[note.tutor_token])
        lines.append(f"As the tutor, {tutor.name}: {settings.SERVED_URL}{way}")
    if delegate := people.get(note.delegate):
        lines.append(f"As a delegate, {delegate.name}: {address(note.delegate_token)}")
    if aged := _aged(note.filled_at, now):
        lines.append(aged)
    return tuple(lines)


def _aged(filled_at: dt.datetime, now: dt.datetime) -> str:
    """Say when the story's today is another day."""
    then, today = filled_at.astimezone(ZONE).date(), now.astimezone(ZONE).date()
    return "" if then == today else f"Its story is told as of {then:%d %B %Y}: --fresh tells it as of today."
