"""What a delegate does, on their own device."""

from tests.browser.visitor import Visitor


def ask_for_a_place(delegate: Visitor, address: str, name: str, email: str) -> None:
    """Open the enrolment link that was shared, and ask."""
    delegate.open(address)
    delegate.write("Your name", name)
    delegate.write("Your e-mail", email)
    delegate.hands.press(
        delegate.main.get_by_role("button", name="Ask for a place").or_(
            delegate.main.get_by_role("button", name="Join the waiting list")
        )
    )
    delegate.reads("Thank you")


def come_by_link(delegate: Visitor, link: str) -> None:
    """Open the personal link of an e-mail, and go on from there."""
    delegate.open(link)
    delegate.press("Continue")


def answer_the_needs(delegate: Visitor, role: str, settings: list[str], hopes: str) -> None:
    delegate.choose(role, of="Which comes closest to your role?")
    for setting in settings:
        delegate.choose(setting, of="Where do you work?")
    delegate.choose("Nothing yet", of="What have you done so far in IPT?")
    delegate.write("What do you hope to be able to do afterwards?", hopes)
    delegate.press("Send")
    delegate.sees("Your answer is kept.")


def give_feedback(delegate: Visitor, presentation: int, relevance: int, comment: str, *, may_quote: bool) -> None:
    delegate.choose(str(presentation), of="How the course was presented")
    delegate.choose(str(relevance), of="How relevant it was to your work")
    if comment:
        delegate.write("What would you tell a colleague about this course?", comment)
    if may_quote:
        delegate.hands.choose(delegate.main.get_by_label("My words may be quoted without my name"))
    delegate.press("Send, for good")
    delegate.reads("Thank you: it is in the box")


def open_menu_of_course(delegate: Visitor, name: str) -> None:
    """Follow a link of the course's own menu."""
    delegate.follow(name, within=delegate.page.get_by_role("navigation", name="This course"))


def give_up_the_place(delegate: Visitor) -> None:
    open_menu_of_course(delegate, "Your place")
    delegate.follow("Give up the place")
    delegate.press("Give up the place")
    delegate.sees("Done: this place has ended.")


def accept_the_offer(delegate: Visitor) -> None:
    delegate.follow("Take the place or decline")
    delegate.follow("Take the place")
    delegate.press("Yes, take the place")
    delegate.sees("The place is taken.")
