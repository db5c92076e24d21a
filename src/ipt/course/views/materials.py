"""What is read in a block: by everybody in the room, on paper, and by the tutor alone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from ipt.accounts.access import person_of, requires
from ipt.course.models import Cohort
from ipt.course.queries.cohorts import cohort_for
from ipt.course.queries.degree import BLOCK as DEGREES
from ipt.course.queries.materials import Material, held, material_of, open_activities
from ipt.course.queries.timetable import KINDS, shrinking
from ipt.course.queries.venue import venue_lines
from ipt.course.rules.cohorts import may_follow, may_run, role_in


@requires(may_follow, load=cohort_for)
def block(request: HttpRequest, cohort: Cohort, block: str) -> HttpResponse:
    """Show the lesson, what is open now, and where to go on."""
    person = person_of(request)
    material = _material(cohort, block)
    is_tutor = role_in(person, cohort) == "tutor"
    context = _facts(cohort, material) | {
        "activities": open_activities(cohort, material, person),
        "is_tutor": is_tutor,
        "chooses_degree": block == DEGREES and not is_tutor,
    }
    return render(request, "course/block.html", context)


@requires(may_run, load=cohort_for)
def notes(request: HttpRequest, cohort: Cohort, block: str) -> HttpResponse:
    """Show the tutor's notes; delegates have no such page."""
    material = _material(cohort, block)
    activities = [material.course.activity(key) for key in material.block.activities]
    context = _facts(cohort, material) | {"activities": activities, "shrinking": shrinking(material.block)}
    return render(request, "course/block_tutor.html", context)


@requires(may_follow, load=cohort_for)
def handout(request: HttpRequest, cohort: Cohort, block: str) -> HttpResponse:
    """Show the handout as it is printed."""
    material = _material(cohort, block)
    if material.module.handout is None:
        raise Http404
    return render(request, "course/handout.html", {"cohort": cohort, "material": material})


@requires(may_follow, load=cohort_for)
def slides(request: HttpRequest, cohort: Cohort, block: str) -> HttpResponse:
    """Show the slides of a block below each other, to read and to print."""
    material = _material(cohort, block)
    if material.module.slides is None:
        raise Http404
    context = {"cohort": cohort, "material": material, "venue": venue_lines(cohort)}
    return render(request, "course/slides.html", context)


@requires(may_run, load=cohort_for)
def role_cards(request: HttpRequest, cohort: Cohort, block: str) -> HttpResponse:
    """Show the cards of a block's role play as they are cut and handed out; delegates get them from their tutor."""
    material = _material(cohort, block)
    if not material.roleplays:
        raise Http404
    return render(request, "course/role_cards.html", {"cohort": cohort, "material": material})


def _material(cohort: Cohort, key: str) -> Material:
    material = material_of(cohort, key)
    if material is None:
        raise Http404
    return material


def _facts(cohort: Cohort, material: Material) -> dict[str, object]:
    kind = KINDS[material.block.kind]
    lines = venue_lines(cohort)
    return {"cohort": cohort, "material": material, "held": held(cohort, material), "kind": kind, "venue": lines}
