"""Answering: the promise first, then the questions; what was typed stays on the page and goes nowhere else."""

from collections.abc import Mapping

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from ipt.accounts.access import Refused, person_of, requires
from ipt.activities import Activity, Check, Data, Json, Plan, Submitted, parse_activity, score
from ipt.audit.submissions import submission_of
from ipt.course.actions.answers import answer_box, give_response
from ipt.course.box import code_in, new_code, spelled
from ipt.course.models import Place, Sitting
from ipt.course.queries.degree import in_words
from ipt.course.queries.packs import course_of
from ipt.course.queries.places import own_place
from ipt.course.queries.sittings import activity_of, has_answered, is_receipt, sitting_for
from ipt.course.rules.sittings import may_answer
from ipt.ui.asking import asked, mistakes, said, written


@requires(may_answer, load=sitting_for)
def sitting(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Answer one sitting, or see that it is answered or closed."""
    place = own_place(person_of(request), sitting.cohort)
    if place is None:
        raise Refused
    sitting.cohort.own_place_id = place.id  # type: ignore[attr-defined] # as queries.cohorts.visible_to gives it
    sitting.cohort.own_degree = in_words(place)  # type: ignore[attr-defined] # a plan follows it
    answer = _unlinked if sitting.linkage == Sitting.Linkage.UNLINKED else _linked
    return answer(request, sitting, place)


def _linked(request: HttpRequest, sitting: Sitting, place: Place) -> HttpResponse:
    """Named and confidential: kept with the place, changed until it closes; a check is answered once."""
    activity = activity_of(sitting)
    if request.method == "POST":
        return _give(request, sitting, place, activity)
    kept = sitting.responses.filter(place=place).first()
    if kept and (not sitting.is_open or _has_check(activity)):
        return _own_answer(request, sitting, activity, kept.values)
    if not sitting.is_open:
        return _closed(request, sitting, activity)
    return _page(request, sitting, activity, written(activity, kept.values) if kept else {}, changing=kept is not None)


def _give(request: HttpRequest, sitting: Sitting, place: Place, activity: Activity) -> HttpResponse:
    sent = parse_activity(activity, dict(request.POST.lists()))
    if not sitting.is_open:
        return _closed(request, sitting, activity, sent.typed)
    if not sent.ok:
        return _page(request, sitting, activity, sent.typed, errors=sent.errors)
    try:
        give_response(
            sitting=sitting,
            place=place,
            values=sent.values,
            now=timezone.now(),
            submission=submission_of(request),
        )
    except ValidationError as error:
        return _refused(request, sitting, activity, sent, error)
    messages.success(request, _("Your answer is kept."))
    return redirect("course:sitting", sitting.id)


def _unlinked(request: HttpRequest, sitting: Sitting, place: Place) -> HttpResponse:
    """Unlinked: counted into the box, once; nothing is left to change or to see again."""
    code = code_in(request.POST.get("receipt", ""))
    if has_answered(sitting, place):
        return _answered(request, sitting, code if code and is_receipt(sitting, code) else "")
    activity = activity_of(sitting)
    if request.method != "POST":
        return _page(request, sitting, activity, {}) if sitting.is_open else _closed(request, sitting, activity)
    sent = parse_activity(activity, dict(request.POST.lists()))
    if not sitting.is_open:
        return _closed(request, sitting, activity, sent.typed)
    code = code or new_code()
    if not sent.ok:
        return _page(request, sitting, activity, sent.typed, errors=sent.errors, code=code)
    try:
        answer_box(
            sitting=sitting, place=place, activity=activity, values=sent.values, receipt=code, now=timezone.now()
        )
    except ValidationError as error:
        return _refused(request, sitting, activity, sent, error)
    return _answered(request, sitting, code if is_receipt(sitting, code) else "", first=True)


def _page(
    request: HttpRequest,
    sitting: Sitting,
    activity: Activity,
    typed: Data,
    *,
    errors: Mapping[str, str] | None = None,
    sentence: str = "",
    code: str = "",
    changing: bool = False,
) -> HttpResponse:
    """Show the questions; 422 when what was sent cannot be used."""
    parts = asked(activity, typed, errors)
    context = {
        "sitting": sitting,
        "cohort": sitting.cohort,
        "activity": activity,
        "parts": parts,
        "mistakes": mistakes(parts),
        "sentence": sentence,
        "changing": changing,
        "once": _has_check(activity),
        "plans": any(isinstance(part, Plan) for part in activity.parts),
        "receipt": (code or new_code()) if sitting.linkage == Sitting.Linkage.UNLINKED else "",
    }
    return render(request, "course/sitting.html", context, status=422 if errors or sentence else 200)


def _closed(request: HttpRequest, sitting: Sitting, activity: Activity, typed: Data | None = None) -> HttpResponse:
    """Say that it is closed; what was typed is on the page to copy from, and stored nowhere."""
    fields = [field for part in asked(activity, typed) for field in part.fields if field.said]
    context = {"sitting": sitting, "cohort": sitting.cohort, "activity": activity, "typed": fields}
    return render(request, "course/sitting_closed.html", context, status=422 if typed is not None else 200)


def _refused(
    request: HttpRequest, sitting: Sitting, activity: Activity, sent: Submitted, error: ValidationError
) -> HttpResponse:
    """Show what was typed again, with the reason; a sitting that closed meanwhile takes no more."""
    sitting.refresh_from_db(fields=["closed_at"])
    if not sitting.is_open:
        return _closed(request, sitting, activity, sent.typed)
    return _page(request, sitting, activity, sent.typed, sentence=error.messages[0])


def _own_answer(request: HttpRequest, sitting: Sitting, activity: Activity, values: Mapping[str, Json]) -> HttpResponse:
    """Show a person their own answer; of a check also what is right, why, and where that is written."""
    scores = [found for part in activity.parts if (found := score(part, values.get(part.key)))]
    course = course_of(sitting.cohort)
    context = {
        "sitting": sitting,
        "cohort": sitting.cohort,
        "activity": activity,
        "said": said(activity, {key: value for key, value in values.items() if not _is_check(activity, key)}),
        "scores": scores,
        "references": course.sources(
            [answer.source for one in scores for answer in one.answers if answer.source in course.references]
        ),
    }
    return render(request, "course/own_answer.html", context)


def _answered(request: HttpRequest, sitting: Sitting, code: str, *, first: bool = False) -> HttpResponse:
    """Thank for feedback, or say that it is given; the receipt code is shown here alone, to its writer alone."""
    context = {"sitting": sitting, "cohort": sitting.cohort, "code": spelled(code), "first": first or bool(code)}
    return render(request, "course/answered.html", context)


def _has_check(activity: Activity) -> bool:
    return any(isinstance(part, Check) for part in activity.parts)


def _is_check(activity: Activity, key: str) -> bool:
    return isinstance(activity.part(key), Check)
