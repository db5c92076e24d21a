"""The Monday cards, each on one small page."""

from ipt.library import Course, MondayCard
from ipt.print.booklet import Booklet
from ipt.print.nodes import Json, words
from ipt.print.prose import Prose
from ipt.print.sources import Sources
from ipt.print.words import minutes

ABOUT = "One small thing to use at work, on one side each."


def cards(course: Course) -> Booklet:
    """Set every card, the shortest first."""
    prose = Prose(course, Sources(course.references))
    by_length = sorted(course.monday.values(), key=lambda card: card.minutes)
    body = [_card(card, prose.sources) for card in by_length]
    return Booklet("cards", "Cards for Monday", ABOUT, "cards.typ", body, prose)


def _card(card: MondayCard, sources: Sources) -> Json:
    return {
        "is": "card",
        "title": words(card.title),
        "name": card.title,
        "minutes": minutes(card.minutes),
        "degrees": "\u00a0· ".join(degree.label.replace(" ", "\u00a0") for degree in card.degrees),
        "use_when": words(card.use_when),
        "lists": [
            {"word": "Say", "items": [words(f'"{said}"') for said in card.say]},
            {"word": "Listen for", "items": [words(heard) for heard in card.listen_for]},
            {"word": "Stop when", "items": [words(sign) for sign in card.stop_when]},
        ],
        "record": words(card.record),
        "cite": sources.cited(card.sources),
    }
