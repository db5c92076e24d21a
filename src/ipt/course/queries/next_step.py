"""What a tutor does next with a cohort: always exactly one thing."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ipt.course.models import Cohort, HalfDay
from ipt.course.queries.certificates import half_day_in_words
from ipt.course.queries.counted import Ending, endings_in, marked_in
from ipt.course.queries.seats import Seats

# The register may be taken this long before a half-day begins.
EARLY = dt.timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do: a title, why, and the page where it is done (`args` after the cohort)."""

    title: str
    text: str
    url_name: str = ""
    label: str = ""
    args: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What the step is chosen from."""

    seats: Seats
    half_days: list[HalfDay]
    # What keeps a draft from being published, in sentences.
    missing: list[str]
    decision_is_due: bool
    # Counted for many cohorts at once (`queries.counted`); looked up when left out.
    marked: Mapping[uuid.UUID, int] | None = None
    ending: Ending | None = None


def next_step(cohort: Cohort, standing: Standing, now: dt.datetime) -> NextStep:
    """Choose the step by where the cohort stands (at most three queries)."""
    match cohort.state:
        case Cohort.State.DRAFT:
            return _draft(standing)
        case Cohort.State.OPEN:
            return _open(cohort, standing)
        case Cohort.State.CONFIRMED:
            return _confirmed(cohort, standing, now)
        case Cohort.State.CANCELLED:
            return NextStep(_("This cohort was cancelled"), _("There is nothing more to do."))
        case _:
            return NextStep(
                _("This cohort is finished"),
                _("Certificates can still be corrected or revoked, and their numbers verified."),
                "course:certificates",
                _("See the certificates"),
            )


def _draft(standing: Standing) -> NextStep:
    if standing.missing:
        return NextStep(_("Complete the plan"), " ".join(standing.missing), "course:edit", _("Complete the plan"))
    return NextStep(
        _("Publish the cohort"),
        _("Everything is there. Once published, people can enrol by a link that you share."),
        "course:publish",
        _("Publish"),
    )


def _open(cohort: Cohort, standing: Standing) -> NextStep:
    seats = standing.seats
    on = date_format(cohort.decide_on, "l j F")
    if standing.decision_is_due:
        return NextStep(
            _("Decide: go or no-go"),
            _("Places taken: %(taken)s; the minimum is %(least)s. The decision was due on %(on)s.")
            % {"taken": seats.taken, "least": cohort.least, "on": on},
            "course:decide",
            _("Decide"),
        )
    if not seats.free:
        return NextStep(
            _("The cohort is full: decide early if you like"),
            _("All %(most)s places are taken or offered. You may decide now, or on %(on)s.")
            % {"most": cohort.most, "on": on},
            "course:decide",
            _("Decide"),
        )
    missing = cohort.least - seats.taken
    text = (
        ngettext(
            "One more person and the minimum is reached; you decide on %(on)s.",
            "%(missing)s more people and the minimum is reached; you decide on %(on)s.",
            missing,
        )
        if missing > 0
        else _("The minimum is reached; you decide on %(on)s.")
    )
    return NextStep(
        _("Share the enrolment link"),
        text % {"missing": missing, "on": on},
        "course:enrol",
        _("Open the enrolment page"),
    )


def _confirmed(cohort: Cohort, standing: Standing, now: dt.datetime) -> NextStep:
    unmarked = _unmarked(cohort, standing, now)
    if unmarked:
        return NextStep(
            _("Take the register, %(which)s") % {"which": half_day_in_words(unmarked)},
            _("Mark who is here, and how many minutes anybody missed."),
            "course:register_half_day",
            _("Take the register"),
            (unmarked.number,),
        )
    coming = [half_day for half_day in standing.half_days if half_day.starts_at(cohort.tz) > now]
    if not coming:
        return _ending(cohort, standing)
    starts = date_format(coming[0].starts_at(cohort.tz), "l j F, H:i")
    if coming[0].number == 1:
        return NextStep(
            _("Read what this group needs"),
            _("The course begins on %(starts)s. What people wrote before it shows which blocks to lean on.")
            % {"starts": starts},
            "course:needs",
            _("See their needs"),
        )
    return NextStep(
        _("Prepare %(which)s") % {"which": half_day_in_words(coming[0])},
        _("It begins on %(starts)s. The timetable leads to the tutor's notes of each block.") % {"starts": starts},
        "course:timetable",
        _("Open the timetable"),
    )


def _ending(cohort: Cohort, standing: Standing) -> NextStep:
    """After the last half-day: feedback, certificates, the shelf."""
    ending = standing.ending or endings_in([cohort])[cohort.id]
    if ending.feedback is None:
        return NextStep(
            _("Ask for feedback"),
            _("Open the feedback form while people are still in the room; nobody can be linked to an answer."),
            "course:feedback",
            _("Open the feedback form"),
        )
    if ending.feedback.is_open:
        return NextStep(
            _("Close the feedback"),
            _("%(answered)s of %(all)s people have answered. Closing is final; then the comments appear.")
            % {"answered": ending.answered, "all": ending.asked},
            "course:feedback",
            _("See the feedback"),
        )
    if not ending.certified:
        return NextStep(
            _("Issue the certificates"),
            _("Attendance is complete. See who meets the rule, and what anybody else is missing."),
            "course:certificates",
            _("Issue certificates"),
        )
    return NextStep(
        _("Finish the cohort"),
        _("Everything is done. People keep their pages and their certificates."),
        "course:finish",
        _("Finish"),
    )


def _unmarked(cohort: Cohort, standing: Standing, now: dt.datetime) -> HalfDay | None:
    """Find the first half-day that has begun, or is about to, and whose register has a gap."""
    begun = [half_day for half_day in standing.half_days if half_day.starts_at(cohort.tz) - EARLY <= now]
    if not begun or not standing.seats.taken:
        return None
    marks = marked_in([cohort]) if standing.marked is None else standing.marked
    return next((half_day for half_day in begun if marks.get(half_day.id, 0) < standing.seats.taken), None)
