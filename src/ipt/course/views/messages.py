"""What is written to the people of a cohort: the list, each message as it is sent, and every kind beforehand."""

from django.conf import settings
from django.contrib import messages as said
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ipt.accounts.access import person_of, requires
from ipt.course.mail.kinds import label_of
from ipt.course.mail.samples import samples
from ipt.course.models import Cohort
from ipt.course.queries.cohorts import cohort_for
from ipt.course.queries.messages import CohortMessage, message_for, rows_of
from ipt.course.rules.cohorts import may_run
from ipt.course.rules.messages import may_read_message
from ipt.outbox.actions import send_again
from ipt.outbox.queries import counts_about, masked, messages_about
from ipt.outbox.sending import calendar_parts

ON_A_PAGE = 50


@requires(may_run, load=cohort_for)
@require_safe
def messages(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """List all messages, newest first."""
    counts = counts_about(cohort.id)
    paginator = Paginator(messages_about(cohort.id), ON_A_PAGE)
    # The number of all is known: it need not be counted again.
    paginator.count = counts.sent + counts.unsent
    page = paginator.get_page(request.GET.get("page"))
    rows = [(row, label_of(row.message.kind)) for row in rows_of(page.object_list)]
    context = {"cohort": cohort, "counts": counts, "page": page, "rows": rows, "has_server": bool(settings.MAIL_URL)}
    return render(request, "course/messages.html", context)


@requires(may_read_message, load=message_for)
@require_safe
def message(request: HttpRequest, found: CohortMessage) -> HttpResponse:
    """Show one message exactly as it is sent, but for the address that only its recipient may know."""
    [row] = rows_of([found.message])
    context = {
        "cohort": found.cohort,
        "row": row,
        "message": found.message,
        "label": label_of(found.message.kind),
        "body": masked(found.message.body),
        "dates": len(calendar_parts(found.message.calendar)),
        "sender": settings.DEFAULT_FROM_EMAIL,
    }
    return render(request, "course/message.html", context)


@requires(may_read_message, load=message_for)
@require_POST
def again(request: HttpRequest, found: CohortMessage) -> HttpResponse:
    """Give a message that could not be sent a fresh start."""
    send_again(message=found.message, actor=person_of(request).id, now=timezone.now())
    said.success(request, _("It goes out with the next round of messages."))
    return redirect("course:message", found.message.id)


@requires(may_run, load=cohort_for)
@require_safe
def kinds(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Show every kind of message with this cohort's facts, before any is sent."""
    context = {"cohort": cohort, "samples": samples(cohort, timezone.now())}
    return render(request, "course/message_kinds.html", context)
