"""monday/*.yaml and recall/*.yaml: what to use at work, and what to remember."""

from ipt.library.entries import Entry
from ipt.library.index import Named, Sort, User
from ipt.library.reading.sources import Sources
from ipt.library.reading.tags import read_tags
from ipt.library.values import MondayCard, RecallCard
from ipt.method import Degree

LENGTHS = (5, 15, 45)  # minutes that a Monday card is for
ONE_SIDE = 190  # words on one A6 side or one phone screen
FRONT, BACK = 30, 45  # words of a recall card


def read_monday(sources: Sources) -> dict[str, MondayCard]:
    return {key: _monday(sources, key, name) for key, name in sources.named("monday")}


def _monday(sources: Sources, key: str, name: str) -> MondayCard:
    entry = sources.entry(name, "a Monday card")
    sources.index.define(Sort.MONDAY, Named(key, 1), entry.sheet)
    card = MondayCard(
        key=key,
        title=entry.text("title"),
        minutes=entry.number("minutes", least=LENGTHS[0], most=LENGTHS[-1]),
        degrees=entry.choices("degrees", Degree),
        use_when=entry.text("use_when"),
        say=entry.texts("say", most=4),
        listen_for=entry.texts("listen_for", most=4),
        stop_when=entry.texts("stop_when", most=3),
        record=entry.text("record"),
        sources=sources.cited(entry),
        **read_tags(sources, entry, User.CARD),
    )
    entry.close()
    if card.minutes not in LENGTHS:
        entry.wrong("minutes", f"{card.minutes} minutes", "5, 15 or 45")
    if entry.table and not card.degrees:
        entry.wrong("degrees", "no degree of use", "at least one of " + ", ".join(Degree))
    words = sum(
        len(words.split()) for words in (card.use_when, *card.say, *card.listen_for, *card.stop_when, card.record)
    )
    if words > ONE_SIDE:
        entry.wrong("title", f"a card of {words} words", f"at most {ONE_SIDE}, which fill one side")
    return card


def read_recall(sources: Sources) -> dict[str, RecallCard]:
    cards: dict[str, RecallCard] = {}
    for _, name in sources.named("recall"):
        for entry in sources.entries(name, "a recall card"):
            card = _recall(sources, entry)
            cards[card.key] = card
    return cards


def _recall(sources: Sources, entry: Entry) -> RecallCard:
    key = entry.key()
    sources.index.define(Sort.RECALL, key, entry.sheet)
    source = entry.words("source")
    sources.index.use(Sort.REFERENCE, Named(source, entry.line_of("source")), User.CARD, entry.sheet)
    card = RecallCard(
        key=key.key,
        front=entry.text("front"),
        back=entry.text("back"),
        source=source,
        **read_tags(sources, entry, User.CARD),
    )
    entry.close()
    for name, words, most in (("front", card.front, FRONT), ("back", card.back, BACK)):
        if len(words.split()) > most:
            entry.wrong(name, f"{len(words.split())} words", f"at most {most}")
    return card
