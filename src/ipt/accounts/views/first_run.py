"""The first account of an installation."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from ipt.accounts import sessions
from ipt.accounts.access import public
from ipt.accounts.actions.people import make_first_operator
from ipt.accounts.forms import FirstRunForm
from ipt.accounts.limits import address_of, allow, has_left, too_many
from ipt.accounts.queries.people import anybody_has_account
from ipt.accounts.rules import may_begin
from ipt.audit.submissions import submission_of

MISSES = 10
MINUTE = 60


@sensitive_post_parameters("password")
@public
def first_run(request: HttpRequest) -> HttpResponse:
    """Make the operator, from this machine or with the console's token; afterwards there is no such page."""
    if anybody_has_account():
        raise Http404
    address = address_of(request)
    if not has_left("first_run", address, MISSES):
        return too_many(request)
    token = request.POST.get("token", request.GET.get("token", ""))
    if not may_begin(request, token):
        allow("first_run", address, MISSES, MINUTE)
        raise Http404
    form = FirstRunForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = make_first_operator(**form.cleaned_data, now=timezone.now(), submission=submission_of(request))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            sessions.begin(request, person)
            messages.success(request, _("This installation is yours to run."))
            return redirect("home")
    context = {"form": form, "token": token}
    return render(request, "accounts/first_run.html", context, status=422 if form.errors else 200)
