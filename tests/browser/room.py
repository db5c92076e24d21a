"""A room in which a course is on: what the tests of a delegate's tasks begin from."""

import datetime as dt

from django.test import Client
from django.utils import timezone

from ipt.accounts.models import Person
from ipt.course.actions.sittings import open_sitting
from ipt.course.models import Cohort, Sitting
from tests import builders
from tests.browser.window import Window


def a_running_cohort(tutor: Person) -> Cohort:
    """The real course, on its first morning since ten minutes; the other half-days begin tomorrow."""
    begun = timezone.now() - dt.timedelta(minutes=10)
    first = begun.date() + dt.timedelta(days=1)
    cohort = builders.a_cohort(tutor, pack=builders.the_pack(), first=first, state=Cohort.State.CONFIRMED)
    morning = cohort.half_days.get(number=1)
    local = begun.astimezone(cohort.tz)
    morning.date, morning.starts = local.date(), local.time().replace(second=0, microsecond=0)
    morning.save(update_fields=["date", "starts"])
    return cohort


def ask(cohort: Cohort, activity: str) -> Sitting:
    """Open an activity to the cohort."""
    return open_sitting(cohort=cohort, activity=activity, actor=None, now=timezone.now())


def sign_in(window: Window, person: Person) -> None:
    """Sign a window in, however its person would have come."""
    client = Client()
    client.force_login(person)
    cookie = client.cookies["sessionid"]
    window.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": window.home}])
