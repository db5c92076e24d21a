"""The course's fictional people, for the tutor alone: each story with its key, each conversation line by line."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from ipt.accounts.access import requires
from ipt.course.forms.stories import StoryFilter
from ipt.course.models import Cohort
from ipt.course.queries import stories as found
from ipt.course.queries.cohorts import cohort_for
from ipt.course.queries.packs import course_of
from ipt.course.rules.cohorts import may_run


@requires(may_run, load=cohort_for)
def stories(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """List stories and conversations, those that suit the group when asked to choose."""
    course = course_of(cohort)
    form = StoryFilter(request.GET)
    wanted = form.wanted
    context = {
        "cohort": cohort,
        "form": form,
        "vignettes": [found.described(story) for story in found.vignettes(course, wanted)],
        "exchanges": [found.described(talk) for talk in found.exchanges(course, wanted)],
    }
    return render(request, "course/stories.html", context)


@requires(may_run, load=cohort_for)
def vignette(request: HttpRequest, cohort: Cohort, story: str) -> HttpResponse:
    """Show one story with its timeline, its people, its scores and its key."""
    course = course_of(cohort)
    told = course.vignettes.get(story)
    if told is None:
        raise Http404
    context = {"cohort": cohort, "course": course, "story": told, "described": found.described(told)}
    return render(request, "course/vignette.html", context | {"people": found.people_of(told)})


@requires(may_run, load=cohort_for)
def exchange(request: HttpRequest, cohort: Cohort, talk: str) -> HttpResponse:
    """Show one conversation as first told, as it went, and what else could be said."""
    course = course_of(cohort)
    told = course.exchanges.get(talk)
    if told is None:
        raise Http404
    context = {"cohort": cohort, "course": course, "talk": told, "described": found.described(told)}
    patterns = [found.PATTERNS[pattern] for pattern in told.patterns]
    return render(request, "course/exchange.html", context | {"patterns": patterns, "met": found.MET[told.wish_met]})
