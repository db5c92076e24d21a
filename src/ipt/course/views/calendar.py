"""Dates as files and as an address that a calendar program asks."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ipt.accounts.access import person_of, public, requires
from ipt.audit.submissions import submission_of
from ipt.course.actions.calendar import renew_feed, stop_feed
from ipt.course.calendar import feed
from ipt.course.models import Place
from ipt.course.queries.calendar import dated_places, has_feed, places_behind
from ipt.course.queries.places import place_for
from ipt.course.rules.calendar import may_have_dates, may_subscribe


@requires(may_have_dates, load=place_for)
@require_safe
def file(request: HttpRequest, place: Place) -> HttpResponse:  # noqa: ARG001 -- every view takes it
    """Give the half-days of one place as a file."""
    return _calendar(feed(dated_places(place.person).filter(pk=place.pk), timezone.now()))


@public
@require_safe
def fetched(request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG001 -- every view takes it
    """Give a calendar program all dates behind its address."""
    now = timezone.now()
    places = places_behind(token, now)
    if places is None:
        raise Http404
    return _calendar(feed(places, now))


@requires(may_subscribe, load=place_for)
def subscribe(request: HttpRequest, place: Place) -> HttpResponse:
    """Say what an address is for; make one, and show it this once."""
    context: dict[str, object] = {"place": place, "cohort": place.cohort}
    status = 200
    if request.method == "POST":
        try:
            token = renew_feed(
                place=place, actor=person_of(request), now=timezone.now(), submission=submission_of(request)
            )
        except ValidationError as error:
            context["mistakes"], status = error.messages, 422
        else:
            context["address"] = settings.SERVED_URL + reverse("course:calendar_feed", args=[token])
    context["is_on"] = has_feed(place.person)
    return render(request, "course/calendar.html", context, status=status)


@requires(may_subscribe, load=place_for)
@require_POST
def stop(request: HttpRequest, place: Place) -> HttpResponse:
    """End the address."""
    stop_feed(place=place, actor=person_of(request), now=timezone.now(), submission=submission_of(request))
    messages.success(request, _("The calendar address no longer works."))
    return redirect("course:calendar", place.id)


def _calendar(text: str) -> HttpResponse:
    return HttpResponse(
        text,
        content_type="text/calendar; charset=utf-8",
        headers={
            "Content-Disposition": 'attachment; filename="ipt-essentials.ics"',
            "Cache-Control": "no-store, private",
        },
    )
