"""The people of a cohort, for its tutors: who has a place, who waits, adding and importing."""

from collections.abc import Sequence

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ipt.accounts.access import person_of, requires
from ipt.audit.submissions import submission_of
from ipt.course.actions.enrolment import ask_for_place, import_people
from ipt.course.forms.people import EntrantForm, FileForm
from ipt.course.forms.people_file import MOST_BYTES, PeopleFile, read_people, read_people_file
from ipt.course.models import Cohort, Place
from ipt.course.queries.cohorts import cohort_for
from ipt.course.queries.people import emails_alive, people_of
from ipt.course.queries.seats import seats_of
from ipt.course.rules.cohorts import may_run
from ipt.course.views.posting import FormPage, attempt, form_page


@requires(may_run, load=cohort_for)
def people(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Show everybody, by where they stand."""
    context = {
        "cohort": cohort,
        "people": people_of(cohort),
        "enrol_url": request.build_absolute_uri(reverse("course:enrol", args=[cohort.id])),
    }
    return render(request, "course/people.html", context)


@requires(may_run, load=cohort_for)
def add(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Add one person by hand."""
    form = EntrantForm(request.POST or None)
    asked = attempt(
        form,
        lambda: ask_for_place(
            cohort=cohort,
            entrant=form.entrant,
            source=Place.Source.TUTOR,
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        ),
    )
    if asked:
        messages.success(request, _said_of(asked.place))
        return redirect("course:place", asked.place.id)
    page = FormPage(
        title=_("Add somebody"),
        lede=_("They get the next free seat, or the next turn on the waiting list."),
        label=_("Add"),
        back=reverse("course:people", args=[cohort.id]),
        cohort=cohort,
        parent=(_("People"), reverse("course:people", args=[cohort.id])),
    )
    return form_page(request, page, form)


@requires(may_run, load=cohort_for)
def import_file(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Read a list, show every row with its mistakes, and write it when all is right and a tutor says so."""
    if "text" in request.POST:
        return _confirm(request, cohort)
    form = FileForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid():
        data = form.cleaned_data["people"].read(MOST_BYTES + 1)
        return _preview(request, cohort, read_people_file(data, emails_alive(cohort)))
    status = 422 if form.is_bound else 200
    return render(request, "course/import.html", {"cohort": cohort, "form": form}, status=status)


def _confirm(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Read the list again as the page sent it back, and enrol everybody on it."""
    read = read_people(request.POST["text"], emails_alive(cohort))
    form = Form(request.POST)
    submission = submission_of(request)
    places = None
    if not read.mistake and not read.wrong:
        places = attempt(
            form,
            lambda: import_people(
                cohort=cohort,
                entrants=read.newcomers,
                actor=person_of(request),
                now=timezone.now(),
                submission=submission,
            ),
        )
    if places is None:
        return _preview(request, cohort, read, [str(error) for error in form.non_field_errors()])
    sentence = ngettext("%(many)s person is enrolled.", "%(many)s people are enrolled.", len(places))
    messages.success(request, sentence % {"many": len(places)})
    return redirect("course:people", cohort.id)


def _preview(request: HttpRequest, cohort: Cohort, read: PeopleFile, refusals: Sequence[str] = ()) -> HttpResponse:
    """Show every row as it was read."""
    context = {"cohort": cohort, "form": FileForm(), "read": read, "seats": seats_of(cohort), "refusals": refusals}
    return render(request, "course/import.html", context, status=200 if read.is_right and not refusals else 422)


def _said_of(place: Place) -> str:
    if place.state == Place.State.WAITING:
        return _("%(name)s is on the waiting list.") % {"name": place.person.name}
    return _("%(name)s has a place.") % {"name": place.person.name}
