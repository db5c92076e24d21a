"""What a tutor notes for the room: shown to the people who come into it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ipt.accounts.access import person_of, requires
from ipt.audit.submissions import submission_of
from ipt.course.actions.cohorts import change_cohort
from ipt.course.forms.venue import VenueForm
from ipt.course.models import Cohort
from ipt.course.queries.cohorts import cohort_for
from ipt.course.queries.venue import notes_of
from ipt.course.rules.cohorts import may_run
from ipt.course.views.posting import FormPage, attempt, form_page


@requires(may_run, load=cohort_for)
def venue(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Note what people need to know in the room."""
    form = VenueForm(request.POST or None, initial=notes_of(cohort))
    changed = attempt(
        form,
        lambda: change_cohort(
            cohort=cohort,
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
            **form.cleaned_data,
        ),
    )
    if changed:
        messages.success(request, _("Saved. People with a place see it under “In the room”."))
        return redirect("course:cohort", cohort.id)
    page = FormPage(
        title=_("For the room"),
        lede=_("What people ask in the first ten minutes. Those with a place read it; please name nobody in it."),
        label=_("Save"),
        back=reverse("course:cohort", args=[cohort.id]),
        cohort=cohort,
    )
    return form_page(request, page, form)
