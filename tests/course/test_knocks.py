"""Who knocked at the room is forgotten a day later; who knocked today is not."""

import datetime as dt

from ipt.accounts.models import Person
from ipt.audit.models import Event
from ipt.course.actions.door import knock_at, open_door
from ipt.course.actions.knocks import forget_knocks
from ipt.course.models import Cohort, Knock
from ipt.outbox import due


def test_yesterdays_knocks_are_forgotten_with_or_without_a_place(cohort: Cohort, tea: Person, now: dt.datetime) -> None:
    open_door(cohort=cohort, actor=tea, now=now)
    for token, name in enumerate(("Ada", "Eve", "Ben")):
        knock_at(cohort=cohort, name=name, token=f"{token}" * 32, now=now)
    Knock.objects.filter(name="Ada").update(place=cohort.places.first(), answered_at=now)
    Knock.objects.filter(name="Ben").update(at=now + dt.timedelta(hours=2))
    tomorrow = now + dt.timedelta(days=1, hours=1)
    assert forget_knocks(now) == 0
    assert due.run_due(tomorrow)["course.knocks.forget"] == 2
    assert list(Knock.objects.values_list("name", flat=True)) == ["Ben"]
    told = Event.objects.get(name="course.room.knocks_forgotten")
    assert (told.actor, told.subject, told.facts) == (None, cohort.pk, {"knocks": 2})
    assert forget_knocks(tomorrow) == 0
    assert Event.objects.filter(name="course.room.knocks_forgotten").count() == 1
