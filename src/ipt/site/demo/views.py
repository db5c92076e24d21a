"""The page that lets whoever started the demo in as its tutor."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.crypto import constant_time_compare

from ipt.accounts import sessions
from ipt.accounts.access import public
from ipt.accounts.models import Person
from ipt.site.demo.folder import Note


@public
def tutor(request: HttpRequest, token: str) -> HttpResponse:
    """Let in whoever has the address that was printed when the demo was started, and nobody else."""
    note = Note.read(settings.DATA)
    if note is None or not constant_time_compare(token, note.tutor_token):
        raise Http404
    person = get_object_or_404(Person, id=note.tutor)
    if request.method == "POST":
        sessions.begin(request, person, by="demo")
        return redirect("home")
    response = render(request, "site/demo_tutor.html", {"person": person, "password": note.password})
    response["Cache-Control"] = "no-store, private"
    return response
