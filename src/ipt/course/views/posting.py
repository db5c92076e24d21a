"""What pages that write have in common: try the action, and show the form again when a rule says no."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django_stubs_ext import StrOrPromise

from ipt.course.models import Cohort

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """One question to a person: what it is about, what will happen, how the button reads, the way back."""

    title: StrOrPromise
    label: StrOrPromise
    back: str
    cohort: Cohort | None = None
    lede: StrOrPromise = ""
    text: Sequence[StrOrPromise] = ()
    # For what cannot be undone.
    danger: bool = False
    # The page of the cohort that this one belongs to: (words, address).
    parent: tuple[StrOrPromise, str] | None = None


def attempt(form: Form, action: Callable[[], Result]) -> Result | None:
    """Run an action on a valid form; a rule that says no becomes an error of the form."""
    if not (form.is_bound and form.is_valid()):
        return None
    try:
        return action()
    except ValidationError as error:
        # A mistake of another room may name a field of its own; here its sentence is enough.
        named = getattr(error, "error_dict", {})
        form.add_error(None, error if named.keys() <= form.fields.keys() else ValidationError(error.messages))
        return None


def form_page(request: HttpRequest, page: FormPage, form: Form, template: str = "course/form.html") -> HttpResponse:
    """Show the question; 422 when what was sent cannot be used."""
    status = 422 if form.is_bound and form.errors else 200
    return render(request, template, {"page": page, "cohort": page.cohort, "form": form}, status=status)
