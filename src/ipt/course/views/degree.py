"""A delegate's own degree of use: seen and changed by themselves alone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ipt.accounts.access import person_of, requires
from ipt.audit.submissions import submission_of
from ipt.course.actions.degree import choose_degree
from ipt.course.forms.degree import DegreeForm
from ipt.course.models import Place
from ipt.course.queries.degree import in_words
from ipt.course.queries.places import own_place_in
from ipt.course.rules.places import may_choose_degree
from ipt.course.views.posting import FormPage, attempt, form_page


@requires(may_choose_degree, load=own_place_in)
def degree(request: HttpRequest, place: Place) -> HttpResponse:
    """Choose how far to use IPT, change it, or leave it open."""
    form = DegreeForm(request.POST or None, initial={"degree": place.degree})
    kept = attempt(
        form,
        lambda: choose_degree(
            place=place,
            degree=form.chosen,
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        ),
    )
    if kept:
        messages.success(request, in_words(kept) or _("Saved: you leave it open."))
        return redirect("course:cohort", place.cohort_id)
    page = FormPage(
        title=_("My degree of use"),
        lede=_("To the degree you wish: each of the four is a proper use of these three days."),
        label=_("Save"),
        back=reverse("course:cohort", args=[place.cohort_id]),
        cohort=place.cohort,
        text=[_("You alone see this, and you can change it at any time. Your tutor does not see it.")],
    )
    return form_page(request, page, form)
