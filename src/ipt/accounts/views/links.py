"""The page of a link. Opening it changes nothing, for mail scanners open links too; its button signs in."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from ipt.accounts import sessions
from ipt.accounts.access import public
from ipt.accounts.actions.links import use_link
from ipt.accounts.actions.people import claim_account
from ipt.accounts.forms import ClaimForm
from ipt.accounts.limits import address_of, allow, has_left, passwords_may_pass, too_many
from ipt.accounts.models import Link
from ipt.accounts.queries.links import DOORS, person_for_token
from ipt.accounts.rules import is_staff
from ipt.audit.submissions import submission_of

# Wrong tokens from one address in a minute. Nobody guesses one of 192 bits; this is against the noise.
MISSES = 60
MINUTE = 60


@sensitive_post_parameters("password")
@public
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Unknown, used, expired and revoked links are one and the same 404."""
    address = address_of(request)
    if not has_left("link", address, MISSES):
        return too_many(request)
    found = person_for_token(token, timezone.now(), DOORS)
    if found is None:
        allow("link", address, MISSES, MINUTE)
        raise Http404
    show = _invitation if found.kind == Link.Kind.INVITATION else _personal
    response = show(request, found)
    # The address goes to no other site. "no-referrer" would also take the Origin from our own form, which is needed to
    # tell it from a forged one.
    response["Referrer-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store, private"
    return response


def _personal(request: HttpRequest, found: Link) -> HttpResponse:
    """Sign in whoever holds a personal link, unless they run courses."""
    context = {"first_name": first_name(found.person.name), "refused": is_staff(found.person)}
    if request.method == "POST":
        try:
            person = use_link(link=found, now=timezone.now())
        except ValidationError:
            return render(request, "accounts/link.html", context, status=422)
        sessions.begin(request, person, link=found)
        return redirect("home")
    return render(request, "accounts/link.html", context)


def _invitation(request: HttpRequest, found: Link) -> HttpResponse:
    """Let an invited person choose a password; only then is the invitation used up."""
    person = found.person
    if person.has_account:
        return render(request, "accounts/invited_before.html", {"first_name": first_name(person.name)})
    if not passwords_may_pass(request):
        return render(request, "accounts/not_private.html", status=404)
    form = ClaimForm(request.POST or None, initial={"email": person.email or ""})
    if request.method == "POST" and form.is_valid():
        try:
            claimed = claim_account(
                person=person,
                **form.cleaned_data,
                now=timezone.now(),
                invitation=found,
                submission=submission_of(request),
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            sessions.begin(request, claimed)
            messages.success(request, _("Welcome. From now on you sign in with your address and password."))
            return redirect("home")
    context = {"form": form, "first_name": first_name(person.name)}
    return render(request, "accounts/invitation.html", context, status=422 if form.errors else 200)


def first_name(name: str) -> str:
    """What a page may call somebody before they have shown who they are."""
    return name.split(maxsplit=1)[0] if name.strip() else ""
