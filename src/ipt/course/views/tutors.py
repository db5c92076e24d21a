"""Who tutors a cohort."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from ipt.accounts.access import Refused, person_of, requires
from ipt.accounts.queries.links import address
from ipt.audit.submissions import submission_of
from ipt.course.actions.tutors import appoint_tutor, remove_tutor
from ipt.course.forms.cohorts import TutorForm
from ipt.course.models import Cohort
from ipt.course.queries.cohorts import cohort_for
from ipt.course.queries.people import can_be_mailed, tutors_of
from ipt.course.rules.cohorts import may_run
from ipt.course.views.posting import attempt


@requires(may_run, load=cohort_for)
def tutors(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """List the tutors, add one, let one go."""
    if "remove" in request.POST:
        return _remove(request, cohort)
    form = TutorForm(request.POST or None)
    appointed = attempt(
        form,
        lambda: appoint_tutor(
            cohort=cohort,
            name=form.cleaned_data["name"],
            email=form.cleaned_data["email"],
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        ),
    )
    if appointed is None:
        context = {"cohort": cohort, "tutors": tutors_of(cohort), "form": form}
        return render(request, "course/tutors.html", context, status=422 if form.errors else 200)
    person = appointed.membership.person
    if appointed.token and not can_be_mailed(person):
        context = {"cohort": cohort, "person": person, "address": address(appointed.token), "once": True}
        return render(request, "course/link_shown_once.html", context)
    messages.success(request, _("%(name)s tutors this cohort now.") % {"name": person.name})
    return redirect("course:tutors", cohort.id)


def _remove(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Let one go; the page says why when it cannot be."""
    memberships = {str(membership.id): membership for membership in tutors_of(cohort)}
    membership = memberships.get(request.POST["remove"])
    if membership is None:
        raise Refused
    try:
        remove_tutor(
            membership=membership,
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        )
    except ValidationError as error:
        form = TutorForm()
        context = {"cohort": cohort, "tutors": tutors_of(cohort), "form": form, "refusal": error.messages[0]}
        return render(request, "course/tutors.html", context, status=422)
    messages.success(request, _("%(name)s tutors this cohort no longer.") % {"name": membership.person.name})
    if membership.person_id == person_of(request).id:
        return redirect("course:cohorts")
    return redirect("course:tutors", cohort.id)
