"""The events of the course."""

from ipt.audit.registry import register

EVENTS = {
    "course.pack.added": "A version of the content was added",
    "course.cohort.planned": "A cohort was planned",
    "course.cohort.changed": "A cohort was changed",
    "course.cohort.published": "A cohort was published",
    "course.cohort.repinned": "A cohort was moved to another version of the content",
    "course.cohort.decision_due": "The go/no-go decision was announced as due",
    "course.cohort.decided": "The go/no-go decision was taken",
    "course.cohort.cancelled": "A cohort was cancelled",
    "course.cohort.finished": "A cohort was finished",
    "course.half_day.moved": "A half-day was moved",
    "course.tutor.added": "A tutor was added",
    "course.tutor.removed": "A tutor was removed",
    "course.place.taken": "A place was taken",
    "course.place.waiting": "Somebody joined the waiting list",
    "course.place.offered": "A place was offered",
    "course.place.accepted": "An offered place was accepted",
    "course.place.lapsed": "An offer ran out",
    "course.place.withdrawn": "A place was given up",
    "course.place.replaced": "Somebody took over a place",
    "course.place.asked_again": "Somebody who is in the cohort asked again",
    "course.place.link_renewed": "Somebody was made a new link",
    "course.people.imported": "A list of people was enrolled",
    "course.place.changed": "A place's details were changed",
    "course.place.degree_chosen": "Somebody said how far they want to use IPT, or left it open",
    "course.room.opened": "The room was opened",
    "course.room.closed": "The room was closed",
    "course.room.knocked": "Somebody knocked at the room",
    "course.room.let_in": "Somebody was let in",
    "course.room.entered": "Somebody came in",
    "course.room.knocks_forgotten": "Knocks of the day before were forgotten",
    "course.room.turned_away": "Somebody was turned away",
    "course.attendance.marked": "Attendance was marked",
    "course.attendance.corrected": "Attendance was corrected",
    "course.certificates.issued": "Certificates were issued to a cohort",
    "course.certificate.issued": "A certificate was issued",
    "course.certificate.replaced": "A certificate was replaced",
    "course.certificate.revoked": "A certificate was revoked",
    "course.sitting.opened": "An activity was opened",
    "course.sitting.closed": "An activity was closed",
    "course.sitting.revealed": "Results were shown",
    "course.response.given": "An answer was given",
    "course.box.answered": "Feedback was given",
    "course.quote.shown": "A quote was chosen for the prospectus",
    "course.quote.hidden": "A quote was taken off the prospectus",
    "course.quote.withdrawn": "Consent to quote was withdrawn",
    "course.feed.renewed": "A calendar address was made",
    "course.feed.stopped": "A calendar address was stopped",
}


def register_events() -> None:
    """Register them all."""
    for name, label in EVENTS.items():
        register(name, label)
