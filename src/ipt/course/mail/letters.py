"""From a kind of message and its facts to a text, and from a text to the outbox."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from django.template import Context, Engine

from ipt.accounts.actions.links import make_link
from ipt.accounts.models import Link, Person
from ipt.accounts.queries.links import address
from ipt.course.calendar import invitation
from ipt.course.mail.facts import Facts, one_line
from ipt.course.mail.kinds import Kind
from ipt.course.models import HalfDay
from ipt.outbox.actions import Draft, write
from ipt.outbox.queries import is_written
from ipt.outbox.sending import SECRET


def post(
    kind: Kind,
    facts: Facts,
    person: Person,
    *,
    key: str,
    now: dt.datetime,
    dates: Sequence[HalfDay] = (),
    token: str = "",
    **more: object,
) -> None:
    """Write one message to one person, with these dates for their calendar; nothing when they have no address.

    `key` says which happening it tells of: the same one is told once.
    """
    whole_key = f"{kind.key}:{key}"
    if not person.email or is_written(whole_key):
        return
    if kind.has_link and not token:
        token = make_link(person=person, kind=Link.Kind.PERSONAL, actor=None, now=now)
    calendar = invitation(facts.cohort, dates, kind.method, now, person) if kind.method and dates else ""
    secret = address(token) if token else ""
    draft = compose(kind, facts, person.name, more, secret=secret, calendar=calendar)
    write(draft, key=whole_key, recipient=person.email, person=person.id, about=facts.cohort.id, now=now)


def compose(
    kind: Kind, facts: Facts, name: str, more: Mapping[str, object], *, secret: str = "", calendar: str = ""
) -> Draft:
    """Put a text together; its first line is the subject. It is plain text, so nothing in it is escaped."""
    template = Engine.get_default().get_template(f"course/mail/{kind.name}.txt")
    # A name that spells the mark of the address must not become one.
    values = {"facts": facts, "name": one_line(name).replace(SECRET, ""), "link": SECRET, "dated": bool(calendar)}
    text = template.render(Context({**values, **more}, autoescape=False)).strip()
    first, _break, rest = text.partition("\n")
    subject = first.removeprefix("Subject:").strip()
    return Draft(kind=kind.key, subject=subject, body=reflow(rest), secret=secret, calendar=calendar)


def reflow(text: str) -> str:
    """Make each paragraph one line, which every mail program breaks to fit its window; indented lines stay lines."""
    paragraphs = []
    for block in re.split(r"\n(?:[ \t]*\n)+", text.strip()):
        lines: list[str] = []
        for line in block.splitlines():
            if line.startswith("  ") or not lines or lines[-1].startswith("  "):
                lines.append(line.rstrip())
            else:
                lines[-1] = f"{lines[-1]} {line.strip()}"
        if lines:
            paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs) + "\n"
