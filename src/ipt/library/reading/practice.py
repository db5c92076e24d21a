"""demonstrations/*.yaml and roleplays/*.yaml: what is read aloud, and what is played in threes."""

from ipt.library.entries import Entry, word_of
from ipt.library.index import Named, Sort, User
from ipt.library.marks import Marked
from ipt.library.reading.sources import Sources
from ipt.library.reading.tags import read_tags
from ipt.library.typography import typeset
from ipt.library.values import (
    Demonstration,
    Direction,
    ListenFor,
    ObserverSheet,
    RoleCard,
    RolePlay,
    Round,
    Speaker,
    Spoken,
    Stop,
    Turn,
)

SHORTEST, LONGEST = 5, 8  # minutes of a demonstration
READ_ALOUD = 55, 125  # words a minute: read slowly, pauses and stops included
FEWEST_STOPS = 2
SHEETS, TICKS = 2, 6
TURNS = 3  # everybody in a triad is the therapist once


def read_demonstrations(sources: Sources) -> dict[str, Demonstration]:
    return {key: _Dialogue(sources, name).read(key) for key, name in sources.named("demonstrations")}


class _Dialogue:
    def __init__(self, sources: Sources, name: str) -> None:
        self.sources = sources
        self.entry = sources.entry(name, "a demonstration")
        self.cast: dict[str, Speaker] = {}

    def read(self, key: str) -> Demonstration:
        entry = self.entry
        self.sources.index.define(Sort.DEMONSTRATION, Named(key, 1), entry.sheet)
        self.cast = {speaker.key: speaker for speaker in map(_speaker, entry.rows("cast", "a speaker"))}
        shown = Demonstration(
            key=key,
            title=entry.text("title"),
            minutes=entry.number("minutes", least=SHORTEST, most=LONGEST),
            content_note=entry.text("content_note"),
            setting=entry.text("setting"),
            cast=tuple(self.cast.values()),
            weaker=self.turns("weaker"),
            better=self.turns("better"),
            listen_for=tuple(map(_listen_for, entry.rows("listen_for", "something to listen for"))),
            out_of_role=entry.text("out_of_role"),
            sources=self.sources.cited(entry),
            **read_tags(self.sources, entry, User.STORY),
        )
        entry.close()
        slow, fast = (shown.minutes * pace for pace in READ_ALOUD)
        if not slow <= shown.spoken_words <= fast:
            entry.wrong("better", f"{shown.spoken_words} spoken words for {shown.minutes} minutes", f"{slow} to {fast}")
        if shown.stops < FEWEST_STOPS:
            entry.wrong("better", f"{shown.stops} stops", f"at least {FEWEST_STOPS}")
        return shown

    def turns(self, name: str) -> tuple[Turn, ...]:
        return tuple(turn for node in self.entry.items(name) if (turn := self.turn(node)))

    def turn(self, node: Marked) -> Turn | None:
        """`nurse: words`, with a note if there is one; or a direction; or a stop."""
        fields = {name: typeset(word_of(field, self.entry.sheet)) for name, field in (node.table or {}).items()}
        note = fields.pop("note", "")
        word, words = next(iter(fields.items()), ("", ""))
        if len(fields) == 1 and word in self.cast:
            return Spoken(self.cast[word], words, note)
        if len(fields) == 1 and not note and word == "direction":
            return Direction(words)
        if len(fields) == 1 and not note and word == "stop":
            return Stop(words)
        known = ", ".join([*self.cast, "direction", "stop"])
        self.entry.sheet.wrong(node.line, node.shown, f"one of {known}, then what is said")
        return None


def _speaker(entry: Entry) -> Speaker:
    speaker = Speaker(entry.key().key, entry.text("name"), entry.text("who"))
    entry.close()
    return speaker


def _listen_for(entry: Entry) -> ListenFor:
    thing = ListenFor(entry.text("what"), entry.text("where"))
    entry.close()
    return thing


def read_roleplays(sources: Sources) -> dict[str, RolePlay]:
    return {key: _roleplay(sources, key, name) for key, name in sources.named("roleplays")}


def _roleplay(sources: Sources, key: str, name: str) -> RolePlay:
    entry = sources.entry(name, "a role play")
    sources.index.define(Sort.ROLEPLAY, Named(key, 1), entry.sheet)
    played = RolePlay(
        key=key,
        title=entry.text("title"),
        minutes=entry.number("minutes", least=4, most=20),
        task=entry.text("task"),
        steps=entry.texts("steps", least=3, most=7),
        rounds=tuple(_round(sources, row) for row in entry.rows("rounds", "a round")),
        observers=tuple(map(_sheet, entry.rows("observers", "an observer's sheet"))),
        out_of_role=entry.text("out_of_role"),
        **read_tags(sources, entry, User.ACTIVITY),
    )
    entry.close()
    if entry.table and len(played.rounds) != TURNS:
        entry.wrong("rounds", f"{len(played.rounds)} rounds", f"{TURNS}, so that everybody is the therapist once")
    if entry.table and len(played.observers) != SHEETS:
        entry.wrong("observers", f"{len(played.observers)} sheets", f"{SHEETS}, for two who watch")
    return played


def _round(sources: Sources, entry: Entry) -> Round:
    key = entry.key()
    sources.index.define(Sort.ROUND, key, entry.sheet)
    swap = entry.ask("swap")
    card = _card(entry)
    entry.close()
    other = Entry(swap, entry.sheet, "a swap") if swap else entry
    exchanged = _card(other)
    other.close()
    return Round(key.key, card, exchanged)


def _card(entry: Entry) -> RoleCard:
    return RoleCard(
        patient=entry.text("patient"),
        content_note=entry.text("content_note"),
        facts=entry.texts("card", least=2, most=6),
        opening=entry.text("opening"),
        you_are=entry.text("you_are"),
    )


def _sheet(entry: Entry) -> ObserverSheet:
    sheet = ObserverSheet(entry.text("title"), entry.texts("ticks", least=TICKS, most=TICKS))
    entry.close()
    return sheet
