"""What is shown and practised, on paper: scripts, tasks, observer sheets and the cards to cut out."""

from collections.abc import Sequence

from ipt.library import Demonstration, RolePlay
from ipt.library.values import Direction, ObserverSheet, RoleCard, Spoken, Stop, Turn
from ipt.print import nodes
from ipt.print.nodes import Json, Nodes, words
from ipt.print.sources import Sources
from ipt.print.words import minutes

ROOM_TO_WRITE = 4  # lines after a question that people think about


def prepared(shown: Demonstration) -> Nodes:
    """What those who listen need beforehand, without the words that will be said."""
    return [
        nodes.caption(f"Read aloud: {shown.title}"),
        nodes.labelled("Content", shown.content_note),
        nodes.paragraph(words(shown.setting)),
        _cast(shown),
        nodes.keep([nodes.fill(words("What I noticed, and the words:"), ROOM_TO_WRITE)]),
        nodes.keep([nodes.fill(words("What I would have said at one of the stops:"), ROOM_TO_WRITE)]),
    ]


def script(shown: Demonstration, level: int, sources: Sources) -> Nodes:
    """Set a conversation in full, as a play, its lines numbered through both versions."""
    return [
        nodes.heading(level, [*words(f"Script: {shown.title}"), " ", sources.cited(shown.sources)]),
        nodes.facts(
            [
                ("Length", f"{minutes(shown.minutes)}, {shown.stops} stops, {shown.spoken_words} words"),
                ("Content", shown.content_note),
                ("Setting", shown.setting),
            ]
        ),
        _cast(shown),
        nodes.heading(level + 1, words("First, less well")),
        _turns(shown.weaker, 1),
        nodes.heading(level + 1, words("Then, better")),
        _turns(shown.better, 1 + sum(isinstance(turn, Spoken) for turn in shown.weaker)),
        nodes.heading(level + 1, words("What to listen for")),
        nodes.plain_table(["What", "Where"], [[thing.what, thing.where] for thing in shown.listen_for], (3, 2)),
        nodes.callout("do", "Out of role", "", [nodes.paragraph(words(shown.out_of_role))]),
    ]


def _cast(shown: Demonstration) -> Json:
    return nodes.facts((speaker.name, speaker.who) for speaker in shown.cast)


def _turns(turns: Sequence[Turn], first: int) -> Json:
    done: Nodes = []
    number = first
    for turn in turns:
        match turn:
            case Spoken(speaker, said, note):
                done.append(
                    {"is": "line", "number": number, "who": speaker.name, "of": words(said), "note": words(note)}
                )
                number += 1
            case Direction(said):
                done.append({"is": "direction", "of": words(said)})
            case Stop(said):
                done.append({"is": "stop", "of": words(said)})
    return {"is": "script", "turns": done}


def task(played: RolePlay) -> Nodes:
    """The task with its steps, without the cards."""
    return [
        nodes.caption(f"The task: {played.title}"),
        nodes.paragraph(words(played.task)),
        nodes.plain_list(played.steps, start=1),
        nodes.paragraph(
            words(
                f"{minutes(played.minutes)} a round, then one minute to step out of role. Your tutor hands out the "
                "cards. You may swap a card, pass or step out without a reason."
            ),
            quiet=True,
        ),
        nodes.labelled("Out of role, one minute, never cut", played.out_of_role),
    ]


def observer(sheet: ObserverSheet) -> Json:
    """What one who watches ticks, with room for the words that earned it."""
    return nodes.keep([nodes.caption(f"Who watches: {sheet.title}"), *_ticks(sheet)])


def _ticks(sheet: ObserverSheet) -> Nodes:
    ticks: Json = {"is": "ticks", "items": [words(tick) for tick in sheet.ticks], "room": True}
    return [ticks, nodes.fill(words("One thing to try:"))]


def cards(played: RolePlay) -> Json:
    """The sheets for those who watch, then the cards, each above the one that it may be swapped for."""
    pairs = [
        [_card(played, number, each.card, swap=False), _card(played, number, each.swap, swap=True)]
        for number, each in enumerate(played.rounds, 1)
    ]
    watching = [
        {"exercise": words(played.title), "name": sheet.title, "title": words(sheet.title), "of": _ticks(sheet)}
        for sheet in played.observers
    ]
    return {"is": "cards", "watching": watching, "pairs": pairs}


def _card(played: RolePlay, number: int, card: RoleCard, *, swap: bool) -> Json:
    return {
        "exercise": words(played.title),
        "which": f"Round {number}, swap" if swap else f"Round {number}",
        "patient": words(card.patient),
        "name": card.patient,
        "content": words(card.content_note),
        "facts": [words(fact) for fact in card.facts],
        "opening": words(card.opening),
        "you_are": words(card.you_are),
    }
