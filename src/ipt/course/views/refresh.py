"""Pages that look again by themselves, without JavaScript; each also offers to keep still."""

from django.http import HttpResponse

SECONDS = 5


def looking_again(response: HttpResponse) -> HttpResponse:
    """Let the browser ask for the same page again."""
    response["Refresh"] = str(SECONDS)
    return response
