"""A cohort from its plan to its certificates, lived by a tutor and seventeen people at windows of their own."""

import datetime as dt
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser import delegate as doing
from tests.browser import tutor as tutoring
from tests.browser.figures import percentages
from tests.browser.house import House
from tests.browser.visitor import Visitor, with_mouse
from tests.browser.window import Window

pytestmark = [pytest.mark.browser, pytest.mark.postgres_journey]

COHORT = "Spring cohort, Northside"
NAMES = (
    *("Ada Adeyemi", "Ben Bright", "Chloe Chan", "Dai Davies", "Esther Eze", "Farid Faizi", "Grace Gill", "Hana Horák"),
    *(
        "Ivo Ilić",
        "Jude Jones",
        "Kim Kaur",
        "Lena Lind",
        "Mo Malik",
        "Nia Nowak",
        "Oskar Ortiz",
        "Pia Patel",
        "Quin Roy",
    ),
)
# Chloe gives up her place, Pia gets it, Quin waits in vain; Dai is not there on the second afternoon.
GIVES_UP, NEXT, WAITS, ABSENT = NAMES[2], NAMES[15], NAMES[16], NAMES[3]
ROOM = tuple(name for name in NAMES if name not in {GIVES_UP, WAITS})
MARKS = {name: (3 + number % 3, 4 + number % 2) for number, name in enumerate(ROOM)}
QUOTE = "Three days that I use every week."


def email_of(name: str) -> str:
    return f"{name.split(maxsplit=1)[0].lower()}@example.org"


class Story:
    """The people of the story, each at a window of their own, opened when they first appear."""

    def __init__(self, house: House, window_at: Callable[..., Window]) -> None:
        self.house = house
        self.window_at = window_at
        self.people: dict[str, Visitor] = {}

    def person(self, name: str) -> Visitor:
        if name not in self.people:
            self.people[name] = with_mouse(self.window_at(self.house.address))
        return self.people[name]

    def by_link(self, name: str) -> Visitor:
        """Let somebody come by the link in their newest e-mail."""
        visitor = self.person(name)
        doing.come_by_link(visitor, self.house.link_for(email_of(name)))
        return visitor


def test_a_cohort_from_invitation_to_certificate(
    house: House, window_at: Callable[..., Window], tmp_path: Path
) -> None:
    story = Story(house, window_at)
    tea = story.person("Tea Tanner")
    tea.open(house.first_run)
    tutoring.make_the_first_account(tea, "Tea Tanner", "tea@example.org", "four calm words here")
    shared = tutoring.plan_a_cohort(tea, COHORT, dt.datetime.now(dt.UTC).date() + dt.timedelta(days=30))
    everybody_signs_up(story, shared)
    one_withdraws_and_the_next_takes_her_place(story)
    tutoring.decide_to_go(tea)
    they_say_what_they_need(story)
    six_half_days(story)
    they_answer_in_the_room(story)
    feedback_is_counted(story, tmp_path)
    certificates(story)
    the_public_reads_the_ratings(story)


def everybody_signs_up(story: Story, shared: str) -> None:
    for name in NAMES:
        doing.ask_for_a_place(story.person(name), shared, name, email_of(name))
    story.house.tick()
    subjects = [story.house.newest_mail(email_of(name))["Subject"] for name in NAMES]
    assert subjects == [f"Your place: {COHORT}"] * 15 + [f"You are on the waiting list: {COHORT}"] * 2
    tutoring.go_to(story.person("Tea Tanner"), "People")
    story.person("Tea Tanner").sees("Places taken: 15 of 15. Waiting: 2.")


def one_withdraws_and_the_next_takes_her_place(story: Story) -> None:
    chloe = story.by_link(GIVES_UP)
    doing.give_up_the_place(chloe)
    story.house.tick()
    assert story.house.newest_mail(email_of(NEXT))["Subject"] == f"A place for you: {COHORT}"
    assert story.house.newest_mail(email_of(WAITS))["Subject"] == f"You are on the waiting list: {COHORT}"
    doing.accept_the_offer(story.by_link(NEXT))
    tutoring.go_to(story.person("Tea Tanner"), "People")
    story.person("Tea Tanner").sees("Places taken: 15 of 15. Waiting: 1.")


def they_say_what_they_need(story: Story) -> None:
    """The questions were opened when the cohort was published."""
    tea = story.person("Tea Tanner")
    for name in ROOM:
        visitor = story.by_link(name)
        visitor.follow("Answer the questions")
        doing.answer_the_needs(visitor, "Nurse or health visitor", ["Ward"], "To listen better")
    tutoring.go_to(tea, "Their needs")
    tea.sees("15 of 15")


def six_half_days(story: Story) -> None:
    """The days are put back to this week's, now that nobody can enrol any more."""
    tea = story.person("Tea Tanner")
    tutoring.move_the_dates(tea, [dt.datetime.now(dt.UTC).date() - dt.timedelta(days=back) for back in (3, 2, 1)])
    for number in range(1, 7):
        tutoring.take_the_register(tea, number, ROOM, absent=ABSENT if number == 4 else "")


def they_answer_in_the_room(story: Story) -> None:
    tea = story.person("Tea Tanner")
    tutoring.open_activity(tea, "What you hope for")
    tutoring.go_to(tea, "Feedback")
    tea.press("Open the feedback form")
    for number, name in enumerate(ROOM):
        visitor = story.person(name)
        visitor.open("/")
        visitor.follow("Give feedback")
        comment = QUOTE if number == 0 else f"Comment {number}: more practice, please." if number % 2 else ""
        doing.give_feedback(visitor, *MARKS[name], comment, may_quote=number == 0)
        visitor.follow("Back to the course")
        visitor.follow("Answer")
        visitor.write("Word or short phrase 1", "listening")
        visitor.press("Send")
        visitor.sees("Your answer is kept.")


def feedback_is_counted(story: Story, folder: Path) -> None:
    tea = story.person("Tea Tanner")
    tutoring.close_feedback(tea)
    tea.sees("15 of 15 people answered.", QUOTE)
    taken = tea.download("Export (CSV)")
    taken.save_as(folder / "feedback.csv")
    shown = {
        "presentation": tutoring.percentage_of(tea, "How the course was presented"),
        "relevance": tutoring.percentage_of(tea, "How relevant it was to your work"),
    }
    assert shown == percentages(folder / "feedback.csv") == {"presentation": 80, "relevance": 89}
    tea.press("Quote it on the prospectus")
    tea.sees("The comment stands on the prospectus now.")


def certificates(story: Story) -> None:
    tea = story.person("Tea Tanner")
    tutoring.go_to(tea, "Certificates")
    tea.press("Issue 14 certificates")
    tea.sees("14 certificates were issued.")
    expect(tea.main.get_by_role("link", name=re.compile("^Open"))).to_have_count(14)
    dai = story.person(ABSENT)
    dai.open("/")
    doing.open_menu_of_course(dai, "Attendance and certificate")
    dai.sees("You have 5 of 6 half-days.", "What is missing", "Day 2 afternoon is missing")
    expect(dai.main.get_by_role("link", name="Open the certificate (PDF)")).to_have_count(0)
    number = ada_takes_hers(story)
    a_stranger_verifies_it(story, number, "This certificate is valid", NAMES[0])
    tea.follow(f"Revoke {NAMES[0]}")
    tea.write("Reason", "Issued by mistake")
    tea.press("Revoke")
    tea.sees(f"{number} is revoked.")
    a_stranger_verifies_it(story, number, "This certificate was revoked", "Issued by mistake")


def ada_takes_hers(story: Story) -> str:
    ada = story.person(NAMES[0])
    ada.open("/")
    doing.open_menu_of_course(ada, "Attendance and certificate")
    taken = ada.download("Open the certificate (PDF)")
    number = taken.suggested_filename.removesuffix(".pdf")
    paper = PdfReader(io.BytesIO(taken.path().read_bytes()))
    words = " ".join(page.extract_text() for page in paper.pages)
    assert number in words
    assert NAMES[0] in words
    return number


def a_stranger_verifies_it(story: Story, number: str, heading: str, words: str) -> None:
    stranger = story.person("An employer")
    stranger.open("/")
    stranger.follow("Check a certificate")
    stranger.write("Certificate number", number.lower().replace("-", " "))
    stranger.press("Check")
    stranger.reads(heading)
    stranger.sees(words)


def the_public_reads_the_ratings(story: Story) -> None:
    reader = story.person("An employer")
    reader.follow("Prospectus")
    reader.sees("From 1 cohort.", QUOTE)
    assert tutoring.percentage_of(reader, "How the course was presented") == 80
    assert tutoring.percentage_of(reader, "How relevant it was to your work") == 89
