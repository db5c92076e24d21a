"""A cohort in which something of everything has happened: what is kept, restored and forgotten."""

import datetime as dt
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.test import Client
from django.utils import timezone

from ipt.accounts.actions.links import make_link
from ipt.accounts.models import Link, Person
from ipt.activities import parse_activity
from ipt.course.actions.answers import answer_box, give_response
from ipt.course.actions.attendance import Mark, mark_register
from ipt.course.actions.certificates import correct_certificate, issue_certificates
from ipt.course.actions.door import knock_at, let_in, open_door
from ipt.course.actions.enrolment import Entrant, ask_for_place
from ipt.course.actions.sittings import open_sitting
from ipt.course.box import new_code
from ipt.course.models import Attendance, Cohort, Place
from ipt.course.queries.sittings import activity_of
from tests import builders
from tests.course.questions import a_course

# Words of one delegate, each written once, which are found nowhere else.
CANARIES = {
    "adjustment": "canary-adjustment lamp by the door",
    "certificate name": "Adaeze Canary-Certificate",
    "needs": "canary-needs I fear the role-play",
    "own": "canary-own I will ask about sleep",
    "plan": "canary-plan-cue the kettle boils",
    "attendance": "canary-attendance the bus was late",
    "knock": "Ada Canary-Knock",
}


# With this code Ben may take back his consent to be quoted.
RECEIPT = "23456789ABCD"


@dataclass(frozen=True, slots=True)
class Scene:
    """Who is in it, and the address that only Ada knows."""

    tea: Person
    ada: Person
    ben: Person
    cohort: Cohort
    token: str


def fill(now: dt.datetime | None = None) -> Scene:
    """Let it all happen."""
    now = now or timezone.now()
    tea = builders.a_person("Tea Tanner", account=True)
    first = now.date() + dt.timedelta(days=30)
    cohort = builders.a_cohort(tea, pack=builders.a_pack(a_course()), first=first)
    ada, ben = (_enrolled(cohort, name, now) for name in ("Ada Adeyemi", "Ben Bright"))
    _comes_in(cohort, ada, tea, now)
    for place in (ada, ben):
        _answers(cohort, place, tea, now)
        EmailAddress.objects.create(user=place.person, email=str(place.person.email))
    Place.objects.filter(pk=ada.pk).update(certificate_name=CANARIES["certificate name"])
    _attends(cohort, ada, ben, tea, now)
    issued = issue_certificates(cohort=cohort, actor=tea, now=now)
    correct_certificate(certificate=issued[0], name=f"Dr {issued[0].name}", actor=tea, now=now)
    token = make_link(person=ada.person, kind=Link.Kind.PERSONAL, actor=tea, now=now)
    return Scene(tea, ada.person, ben.person, cohort, token)


def _enrolled(cohort: Cohort, name: str, now: dt.datetime) -> Place:
    email = f"{name.split(maxsplit=1)[0].lower()}@example.org"
    adjustment = CANARIES["adjustment"] if name.startswith("Ada") else "a seat near the front"
    entrant = Entrant(name, email, adjustment)
    return ask_for_place(cohort=cohort, entrant=entrant, source=Place.Source.LINK, actor=None, now=now).place


def _comes_in(cohort: Cohort, place: Place, tea: Person, now: dt.datetime) -> None:
    cohort = open_door(cohort=cohort, actor=tea, now=now)
    knock = knock_at(cohort=cohort, name=CANARIES["knock"], token="t" * 32, now=now)
    let_in(knock=knock, place=place, actor=tea, now=now)
    knock_at(cohort=cohort, name="Ada Adeyemi", token="u" * 32, now=now - dt.timedelta(days=2))


def _answers(cohort: Cohort, place: Place, tea: Person, now: dt.datetime) -> None:
    """Give every kind of answer; Ada's words are canaries, Ben's are his."""
    mine = place.person.name.startswith("Ada")
    typed = {
        "needs": {"role": ["nurse"], "worries": [CANARIES["needs"] if mine else "nothing much"], "ask": ["Why?"]},
        "own": {
            "hopes": ["calm"],
            "sentence": [CANARIES["own"] if mine else "a sentence"],
            "ask": ["How?"],
            "plan-when": [CANARIES["plan"] if mine else "the bell rings"],
            "plan-then": ["I ask how it went"],
        },
        "feedback": {"ratings-presentation": ["4"], "ratings-relevance": ["5"], "comment": ["It was clear."]},
    }
    if not mine:
        typed["feedback"]["comment-quote"] = ["yes"]
    for key, data in typed.items():
        sitting = cohort.sittings.filter(activity=key).first()
        sitting = sitting or open_sitting(cohort=cohort, activity=key, actor=tea, now=now)
        activity = activity_of(sitting)
        values = parse_activity(activity, data).values
        if key == "feedback":
            code = new_code() if mine else RECEIPT
            answer_box(sitting=sitting, place=place, activity=activity, values=values, receipt=code, now=now)
        else:
            give_response(sitting=sitting, place=place, values=values, now=now)


def _attends(cohort: Cohort, ada: Place, ben: Place, tea: Person, now: dt.datetime) -> None:
    """Both are there all along; one of Ada's marks was corrected, with a reason."""
    for half_day in cohort.half_days.all():
        marks = [Mark(ada, present=True), Mark(ben, present=True)]
        if half_day.number == 1:
            absent = [Mark(ada, present=False)]
            mark_register(half_day=half_day, marks=absent, source=Attendance.Source.TUTOR, actor=tea, now=now)
        reason = CANARIES["attendance"]
        mark_register(half_day=half_day, marks=marks, source=Attendance.Source.TUTOR, actor=tea, now=now, reason=reason)


def visits(token: str) -> Client:
    """Come by a personal link, as its holder does."""
    browser = Client(headers={"host": "localhost"})
    browser.get(f"/link/{token}/")
    browser.post(f"/link/{token}/")
    return browser
