"""Papers to read and hand out, and the cards for Monday; nothing is typed or stored on them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from ipt.accounts.access import person_of, requires
from ipt.course.models import Cohort
from ipt.course.queries.cohorts import cohort_for
from ipt.course.queries.degree import in_words
from ipt.course.queries.packs import course_of
from ipt.course.queries.papers import crisis_lines, monday_packs, paper_of, shelves
from ipt.course.queries.places import own_place
from ipt.course.rules.cohorts import may_follow, role_in
from ipt.library import Audience


@requires(may_follow, load=cohort_for)
def papers(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """List what may be printed, by whom it is for."""
    is_tutor = role_in(person_of(request), cohort) == "tutor"
    found = shelves(course_of(cohort), for_tutor=is_tutor)
    return render(request, "course/papers.html", {"cohort": cohort, "shelves": found, "is_tutor": is_tutor})


@requires(may_follow, load=cohort_for)
def paper(request: HttpRequest, cohort: Cohort, paper: str) -> HttpResponse:
    """Show one paper; what a patient is handed says at its foot where to turn."""
    course = course_of(cohort)
    is_tutor = role_in(person_of(request), cohort) == "tutor"
    found = paper_of(course, paper, for_tutor=is_tutor)
    if found is None:
        raise Http404
    urgent = crisis_lines(course) if found.audience is Audience.PATIENT else ()
    context = {
        "cohort": cohort,
        "course": course,
        "paper": found,
        "urgent": urgent,
        "checked": course.signposts.checked,
    }
    return render(request, "course/paper.html", context)


@requires(may_follow, load=cohort_for)
def monday(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """List the cards by how long each takes; first those that suit how far a delegate wants to go."""
    person = person_of(request)
    place = own_place(person, cohort)
    degree = place.degree if place else ""
    course = course_of(cohort)
    context = {
        "cohort": cohort,
        "degree": in_words(place) if place else "",
        "packs": monday_packs(course, degree),
        "others": monday_packs(course, degree, fitting=False) if degree else [],
        "is_tutor": role_in(person, cohort) == "tutor",
    }
    return render(request, "course/monday.html", context)


@requires(may_follow, load=cohort_for)
def monday_card(request: HttpRequest, cohort: Cohort, card: str) -> HttpResponse:
    """Show one card as it fits a phone's screen, or an A6 side."""
    course = course_of(cohort)
    found = course.monday.get(card)
    if found is None:
        raise Http404
    return render(request, "course/monday_card.html", {"cohort": cohort, "card": found})
