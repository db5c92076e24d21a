"""Taking back that one's words may be quoted, by the code that their writer alone has."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from ipt.accounts.access import public
from ipt.accounts.limits import address_of, allow, too_many
from ipt.course.actions.quotes import withdraw_consent
from ipt.course.forms.quotes import ReceiptForm

# Tries from one address in ten minutes: a whole room may share one.
MOST_TRIES, SECONDS = 30, 600


@public
def withdraw(request: HttpRequest) -> HttpResponse:
    """Ask for the code; then the words are quoted nowhere."""
    form = ReceiptForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not allow("receipt", address_of(request), MOST_TRIES, SECONDS):
        return too_many(request)
    if form.is_bound and form.is_valid():
        if withdraw_consent(code=form.cleaned_data["code"], now=timezone.now()):
            messages.success(request, _("Your words are quoted nowhere from now on, and cannot be chosen again."))
            return redirect("course:withdraw_quote")
        form.add_error("code", _("No comment has this code, or its consent has been taken back already."))
    return render(request, "course/withdraw_quote.html", {"form": form}, status=422 if form.errors else 200)
