"""Every page of the product, filled from the demo: which exist for whom, and why some addresses are no pages."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils import timezone

from ipt.accounts.actions.links import make_link
from ipt.accounts.actions.people import add_person
from ipt.accounts.models import Link
from ipt.course.models import Certificate, Cohort, Place, Sitting
from ipt.course.queries.packs import course_of
from ipt.library import Course, Deck, Document
from ipt.outbox.models import Message
from ipt.site.data_folder import data_folder
from ipt.site.demo.folder import Note

Arguments = tuple[object, ...]

# Addresses that nobody looks at, and what they are instead.
NO_PAGES = {
    "accounts:first_run": "gone once there is an account: has a test of its own",
    "accounts:end_others": "takes a button",
    "accounts:end_session": "takes a button",
    "course:open_door": "takes a button",
    "course:close_door": "takes a button",
    "course:answer_knock": "takes a button",
    "course:turn_away": "takes a button",
    "course:message_again": "takes a button",
    "course:calendar_file": "a file",
    "course:calendar_stop": "takes a button",
    "course:calendar_feed": "a file",
    "course:check_in": "takes a button",
    "course:certificate_pdf": "a file",
    "course:open_sitting": "takes a button",
    "course:reveal_results": "takes a button",
    "course:export_answers": "a file",
    "course:choose_quote": "takes a button",
}


class Demo:
    """What the demo holds."""

    @cached_property
    def main(self) -> Cohort:
        """Give the cohort that is on the morning of its second day."""
        return self.ada.cohort

    @cached_property
    def ada(self) -> Place:
        note = Note.read(data_folder())
        assert note is not None
        return Place.objects.select_related("cohort", "person").get(person_id=note.delegate)

    @cached_property
    def tutored(self) -> list[Cohort]:
        """Give all cohorts of the tutor: the one that is on, one that is over, one that is full."""
        return list(Cohort.objects.filter(memberships__person__name__startswith="Tea").order_by("created_at"))

    @property
    def over(self) -> Cohort:
        return next(cohort for cohort in self.tutored if cohort.state == Cohort.State.FINISHED)

    @property
    def places(self) -> list[Place]:
        """Give one place of each state."""
        return list({place.state: place for place in Place.objects.filter(cohort__in=self.tutored)}.values())

    @property
    def sittings(self) -> list[Sitting]:
        """Give one sitting of each linkage, open and closed."""
        found = Sitting.objects.filter(cohort__in=self.tutored)
        return list({(sitting.linkage, sitting.is_open): sitting for sitting in found}.values())

    @property
    def certificates(self) -> list[Certificate]:
        """Give one certificate of each state."""
        return list({one.state: one for one in Certificate.objects.filter(place__cohort__in=self.tutored)}.values())

    @property
    def messages(self) -> list[Message]:
        """Give one message of each kind."""
        return list({one.kind: one for one in Message.objects.filter(about__in=[c.id for c in self.tutored])}.values())

    def blocks(self, part: str) -> list[Arguments]:
        """Give the blocks whose lesson, notes, slides or handout brings a piece that none before it has."""
        chosen: list[Arguments] = []
        seen: set[str] = set()
        for block in self.course.blocks:
            document = getattr(block.module, part, None)
            if document is not None and not pieces_of(document) <= seen:
                seen |= pieces_of(document)
                chosen.append((self.main.id, block.key))
        return chosen

    @property
    def course(self) -> Course:
        return course_of(self.main)

    def first(self, *keyed: Iterable[str]) -> list[Arguments]:
        """Give the first of each list of keys."""
        return [(self.main.id, next(iter(keys))) for keys in keyed]

    def link(self, kind: Link.Kind) -> str:
        now = timezone.now()
        person = self.ada.person if kind == Link.Kind.PERSONAL else add_person(name="Nia New", actor=None, now=now)
        return make_link(person=person, kind=kind, actor=None, now=now)


def pieces_of(document: Document | Deck) -> frozenset[str]:
    """Name what a text is made of: tables, lists, callouts of each kind, what is set in."""
    nodes = document.nodes if isinstance(document, Document) else [n for one in document.slides for n in one.nodes]
    return frozenset(f"{type(node).__name__} {getattr(node, 'kind', '')}" for node in nodes)


def each(*things: Cohort | Place | Sitting | Certificate | Message) -> list[Arguments]:
    return [(thing.pk,) for thing in things]


@dataclass(frozen=True, slots=True)
class Row:
    """Pages of one name; `who` may see them: s(tranger), d(elegate), t(utor)."""

    name: str
    who: str
    fill: Callable[[Demo], Iterable[Arguments]] = lambda _demo: [()]
    query: str = ""


ROWS = (
    Row("home", "sdt"),
    *(Row(name, "s") for name in ("account_login", "account_reset_password", "account_reset_password_done")),
    Row("account_reset_password_from_key", "s", lambda _: [("0", "no-such-key")]),
    Row("account_reset_password_from_key_done", "s"),
    Row("account_inactive", "s"),
    Row("accounts:link", "s", lambda demo: [(demo.link(Link.Kind.PERSONAL),), (demo.link(Link.Kind.INVITATION),)]),
    Row("accounts:account", "dt"),
    Row("accounts:claim", "d"),
    Row("account_change_password", "t"),
    Row("account_logout", "dt"),
    *(Row(name, "sdt") for name in ("course:prospectus", "course:evidence", "course:signposts", "course:verify")),
    Row("course:verify_number", "s", lambda demo: [(one.number,) for one in demo.certificates]),
    Row("course:withdraw_quote", "s"),
    Row("course:join", "s"),
    Row("course:join_waiting", "s", query="?still"),
    Row("course:enrol", "s", lambda demo: each(*(one for one in demo.tutored if one.takes_enrolments))),
    Row("course:enrol", "d", lambda demo: each(demo.main)),
    Row("course:thanks", "sd", lambda demo: each(demo.main)),
    Row("course:cohorts", "dt"),
    Row("course:plan", "t"),
    Row("course:cohort", "d", lambda demo: each(demo.main)),
    Row("course:cohort", "t", lambda demo: each(*demo.tutored)),
    *(
        Row(f"course:{name}", "t", lambda demo: each(demo.main))
        for name in (
            *("edit", "dates", "venue", "content", "publish", "decide", "cancel", "finish", "tutors"),
            *("people_add", "people_import", "door", "message_kinds"),
        )
    ),
    *(
        Row(f"course:{name}", "t", lambda demo: each(*demo.tutored))
        for name in ("people", "messages", "register", "certificates", "sittings", "feedback", "needs")
    ),
    Row("course:degree", "d", lambda demo: each(demo.main)),
    Row("course:place", "d", lambda demo: each(demo.ada)),
    Row("course:place", "t", lambda demo: each(*demo.places)),
    *(
        Row(f"course:{name}", "dt", lambda demo: each(demo.ada))
        for name in ("place_edit", "place_withdraw", "place_accept", "standing")
    ),
    Row("course:calendar", "d", lambda demo: each(demo.ada)),
    *(
        Row(f"course:{name}", "t", lambda demo: each(demo.ada))
        for name in ("place_offer", "place_substitute", "place_link")
    ),
    Row("course:message", "t", lambda demo: each(*demo.messages)),
    Row("course:register_half_day", "t", lambda demo: [(demo.main.id, 2), (demo.main.id, 6)]),
    *(
        Row(f"course:{name}", "t", lambda demo: each(demo.certificates[0]))
        for name in ("certificate_correct", "certificate_revoke")
    ),
    Row("course:sittings", "d", lambda demo: each(demo.main)),
    Row("course:sitting", "d", lambda demo: each(*demo.main.sittings.order_by("opened_at"))),
    Row("course:results", "d", lambda demo: each(*demo.main.sittings.exclude(revealed_at=None))),
    Row("course:results", "t", lambda demo: each(*demo.sittings)),
    *(Row(f"course:{name}", "t", lambda demo: each(*demo.sittings[:1])) for name in ("close_sitting", "sitting_paper")),
    Row("course:timetable", "dt", lambda demo: each(demo.main)),
    Row("course:block", "d", lambda demo: demo.blocks("lesson")),
    Row("course:handout", "d", lambda demo: demo.blocks("handout")),
    Row("course:block_tutor", "t", lambda demo: demo.blocks("tutor")),
    Row("course:slides", "d", lambda demo: demo.blocks("slides")),
    Row("course:role_cards", "t", lambda demo: [(demo.main.id, "naming-practice")]),
    Row("course:papers", "dt", lambda demo: each(demo.main)),
    Row("course:paper", "d", lambda demo: demo.first(["grief"], ["my-early-signs-and-plan"], ["pre-reading"])),
    Row("course:paper", "t", lambda demo: demo.first(["tutors-guide"], ["champion-kit"])),
    Row("course:monday", "dt", lambda demo: each(demo.main)),
    Row("course:monday_card", "d", lambda demo: demo.first(demo.course.monday)),
    Row("course:stories", "t", lambda demo: each(demo.main)),
    Row("course:vignette", "t", lambda demo: demo.first(demo.course.vignettes, ["marguerite"])),
    Row("course:exchange", "t", lambda demo: demo.first(demo.course.exchanges)),
)


def addresses(who: str) -> list[str]:
    """Give the address of every page for one person."""
    demo = Demo()
    rows = [row for row in ROWS if who in row.who]
    return [reverse(row.name, args=arguments) + row.query for row in rows for arguments in row.fill(demo)]


def show() -> None:
    """Print all addresses and the code of the room, for another process."""
    print(json.dumps([{who: addresses(who) for who in "sdt"}, Demo().main.room_code]))
