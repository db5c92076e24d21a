"""What anybody may read: the course on offer, and what people said of it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ipt.accounts.access import public
from ipt.course.models import Box
from ipt.course.queries.content import course_on_offer
from ipt.course.queries.prospectus import days_in_words, duration, hours_of, open_dates
from ipt.course.queries.ratings import closed_feedback, published_ratings, ratings_in, shown_quotes

# The first sections say what IPT is and how well it is tested; what the course offers follows them.
OPENING = 2
# On paper only the next dates fit (prospectus.css hides the others).
DATES_ON_PAPER = 4
ON_A_PAGE = 12


@public
def prospectus(request: HttpRequest) -> HttpResponse:
    """Show the course as the brochure would, with the dates and ratings of today."""
    course = course_on_offer()
    hours = hours_of(course)
    dates = open_dates(timezone.now())
    context = {
        "course": course,
        "prospectus": course.prospectus,
        "opening": course.prospectus.sections[:OPENING],
        "sections": course.prospectus.sections[OPENING:],
        "hours": hours,
        "taught": duration(hours.taught),
        "practice": duration(hours.practice),
        "dates": dates,
        "has_more_dates": len(dates) > DATES_ON_PAPER,
        "ratings": published_ratings(),
        "quotes": shown_quotes(),
        "address": request.build_absolute_uri(request.path),
    }
    return render(request, "course/prospectus.html", context)


@public
def evidence(request: HttpRequest) -> HttpResponse:
    """Show the ratings of every cohort whose feedback is closed, and say what they do not tell."""
    page = Paginator(closed_feedback(), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "all": published_ratings(),
        "page": page,
        "cohorts": [(box, _days_of(box), ratings_in(box)) for box in page],
    }
    return render(request, "course/evidence.html", context)


def _days_of(box: Box) -> str:
    """Name a cohort by its days: its title may tell whose people came."""
    return days_in_words(half_day.date for half_day in box.sitting.cohort.half_days.all())
