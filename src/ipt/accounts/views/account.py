"""A person's own page: details, account, and where they are signed in."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from ipt.accounts import sessions
from ipt.accounts.access import person_of, requires_person, signed_in
from ipt.accounts.actions.people import change_person, claim_account
from ipt.accounts.actions.sessions import end_other_sessions, end_session
from ipt.accounts.forms import ClaimForm, PersonForm
from ipt.accounts.limits import allow, passwords_may_pass, too_many
from ipt.accounts.models import Person
from ipt.accounts.queries.sessions import visits_of
from ipt.accounts.rules import may_claim
from ipt.accounts.views.passwords import private_line
from ipt.audit.submissions import submission_of

HOUR = 60 * 60


@sensitive_post_parameters("current_password")
@signed_in
def account(request: HttpRequest) -> HttpResponse:
    """Show and change a person's own details."""
    person = person_of(request)
    form = PersonForm(person, request.POST if request.method == "POST" else None)
    if request.method == "POST" and not allow("account", str(person.id), 30, HOUR):
        return too_many(request)
    if request.method == "POST" and form.is_valid():
        fresh = Person.objects.get(id=person.id)
        try:
            change_person(
                person=fresh,
                name=form.cleaned_data["name"],
                email=form.cleaned_data["email"],
                actor=person,
                now=timezone.now(),
                submission=submission_of(request),
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Your details are saved."))
            return redirect("accounts:account")
    context = {
        "form": form,
        "person": person,
        "visits": visits_of(person, request.session.session_key),
        "private": passwords_may_pass(request),
    }
    return render(request, "accounts/account.html", context, status=422 if form.errors else 200)


@sensitive_post_parameters("password")
@requires_person(may_claim)
@private_line
def claim(request: HttpRequest) -> HttpResponse:
    """Give a guest an e-mail address and a password."""
    person = person_of(request)
    form = ClaimForm(request.POST or None, initial={"email": person.email or ""})
    if request.method == "POST" and not allow("claim", str(person.id), 20, HOUR):
        return too_many(request)
    if request.method == "POST" and form.is_valid():
        try:
            claimed = claim_account(
                person=person, **form.cleaned_data, now=timezone.now(), submission=submission_of(request)
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            sessions.begin(request, claimed)
            messages.success(
                request, _("You have an account now: sign in with your address and password from anywhere.")
            )
            return redirect("accounts:account")
    return render(request, "accounts/claim.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@signed_in
def end(request: HttpRequest, session: int) -> HttpResponse:
    """Sign out one other browser."""
    if end_session(person=person_of(request), session=session, now=timezone.now()):
        messages.success(request, _("That browser is signed out."))
    return redirect("accounts:account")


@require_POST
@signed_in
def end_others(request: HttpRequest) -> HttpResponse:
    """Sign out every browser but this one."""
    end_other_sessions(person=person_of(request), this=request.session.session_key, now=timezone.now())
    messages.success(request, _("All other browsers are signed out."))
    return redirect("accounts:account")
