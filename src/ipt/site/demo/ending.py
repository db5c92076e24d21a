"""What happens at the end: feedback, quotes, certificates, the shelf."""

import datetime as dt
from collections.abc import Sequence

from ipt.course.actions.answers import answer_box
from ipt.course.actions.certificates import correct_certificate, issue_certificates
from ipt.course.actions.cohorts import finish_cohort
from ipt.course.actions.quotes import choose_quote
from ipt.course.actions.sittings import close_sitting, open_sitting, reveal_results
from ipt.course.box import new_code, receipt_hash
from ipt.course.models import Certificate
from ipt.course.queries.sittings import FEEDBACK, activity_of
from ipt.outbox.actions import send_due
from ipt.site.demo.answers import read
from ipt.site.demo.calendar import DAY, at
from ipt.site.demo.cast import Delegate
from ipt.site.demo.feedback import Said
from ipt.site.demo.runs import Run

COMMENT = "comment"


def feedback_given(run: Run, said: Sequence[Said]) -> None:
    """Ask on the last afternoon, close after a week, choose what the prospectus may quote."""
    last = run.days[-1]
    sitting = open_sitting(cohort=run.cohort, activity=FEEDBACK, actor=run.tutor, now=at(last, "16:05"))
    activity = activity_of(sitting)
    quotes = []
    for (number, _who, place), one in zip(run.present(), said, strict=False):
        code = new_code()
        now = at(last + DAY * (number % 4), "16:10", number)
        answer_box(
            sitting=sitting, place=place, activity=activity, values=read(activity, one.sent()), receipt=code, now=now
        )
        if one.shown:
            quotes.append(receipt_hash(code, COMMENT))
    closed = close_sitting(sitting=sitting, actor=run.tutor, now=at(last + 7 * DAY, "09:15"))
    reveal_results(sitting=closed, actor=run.tutor, now=at(last + 7 * DAY, "09:30"))
    for receipt in quotes:
        choose_quote(sitting=sitting, receipt=receipt, shown=True, actor=run.tutor, now=at(last + 7 * DAY, "09:40"))


def certified(run: Run, corrected: Delegate, name: str) -> None:
    """Issue the certificates; one name has to be put right."""
    issued = at(run.days[-1] + 7 * DAY, "10:00")
    issue_certificates(cohort=run.cohort, actor=run.tutor, now=issued)
    send_due(issued)
    wrong = Certificate.objects.get(place=run.places[corrected], state=Certificate.State.VALID)
    later = issued + dt.timedelta(days=1, hours=4)
    correct_certificate(certificate=wrong, name=name, actor=run.tutor, now=later)
    send_due(later)


def shelved(run: Run) -> None:
    """Finish the cohort."""
    run.cohort = finish_cohort(cohort=run.cohort, actor=run.tutor, now=at(run.days[-1] + 10 * DAY, "15:30"))
