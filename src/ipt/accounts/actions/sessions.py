"""Sign a person out of other browsers."""

import datetime as dt

from allauth.usersessions.models import UserSession
from django.db import transaction

from ipt.accounts.models import Person
from ipt.audit.actions import record


@transaction.atomic
def end_session(*, person: Person, session: int, now: dt.datetime) -> bool:
    """End one of a person's sessions; False when it has ended already."""
    row = UserSession.objects.filter(user=person, pk=session).first()
    if row is None:
        return False
    row.end()
    record("accounts.session.ended", actor=person.id, subject=person.id, now=now, ended=1)
    return True


@transaction.atomic
def end_other_sessions(*, person: Person, this: str | None, now: dt.datetime) -> int:
    """End all of a person's sessions but this one; how many there were."""
    rows = list(UserSession.objects.filter(user=person).exclude(session_key=this or ""))
    for row in rows:
        row.end()
    record("accounts.session.ended", actor=person.id, subject=person.id, now=now, ended=len(rows))
    return len(rows)


@transaction.atomic
def end_sessions_without_password(*, person: Person, actor: Person | None, now: dt.datetime) -> int:
    """Sign out whoever came as this person by a link or a room code: for somebody who becomes staff."""
    rows = [row for row in UserSession.objects.filter(user=person) if row.data.get("by") != "password"]
    for row in rows:
        row.end()
    by = actor.id if actor else None
    record("accounts.session.ended", actor=by, subject=person.id, now=now, ended=len(rows))
    return len(rows)
