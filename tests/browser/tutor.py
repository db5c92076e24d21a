"""What a tutor does with a cohort."""

import datetime as dt
from collections.abc import Iterable

from tests.browser.visitor import Visitor


def make_the_first_account(tutor: Visitor, name: str, email: str, password: str) -> None:
    tutor.write("Your name", name)
    tutor.write("E-mail address", email)
    tutor.write("Password", password)
    tutor.press("Begin")
    tutor.sees("This installation is yours to run.")


def plan_a_cohort(tutor: Visitor, title: str, first_day: dt.date) -> str:
    """Plan it from the first page, keep the dates that are offered, publish it; give the link that is shared."""
    tutor.follow("Plan a cohort")
    tutor.write("Name of the cohort", title)
    tutor.write("Provider", "Northside Learning")
    tutor.write("First day", first_day.isoformat())
    tutor.write("Venue", "Room 4, Northside House")
    tutor.press("Plan the cohort")
    tutor.reads("Dates and times")
    tutor.press("Save the dates")
    tutor.reads(title)
    tutor.follow("Publish")
    tutor.press("Publish")
    tutor.sees("The cohort is published.", "0 of 15")
    return tutor.main.get_by_role("link", name="/enrol/").inner_text()


def go_to(tutor: Visitor, page: str) -> None:
    """Follow a link of the cohort's own menu; where one is there already, look again."""
    menu = tutor.page.get_by_role("navigation", name="This cohort")
    if menu.get_by_role("strong").filter(has_text=page).count():
        tutor.page.reload()
    else:
        tutor.follow(page, within=menu)


def decide_to_go(tutor: Visitor) -> None:
    go_to(tutor, "Where it stands")
    tutor.follow("Decide")
    tutor.choose("Go: the course takes place", of="Decision")
    tutor.press("Decide")
    tutor.sees("Decided: the course takes place.")


def move_the_dates(tutor: Visitor, days: Iterable[dt.date]) -> None:
    """Give the three days other dates; the times stay."""
    go_to(tutor, "Where it stands")
    tutor.follow("Dates and times")
    for position, day in enumerate(days):
        for number in (2 * position + 1, 2 * position + 2):
            tutor.write(f"Half-day {number}: date", day.isoformat())
    tutor.press("Save the dates")
    tutor.sees("The dates are saved.")


def open_activity(tutor: Visitor, title: str) -> None:
    go_to(tutor, "Answers")
    line = tutor.main.get_by_role("row").filter(has=tutor.page.get_by_role("rowheader", name=title, exact=True))
    tutor.hands.press(line.get_by_role("button", name="Open"))
    tutor.sees(f"“{title}” is open.")


def take_the_register(tutor: Visitor, number: int, people: Iterable[str], absent: str = "") -> None:
    """Take the register that the cohort's page asks for next."""
    go_to(tutor, "Where it stands")
    tutor.sees(f"Take the register, day {(number + 1) // 2} {'morning' if number % 2 else 'afternoon'}")
    tutor.follow("Take the register")
    for name in people:
        tutor.choose("Not there" if name == absent else "There", of=f"{name}: there?")
    tutor.press("Store the register")
    tutor.sees("15 marks were stored.")


def close_feedback(tutor: Visitor) -> None:
    go_to(tutor, "Feedback")
    tutor.follow("Close the feedback")
    tutor.press("Close for good")
    tutor.sees("is closed.")


def percentage_of(reader: Visitor, figure: str) -> int:
    """Read a published percentage."""
    shown = reader.main.get_by_role("figure").filter(has_text=figure).locator(".value")
    return int(shown.inner_text().removesuffix("%"))
