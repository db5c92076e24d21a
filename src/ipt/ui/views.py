"""The living page: every component in every state, and the error pages, for whoever builds a page."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ipt.ui import gallery, icons

ERRORS = ("400", "403_csrf", "404", "413", "429", "500", "503")


def ui_page(request: HttpRequest) -> HttpResponse:
    """Show every component; `?verb=` changes the accent."""
    messages.success(request, _("Ada has a place. An e-mail is on its way to her."))
    context = {
        "verb": request.GET.get("verb", "learn"),
        "empty_form": gallery.GalleryForm(prefix="empty"),
        "form": gallery.GalleryForm(gallery.WRONG),
        "icons": icons.names(),
        "errors": ERRORS,
        "document": gallery.document(),
        **gallery.parts(),
    }
    return render(request, "ui/gallery/page.html", context)


def error_page(request: HttpRequest, name: str) -> HttpResponse:
    """Show an error page as a person would meet it."""
    if name not in ERRORS:
        raise Http404
    typed = [("comment", "What I had written before the page grew too old.")] if name == "403_csrf" else []
    facts = {"request_id": "7f3a91c2", "typed": typed}
    return render(request, f"{name}.html", facts, status=int(name[:3]))
