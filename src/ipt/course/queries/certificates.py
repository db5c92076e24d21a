"""Whether the certificate rule is met, in words; and certificates as users and the public may see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ipt.accounts.models import Person
from ipt.course.models import Attendance, Certificate, Cohort, HalfDay, Membership, Place
from ipt.course.queries.attendance import marks_of

User = Person | AnonymousUser
# In a course.
HALF_DAYS = 6


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one person stands against the rule: `missing` names each half-day that does not count, and why."""

    counted: int
    needed: int
    summary: str
    missing: tuple[str, ...]

    @property
    def met(self) -> bool:
        """Whether a certificate is due."""
        return self.counted >= self.needed


def rule_in_words(cohort: Cohort) -> str:
    """Say the cohort's rule as everybody reads it."""
    if cohort.half_days_needed == HALF_DAYS:
        needed = _("Attend all six half-days")
    else:
        needed = ngettext(
            "Attend at least %(needed)s of the six half-days",
            "Attend at least %(needed)s of the six half-days",
            cohort.half_days_needed,
        ) % {"needed": cohort.half_days_needed}
    tolerated = ngettext(
        "missing no more than %(minutes)s minute of each.",
        "missing no more than %(minutes)s minutes of each.",
        cohort.minutes_tolerated,
    ) % {"minutes": cohort.minutes_tolerated}
    return f"{needed}, {tolerated}"


def half_day_in_words(half_day: HalfDay) -> str:
    """Say which half-day: “day 2 afternoon”."""
    day = (half_day.number + 1) // 2
    return (_("day %(day)s morning") if half_day.number % 2 else _("day %(day)s afternoon")) % {"day": day}


def standing_from(cohort: Cohort, half_days: Sequence[HalfDay], marks: Mapping[int, Attendance]) -> Standing:
    """Work out where somebody stands from the marks that stand, by half-day number."""
    fallen_short = [
        words
        for half_day in half_days
        if (mark := marks.get(half_day.number)) and (words := _short(cohort, half_day, mark))
    ]
    unmarked = [half_day_in_words(half_day) for half_day in half_days if half_day.number not in marks]
    counted = len(half_days) - len(fallen_short) - len(unmarked)
    summary = _("You have %(counted)s of %(all)s half-days.") % {"counted": counted, "all": len(half_days)}
    missing = [*fallen_short, *([_not_marked(unmarked)] if unmarked else [])]
    return Standing(counted, cohort.half_days_needed, summary, tuple(missing))


def _short(cohort: Cohort, half_day: HalfDay, mark: Attendance) -> str:
    """Say why a marked half-day does not count, or nothing when it does."""
    which = half_day_in_words(half_day)
    if not mark.present:
        return _("%(which)s is missing") % {"which": which}
    if mark.minutes_missed > cohort.minutes_tolerated:
        return _("%(which)s: %(missed)s minutes missed, and no more than %(tolerated)s may be") % {
            "which": which,
            "missed": mark.minutes_missed,
            "tolerated": cohort.minutes_tolerated,
        }
    return ""


def _not_marked(which: list[str]) -> str:
    """Say in one line which half-days nobody has marked."""
    if len(which) == HALF_DAYS:
        return _("no half-day is marked yet")
    if len(which) == 1:
        return _("%(which)s is not marked yet") % {"which": which[0]}
    listed = _("%(first)s and %(last)s") % {"first": ", ".join(which[:-1]), "last": which[-1]}
    return _("%(which)s are not marked yet") % {"which": listed}


def standing(place: Place) -> Standing:
    """Work out where one place stands."""
    return standing_from(place.cohort, tuple(place.cohort.half_days.all()), marks_of(place))


def visible_to(user: User) -> QuerySet[Certificate]:
    """Give a person's own certificates, and all of the cohorts that they tutor."""
    if not isinstance(user, Person):
        return Certificate.objects.none()
    tutored = Membership.objects.filter(person=user, role=Membership.Role.TUTOR).values("cohort")
    mine = Q(place__person=user) | Q(place__cohort__in=tutored)
    return Certificate.objects.select_related("place__cohort", "place__person").filter(mine)


def certificate_for(user: User, key: object) -> Certificate | None:
    """Load one certificate as this user may see it."""
    return visible_to(user).filter(pk=str(key)).first()


def by_number(number: str) -> Certificate | None:
    """Find a certificate by its number as somebody types it: any case, with or without dashes and spaces."""
    plain = "".join(character for character in number.upper() if character.isalnum())[:12]
    return Certificate.objects.filter(number=f"{plain[:3]}-{plain[3:7]}-{plain[7:]}").first()


def verify_address(number: str) -> str:
    """Give the public address that checks a number, or nothing where this installation has no public address."""
    return settings.PUBLIC_URL + reverse("course:verify_number", args=[number]) if settings.PUBLIC_URL else ""
