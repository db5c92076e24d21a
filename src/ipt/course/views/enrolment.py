"""The public page on which people ask for a place."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ipt.accounts import sessions
from ipt.accounts.access import requires, user_of
from ipt.accounts.limits import address_of, allow, too_many
from ipt.accounts.models import Person
from ipt.audit.submissions import submission_of
from ipt.course.actions.enrolment import Asked, ask_for_place
from ipt.course.forms.people import EnrolForm
from ipt.course.models import Cohort, Place
from ipt.course.queries.cohorts import open_cohort_for
from ipt.course.queries.listing import living_place
from ipt.course.queries.seats import seats_of
from ipt.course.rules.cohorts import may_enrol, may_run
from ipt.course.views.posting import attempt

# A room of fifteen shares one address; nobody signs up two hundred people by hand.
MOST_TRIES, IN_SECONDS = 60, 600
ASKED_AS = "asked_as"


@requires(may_enrol, load=open_cohort_for)
def enrol(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Ask for a place: the answer is the same page, whoever asks."""
    user = user_of(request)
    is_tutor = may_run(user, cohort)
    # A tutor sees the page as a stranger does; anybody else who is signed in asks as who they are.
    person = user if isinstance(user, Person) and not is_tutor else None
    form = EnrolForm(request.POST or None, person=person)
    if request.method == "POST" and not allow("enrol", f"{cohort.id}:{address_of(request)}", MOST_TRIES, IN_SECONDS):
        return too_many(request)
    asked = attempt(
        form,
        lambda: ask_for_place(
            cohort=cohort,
            entrant=form.entrant,
            source=Place.Source.LINK,
            actor=user if isinstance(user, Person) else None,
            now=timezone.now(),
            submission=submission_of(request),
            person=person,
        ),
    )
    if asked:
        return _thank(request, asked, form.entrant.email)
    zone = cohort.tz
    context = {
        "cohort": cohort,
        "form": form,
        "seats": seats_of(cohort),
        "half_days": [(day, day.starts_at(zone), day.ends_at(zone)) for day in cohort.half_days.all()],
        "is_tutor": is_tutor,
        "place": living_place(person, cohort) if person else None,
    }
    return render(request, "course/enrol.html", context, status=422 if form.errors else 200)


@requires(may_enrol, load=open_cohort_for)
def thanks(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Say what comes next, without saying whether the address was known."""
    user = user_of(request)
    context = {
        "cohort": cohort,
        "email": request.session.get(ASKED_AS, ""),
        "sends_mail": bool(settings.MAIL_URL),
        "place": living_place(user, cohort) if isinstance(user, Person) else None,
    }
    return render(request, "course/thanks.html", context)


def _thank(request: HttpRequest, asked: Asked, email: str | None) -> HttpResponse:
    """Where no mail is sent, a newcomer's browser is signed in: it is the only way back to their place."""
    request.session[ASKED_AS] = email or ""
    if asked.is_newcomer and not settings.MAIL_URL and not request.user.is_authenticated:
        sessions.begin(request, asked.place.person)
    return redirect("course:thanks", asked.place.cohort_id)
