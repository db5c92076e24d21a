"""Issue, print, correct, revoke and verify certificates."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ipt.accounts.access import person_of, public, requires
from ipt.accounts.limits import address_of, allow, too_many
from ipt.audit.submissions import submission_of
from ipt.course.actions.certificates import correct_certificate, issue_certificates, revoke_certificate
from ipt.course.forms.certificates import CorrectForm, RevokeForm, VerifyForm
from ipt.course.models import Certificate, Cohort
from ipt.course.pdf import NOT_A_QUALIFICATION, attended_in_words, certificate_pdf, dates_of
from ipt.course.queries import certificates as queries
from ipt.course.queries.attendance import register_of
from ipt.course.queries.cohorts import cohort_for
from ipt.course.rules.certificates import may_run_certificate, may_see_certificate
from ipt.course.rules.cohorts import may_run
from ipt.course.views.posting import FormPage, attempt, form_page


@requires(may_run, load=cohort_for)
def certificates(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Show who meets the rule and who has a certificate; issue those that are due."""
    if request.method == "POST":
        issued = issue_certificates(
            cohort=cohort, actor=person_of(request), now=timezone.now(), submission=submission_of(request)
        )
        words = ngettext("%(n)s certificate was issued.", "%(n)s certificates were issued.", len(issued))
        messages.success(request, words % {"n": len(issued)})
        return redirect("course:certificates", cohort.id)
    whole = register_of(cohort)
    latest = {
        certificate.place_id: certificate
        for certificate in Certificate.objects.filter(place__cohort=cohort).order_by("issued_at")
    }
    standings = {
        place.id: queries.standing_from(cohort, whole.half_days, whole.marks.get(place.id, {}))
        for place in whole.places
    }
    rows = [
        {"place": place, "standing": standings[place.id], "certificate": latest.get(place.id)} for place in whole.places
    ]
    due = sum(standing.met for key, standing in standings.items() if key not in latest)
    context = {"cohort": cohort, "rows": rows, "due": due, "rule": queries.rule_in_words(cohort)}
    return render(request, "course/certificates.html", context)


@requires(may_see_certificate, load=queries.certificate_for)
def certificate_file(request: HttpRequest, certificate: Certificate) -> HttpResponse:  # noqa: ARG001 -- the rule needs it
    """Give the PDF; one that is not valid any more is not printed."""
    if certificate.state != Certificate.State.VALID:
        return redirect("course:verify_number", certificate.number)
    response = HttpResponse(certificate_pdf(certificate).data, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{certificate.number}.pdf"'
    return response


@requires(may_run_certificate, load=queries.certificate_for)
def correct(request: HttpRequest, certificate: Certificate) -> HttpResponse:
    """Issue it again, under the right name."""
    form = CorrectForm(request.POST or None, initial={"name": certificate.name})
    fresh = attempt(
        form,
        lambda: correct_certificate(
            certificate=certificate,
            name=form.cleaned_data["name"],
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        ),
    )
    if fresh:
        messages.success(request, _("Issued again with the number %(number)s.") % {"number": fresh.number})
        return redirect("course:certificates", certificate.place.cohort_id)
    return form_page(request, _page(certificate, _("Correct or re-issue"), _("Issue again")), form)


@requires(may_run_certificate, load=queries.certificate_for)
def revoke(request: HttpRequest, certificate: Certificate) -> HttpResponse:
    """Declare it void, with a reason that the public may read."""
    form = RevokeForm(request.POST or None)
    revoked = attempt(
        form,
        lambda: revoke_certificate(
            certificate=certificate,
            reason=form.cleaned_data["reason"],
            actor=person_of(request),
            now=timezone.now(),
            submission=submission_of(request),
        ),
    )
    if revoked:
        messages.success(request, _("%(number)s is revoked.") % {"number": certificate.number})
        return redirect("course:certificates", certificate.place.cohort_id)
    return form_page(request, _page(certificate, _("Revoke a certificate"), _("Revoke"), danger=True), form)


def _page(certificate: Certificate, title: str, label: str, *, danger: bool = False) -> FormPage:
    """Ask about one certificate."""
    back = reverse("course:certificates", args=[certificate.place.cohort_id])
    return FormPage(
        title=title,
        label=label,
        lede=f"{certificate.number}, {certificate.name}",
        back=back,
        cohort=certificate.place.cohort,
        parent=(_("Certificates"), back),
        danger=danger,
    )


@public
def verify(request: HttpRequest) -> HttpResponse:
    """Ask for a number."""
    form = VerifyForm(request.GET if "number" in request.GET else None)
    if form.is_valid():
        if not allow("verify", address_of(request), most=60, seconds=60):
            return too_many(request)
        found = queries.by_number(form.cleaned_data["number"])
        if found:
            return redirect("course:verify_number", found.number)
        form.add_error("number", _("No certificate has this number. Check it letter by letter against the paper."))
    return render(request, "course/verify.html", {"form": form}, status=422 if form.errors else 200)


@public
def verify_number(request: HttpRequest, number: str) -> HttpResponse:
    """Repeat what the certificate states, so that an altered paper is found out; say when it is void."""
    if not allow("verify", address_of(request), most=60, seconds=60):
        return too_many(request)
    certificate = queries.by_number(number)
    if certificate is None:
        form = VerifyForm({"number": number})
        form.add_error("number", _("No certificate has this number. Check it letter by letter against the paper."))
        return render(request, "course/verify.html", {"form": form}, status=404)
    facts = certificate.facts
    context = {
        "certificate": certificate,
        "facts": facts,
        "dates": dates_of(certificate),
        "attended": attended_in_words(facts["half_days"], facts["minutes"]) if facts else "",
        "replaced_by": Certificate.objects.filter(replaces=certificate).first(),
        "not_a_qualification": _(NOT_A_QUALIFICATION),
    }
    return render(request, "course/verified.html", context)
