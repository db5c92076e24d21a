"""The door of the room, from outside: a code, a name, a moment's wait."""

import secrets

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from ipt.accounts import sessions
from ipt.accounts.access import public, user_of
from ipt.accounts.limits import address_of, allow, has_left, too_many
from ipt.audit.submissions import submission_of
from ipt.course.actions.door import come_in, knock_at
from ipt.course.forms.door import JoinForm
from ipt.course.queries.door import hash_of, knock_by_token, open_room
from ipt.course.rules.cohorts import may_follow
from ipt.course.views.refresh import looking_again

# In the session of a browser that waits outside.
TOKEN = "knock"  # noqa: S105 -- the name of a key
MINUTE = 60
# 100 guesses a minute for 8 hours are 48,000 of 244 million.
WRONG_HERE = 10
WRONG_EVERYWHERE = 100


@public
def join(request: HttpRequest) -> HttpResponse:
    """Take a room code and a name."""
    form = JoinForm(request.POST or None, initial={"code": request.GET.get("code", "")[:20]})
    if request.method != "POST" or not form.is_valid():
        return _page(request, form)
    address = address_of(request)
    if not has_left("code", address, WRONG_HERE) or not has_left("code", "everywhere", WRONG_EVERYWHERE):
        return too_many(request)
    now = timezone.now()
    cohort = open_room(form.cleaned_data["code"], now)
    if cohort is None:
        allow("code", address, WRONG_HERE, MINUTE)
        allow("code", "everywhere", WRONG_EVERYWHERE, MINUTE)
        form.add_error("code", _("No room is open under this code. Look again at the one in the room."))
        return _page(request, form)
    if may_follow(user_of(request), cohort):
        return redirect("course:cohort", cohort.id)
    token = secrets.token_urlsafe(24)
    try:
        knock = knock_at(
            cohort=cohort,
            name=form.cleaned_data["name"],
            token=token,
            before=request.session.get(TOKEN, ""),
            now=now,
            submission=submission_of(request),
        )
    except ValidationError as error:
        form.add_error(None, error)
        return _page(request, form)
    # A page that was sent twice keeps the token of its first sending, whose hash is in the row.
    if knock.token_hash == hash_of(token):
        request.session[TOKEN] = token
    return redirect("course:join_waiting")


@public
def waiting(request: HttpRequest) -> HttpResponse:
    """Wait until a tutor answers; the page looks again by itself. Once let in, this browser is signed in, once."""
    now = timezone.now()
    knock = knock_by_token(request.session.get(TOKEN, ""), now)
    if knock is None:
        return redirect("course:join")
    if knock.answered_at is None:
        response = render(
            request, "course/join_waiting.html", {"knock": knock, "looks_again": "still" not in request.GET}
        )
        return response if "still" in request.GET else looking_again(response)
    if knock.place is None:
        return render(request, "course/join_refused.html", {"knock": knock})
    person = come_in(knock=knock, now=now)
    request.session.pop(TOKEN, None)
    sessions.begin(request, person, by="door")
    return redirect("course:cohort", knock.cohort_id)


def _page(request: HttpRequest, form: JoinForm) -> HttpResponse:
    return render(request, "course/join.html", {"form": form}, status=422 if form.errors else 200)
