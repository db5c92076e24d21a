"""exchanges/*.yaml: difficult conversations line by line."""

from ipt.library.entries import Entry
from ipt.library.index import Named, Sort, User
from ipt.library.reading.sources import Sources
from ipt.library.reading.tags import read_tags
from ipt.library.values import (
    AgeGroup,
    Exchange,
    ExchangeLine,
    Met,
    Pattern,
    Scene,
    Setting,
    Voice,
    Wording,
)

FEWEST_LINES = 5
FEWEST_ALTERNATIVES = 3


def read_exchanges(sources: Sources) -> dict[str, Exchange]:
    return {key: _exchange(sources, key, name) for key, name in sources.named("exchanges")}


def _exchange(sources: Sources, key: str, name: str) -> Exchange:
    entry = sources.entry(name, "an exchange")
    sources.index.define(Sort.EXCHANGE, Named(key, 1), entry.sheet)
    lines = tuple(map(_line, entry.rows("lines", "a line of the exchange")))
    exchange = Exchange(
        key=key,
        title=entry.text("title"),
        teller=entry.text("teller"),
        other=entry.text("other"),
        setting=entry.choice("setting", Setting),
        age_group=entry.choice("age_group", AgeGroup),
        content_note=entry.text("content_note"),
        safety=entry.text("safety"),
        sparse=entry.text("sparse"),
        scene=_scene(entry),
        lines=lines,
        outcome=entry.text("outcome"),
        wish=entry.text("wish"),
        wish_met=entry.choice("wish_met", Met),
        mood_after=entry.text("mood_after"),
        broke_at=entry.number("broke_at", least=1, most=max(len(lines), 1)),
        patterns=entry.choices("patterns", Pattern),
        alternatives=tuple(map(_wording, entry.rows("alternatives", "an alternative"))),
        rehearse=entry.text("rehearse"),
        sources=sources.cited(entry),
        **read_tags(sources, entry, User.STORY),
    )
    entry.close()
    if entry.table:
        _enough(entry, exchange)
    return exchange


def _enough(entry: Entry, exchange: Exchange) -> None:
    if len(exchange.lines) < FEWEST_LINES or len({line.voice for line in exchange.lines}) < len(Voice):
        entry.wrong("lines", f"{len(exchange.lines)} lines", f"at least {FEWEST_LINES}, by both")
    if len(exchange.alternatives) < FEWEST_ALTERNATIVES:
        entry.wrong("alternatives", f"{len(exchange.alternatives)} alternatives", f"at least {FEWEST_ALTERNATIVES}")
    if not exchange.patterns:
        entry.wrong("patterns", "no pattern", "at least one way in which it went astray")


def _scene(whole: Entry) -> Scene:
    node = whole.ask("scene")
    if node is None:
        return Scene("", "", "", "", "")
    entry = Entry(node, whole.sheet, "the scene")
    scene = Scene(*(entry.text(name) for name in ("when", "where", "medium", "before", "state")))
    entry.close()
    return scene


def _line(entry: Entry) -> ExchangeLine:
    """A teller's line also has what they felt and wished."""
    voice = entry.choice("who", Voice)
    own = voice is Voice.TELLER
    line = ExchangeLine(
        voice=voice,
        words=entry.text("words"),
        tone=entry.text("tone"),
        felt=entry.text("felt", needed=own),
        wished=entry.text("wished", needed=own),
        heard=entry.text("heard"),
    )
    entry.close()
    return line


def _wording(entry: Entry) -> Wording:
    wording = Wording(*(entry.text(name) for name in ("words", "direct", "empathic", "likely", "weigh")))
    entry.close()
    return wording
