"""One place: its person sees where they stand; tutors see what they can do about it."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ipt.accounts.access import person_of, requires
from ipt.accounts.queries.links import address
from ipt.audit.submissions import submission_of
from ipt.course.actions.enrolment import substitute
from ipt.course.actions.places import change_place, renew_link, withdraw
from ipt.course.actions.waiting import accept_offer, offer_place
from ipt.course.forms.people import EntrantForm, PlaceForm
from ipt.course.models import Place
from ipt.course.queries.people import can_be_mailed, chain_of
from ipt.course.queries.places import place_for
from ipt.course.queries.seats import waiting_position
from ipt.course.queries.venue import venue_lines
from ipt.course.rules.places import may_hold, may_run_place, may_see_place
from ipt.course.views.posting import FormPage, attempt, form_page


def _back(place: Place) -> str:
    return reverse("course:place", args=[place.id])


def _people(request: HttpRequest, place: Place) -> tuple[str, str] | None:
    """Tutors come from the people page."""
    if may_run_place(person_of(request), place):
        return _("People"), reverse("course:people", args=[place.cohort_id])
    return None


@requires(may_see_place, load=place_for)
def place(request: HttpRequest, place: Place) -> HttpResponse:
    """Show a place."""
    zone = place.cohort.tz
    context = {
        "place": place,
        "cohort": place.cohort,
        "is_own": may_hold(person_of(request), place),
        "is_run": may_run_place(person_of(request), place),
        "half_days": [(day, day.starts_at(zone), day.ends_at(zone)) for day in place.cohort.half_days.all()],
        "position": waiting_position(place) if place.state == Place.State.WAITING else 0,
        "offered_until": place.offered_until.astimezone(zone) if place.offered_until else None,
        "room": venue_lines(place.cohort) if place.state == Place.State.TAKEN else [],
        "chain": chain_of(place),
        "can_be_mailed": can_be_mailed(place.person),
    }
    return render(request, "course/place.html", context)


@requires(may_see_place, load=place_for)
def withdrawal(request: HttpRequest, place: Place) -> HttpResponse:
    """Give up a place, decline an offer, leave the waiting list."""
    form = forms.Form(request.POST or None)
    ended = attempt(
        form,
        lambda: withdraw(place=place, actor=person_of(request), now=timezone.now(), submission=submission_of(request)),
    )
    if ended:
        messages.success(request, _("Done: this place has ended."))
        return redirect("course:place", place.id)
    title, text = {
        Place.State.WAITING: (_("Leave the waiting list"), _("The turn is given up. Asking again begins at the end.")),
        Place.State.OFFERED: (_("Decline the offer"), _("The seat is offered to the next person who waits.")),
    }.get(
        Place.State(place.state),
        (_("Give up the place"), _("The dates leave the calendar, and the seat is offered to the next who waits.")),
    )
    own = may_hold(person_of(request), place)
    page = FormPage(
        title=title,
        lede="" if own else place.person.name,
        label=title,
        back=_back(place),
        cohort=place.cohort,
        parent=_people(request, place),
        text=[text],
        danger=True,
    )
    return form_page(request, page, form)


@requires(may_see_place, load=place_for)
def acceptance(request: HttpRequest, place: Place) -> HttpResponse:
    """Take up an offer."""
    form = forms.Form(request.POST or None)
    accepted = attempt(
        form,
        lambda: accept_offer(
            place=place, actor=person_of(request), now=timezone.now(), submission=submission_of(request)
        ),
    )
    if accepted:
        messages.success(request, _("The place is taken."))
        return redirect("course:place", place.id)
    page = FormPage(
        title=_("Take the place"),
        lede=place.cohort.title,
        label=_("Yes, take the place"),
        back=_back(place),
        cohort=place.cohort,
        parent=_people(request, place),
    )
    return form_page(request, page, form)


@requires(may_run_place, load=place_for)
def offer(request: HttpRequest, place: Place) -> HttpResponse:
    """Offer a free seat to somebody who waits."""
    form = forms.Form(request.POST or None)
    offered = attempt(
        form,
        lambda: offer_place(
            place=place, actor=person_of(request), now=timezone.now(), submission=submission_of(request)
        ),
    )
    if offered:
        messages.success(request, _("The place is offered to %(name)s.") % {"name": place.person.name})
        return redirect("course:people", place.cohort_id)
    page = FormPage(
        title=_("Offer a place to %(name)s") % {"name": place.person.name},
        label=_("Offer the place"),
        back=_back(place),
        cohort=place.cohort,
        parent=_people(request, place),
        text=[
            _("Free seats are offered to the list in order by themselves. Here you choose somebody yourself."),
            _("The offer holds for %(hours)s hours.") % {"hours": place.cohort.hold_hours},
        ],
    )
    return form_page(request, page, form)


@requires(may_run_place, load=place_for)
def substitution(request: HttpRequest, place: Place) -> HttpResponse:
    """Let somebody else take over."""
    form = EntrantForm(request.POST or None)
    new = attempt(
        form,
        lambda: substitute(
            place=place,
            entrant=form.entrant,
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        ),
    )
    if new:
        messages.success(request, _("The place is handed on; both are told, and the history stays."))
        return redirect("course:place", new.id)
    page = FormPage(
        title=_("Who comes instead of %(name)s?") % {"name": place.person.name},
        lede=_("Attendance so far stays with %(name)s; the new person begins now.") % {"name": place.person.name},
        label=_("Hand the place on"),
        back=_back(place),
        cohort=place.cohort,
        parent=_people(request, place),
    )
    return form_page(request, page, form)


@requires(may_run_place, load=place_for)
def link(request: HttpRequest, place: Place) -> HttpResponse:
    """Make somebody a new personal link; it is sent, or shown this once."""
    form = forms.Form(request.POST or None)
    sent = can_be_mailed(place.person)
    token = attempt(
        form,
        lambda: renew_link(
            place=place, actor=person_of(request), now=timezone.now(), submission=submission_of(request)
        ),
    )
    if token:
        context = {"cohort": place.cohort, "person": place.person, "address": address(token), "place": place}
        return render(request, "course/link_shown_once.html", context)
    if token is not None:
        messages.success(request, _("A new link is on its way to %(email)s.") % {"email": place.person.email})
        return redirect("course:place", place.id)
    how = (
        _("It is sent to %(email)s.") % {"email": place.person.email}
        if sent
        else _("It is shown once, on the next page: have pen and paper ready, or a way to pass it on.")
    )
    page = FormPage(
        title=_("Make a new link for %(name)s") % {"name": place.person.name},
        label=_("Make a new link"),
        back=_back(place),
        cohort=place.cohort,
        parent=_people(request, place),
        text=[
            _("Whoever has the link opens this person's pages, as this person. Give it to nobody else."),
            how,
            _("Links made before stop working, and whoever came by them is signed out."),
        ],
    )
    return form_page(request, page, form)


@requires(may_see_place, load=place_for)
def edit(request: HttpRequest, place: Place) -> HttpResponse:
    """Change what to arrange, and the name on the certificate."""
    initial = {"adjustment": place.adjustment, "certificate_name": place.certificate_name}
    form = PlaceForm(request.POST or None, initial=initial)
    changed = attempt(
        form,
        lambda: change_place(
            place=place,
            adjustment=form.cleaned_data["adjustment"],
            certificate_name=form.cleaned_data["certificate_name"],
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        ),
    )
    if changed:
        messages.success(request, _("Saved."))
        return redirect("course:place", place.id)
    page = FormPage(
        title=_("Details of the place"),
        lede=place.person.name,
        label=_("Save"),
        back=_back(place),
        cohort=place.cohort,
        parent=_people(request, place),
    )
    return form_page(request, page, form)
