"""The door of the room, from inside: open it, see who knocks, say who they are."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ipt.accounts.access import person_of, requires
from ipt.audit.submissions import submission_of
from ipt.course.actions.door import close_door, let_in, let_in_newcomer, open_door, turn_away
from ipt.course.forms.door import LetInForm
from ipt.course.models import Cohort, Knock
from ipt.course.queries.cohorts import cohort_for
from ipt.course.queries.door import is_open, knock_for, open_knocks, places_without_account
from ipt.course.queries.seats import seats_of
from ipt.course.rules.cohorts import may_run
from ipt.course.rules.door import may_answer
from ipt.course.views.refresh import looking_again


@requires(may_run, load=cohort_for)
def door(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Show the code, and who waits outside."""
    return _page(request, cohort)


@require_POST
@requires(may_run, load=cohort_for)
def open_room(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Open the room for a working day, or give it a fresh code."""
    try:
        open_door(cohort=cohort, actor=person_of(request), now=timezone.now(), submission=submission_of(request))
    except ValidationError as error:
        return _page(request, cohort, error.messages)
    return redirect("course:door", cohort.id)


@require_POST
@requires(may_run, load=cohort_for)
def close_room(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Close it."""
    close_door(cohort=cohort, actor=person_of(request), now=timezone.now(), submission=submission_of(request))
    messages.success(request, _("The room is closed. Whoever is in stays in."))
    return redirect("course:door", cohort.id)


@require_POST
@requires(may_answer, load=knock_for)
def answer(request: HttpRequest, knock: Knock) -> HttpResponse:
    """Let somebody in as one of the people, or give them a new place."""
    actor, now, submission = person_of(request), timezone.now(), submission_of(request)
    places = places_without_account(knock.cohort)
    form = LetInForm(places, request.POST, has_room=True, name=knock.name)
    if not form.is_valid():
        return _page(request, knock.cohort, [_("Say who %(name)s is.") % {"name": knock.name}])
    place = form.chosen()
    try:
        if place:
            let_in(knock=knock, place=place, actor=actor, now=now, submission=submission)
        else:
            let_in_newcomer(knock=knock, name=knock.name, actor=actor, now=now, submission=submission)
    except ValidationError as error:
        return _page(request, knock.cohort, error.messages)
    name = place.person.name if place else knock.name
    messages.success(request, _("%(name)s is let in.") % {"name": name})
    return redirect("course:door", knock.cohort_id)


@require_POST
@requires(may_answer, load=knock_for)
def refuse(request: HttpRequest, knock: Knock) -> HttpResponse:
    """Turn somebody away."""
    try:
        turn_away(knock=knock, actor=person_of(request), now=timezone.now(), submission=submission_of(request))
    except ValidationError as error:
        return _page(request, knock.cohort, error.messages)
    messages.success(request, _("%(name)s was turned away.") % {"name": knock.name})
    return redirect("course:door", knock.cohort_id)


def _page(request: HttpRequest, cohort: Cohort, mistakes: list[str] | None = None) -> HttpResponse:
    """Show the door as it stands."""
    now = timezone.now()
    knocks = list(open_knocks(cohort)) if is_open(cohort, now) else []
    places = places_without_account(cohort) if knocks else []
    seats = seats_of(cohort)
    has_room = bool(seats.free) and not seats.waiting
    looks_again = is_open(cohort, now) and not knocks and not mistakes and "still" not in request.GET
    context = {
        "cohort": cohort,
        "looks_again": looks_again,
        "is_open": is_open(cohort, now),
        "until": cohort.room_open_until.astimezone(cohort.tz) if cohort.room_open_until else None,
        "knocks": [(knock, LetInForm(places, has_room=has_room, name=knock.name)) for knock in knocks],
        "seats": seats,
        "address": address(),
        "mistakes": mistakes or [],
    }
    response = render(request, "course/door.html", context, status=422 if mistakes else 200)
    return looking_again(response) if looks_again else response


def address() -> str:
    """Give the address that people in the room type, or nothing while nobody else can reach this machine."""
    served = settings.SERVED_URL
    if urlsplit(served).hostname in {"127.0.0.1", "localhost", "::1"}:
        return ""
    return f"{served}{reverse('course:join')}"
