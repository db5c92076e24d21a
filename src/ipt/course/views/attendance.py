"""Registers, checking in, and where somebody stands."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from ipt.accounts.access import person_of, requires
from ipt.audit.submissions import submission_of
from ipt.course.actions.attendance import check_in, mark_register
from ipt.course.forms.attendance import RegisterForm
from ipt.course.models import Attendance, Cohort, Place
from ipt.course.queries import certificates
from ipt.course.queries.attendance import history_of, marks_of, register_of
from ipt.course.queries.cohorts import cohort_for
from ipt.course.queries.places import place_for
from ipt.course.rules.cohorts import may_run
from ipt.course.rules.places import may_hold, may_see_place
from ipt.course.views.posting import attempt


@requires(may_run, load=cohort_for)
def register(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Show all six half-days at once, with where each person stands."""
    whole = register_of(cohort)
    rows = [
        {
            "place": place,
            "marks": [(half_day, whole.mark(place, half_day)) for half_day in whole.half_days],
            "standing": certificates.standing_from(cohort, whole.half_days, whole.marks.get(place.id, {})),
        }
        for place in whole.places
    ]
    context = {"cohort": cohort, "half_days": whole.half_days, "rows": rows, "rule": certificates.rule_in_words(cohort)}
    return render(request, "course/register.html", context)


@requires(may_run, load=cohort_for)
def register_half_day(request: HttpRequest, cohort: Cohort, number: int) -> HttpResponse:
    """Mark one half-day."""
    whole = register_of(cohort)
    half_day = next((one for one in whole.half_days if one.number == number), None)
    if half_day is None:
        raise Http404
    standing = {place.id: mark for place in whole.places if (mark := whole.mark(place, half_day))}
    form = RegisterForm(request.POST or None, half_day=half_day, places=whole.places, standing=standing)
    written = attempt(
        form,
        lambda: mark_register(
            half_day=half_day,
            marks=form.marks(),
            source=Attendance.Source(form.cleaned_data["source"]),
            reason=form.cleaned_data["reason"],
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        ),
    )
    if written is not None:
        words = ngettext("%(n)s mark was stored.", "%(n)s marks were stored.", written)
        messages.success(request, words % {"n": written})
        return redirect("course:register", cohort.id)
    context = {
        "cohort": cohort,
        "half_day": half_day,
        "which": certificates.half_day_in_words(half_day),
        "form": form,
        "history": history_of(half_day),
    }
    return render(request, "course/register_half_day.html", context, status=422 if form.errors else 200)


@require_POST
@requires(may_hold, load=place_for)
def check_in_here(request: HttpRequest, place: Place) -> HttpResponse:
    """Mark oneself as there."""
    try:
        mark = check_in(place=place, actor=person_of(request), now=timezone.now(), submission=submission_of(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        which = certificates.half_day_in_words(mark.half_day)
        messages.success(request, _("You are marked as there: %(which)s.") % {"which": which})
    return redirect("course:standing", place.id)


@requires(may_see_place, load=place_for)
def standing(request: HttpRequest, place: Place) -> HttpResponse:
    """Tell one person what they have and what is missing."""
    marks = marks_of(place)
    half_days = tuple(place.cohort.half_days.all())
    certificate = place.certificates.order_by("-issued_at").first()
    context = {
        "place": place,
        "cohort": place.cohort,
        "own": may_hold(request.user, place),
        "rows": [(half_day, marks.get(half_day.number)) for half_day in half_days],
        "standing": certificates.standing_from(place.cohort, half_days, marks),
        "rule": certificates.rule_in_words(place.cohort),
        "certificate": certificate,
    }
    return render(request, "course/standing.html", context)
