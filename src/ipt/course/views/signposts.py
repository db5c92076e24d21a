"""Where to get help: for everybody, signed in or not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ipt.accounts.access import public
from ipt.course.queries.content import course_on_offer
from ipt.course.queries.signposts import signposts_of


@public
def signposts(request: HttpRequest) -> HttpResponse:
    """Show the signposts and the day on which they were last checked."""
    course = course_on_offer()
    context = {"checked": course.signposts.checked, "signposts": signposts_of(course)}
    return render(request, "course/signposts.html", context)
