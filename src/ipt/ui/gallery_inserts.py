"""Examples of what a text sets in by its key, for the living page."""

from ipt.library.values import (
    Demonstration,
    Diagram,
    Direction,
    ListenFor,
    ObserverSheet,
    RoleCard,
    RolePlay,
    Round,
    Speaker,
    Spoken,
    Stop,
)

NURSE = Speaker("nurse", "Nurse", "a community mental health nurse")
CAROL = Speaker("carol", "Carol", "54, a school cook")
CARD = RoleCard("Bernadette, 63", "Worry about money.", ("Retired last autumn.",), "Everyone said I was lucky.", "Dry.")
SHEET = ObserverSheet("What was said", ("The name, and then a pause", "Not your fault", "One thing that may wait"))

DIAGRAM = Diagram(
    "two-ways",
    "Mood and people",
    "Mood and what happens between people pull on each other, in both directions.",
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 90"><title>Mood and people</title>'
    '<line x1="90" y1="45" x2="240" y2="45" stroke="var(--diagram-accent)" stroke-width="2"/>'
    '<text x="20" y="50" font-size="16" fill="var(--diagram-ink)">Mood</text>'
    '<text x="260" y="50" font-size="16" fill="var(--diagram-ink)">People</text></svg>',
)
DEMONSTRATION = Demonstration(
    key="naming",
    title="Naming it",
    minutes=5,
    content_note="Low mood.",
    setting="A first meeting; risk has been asked about.",
    cast=(NURSE, CAROL),
    weaker=(Spoken(NURSE, "Your score was 17.", ""), Spoken(CAROL, "Is that bad?", "")),
    better=(
        Spoken(NURSE, "You told me that you wake at four.", "Her own symptom first."),
        Direction("She waits."),
        Stop("What would you say?"),
    ),
    listen_for=(ListenFor("Her own words", "at the start"),),
    out_of_role="You are not Carol.",
    sources=(),
)
ROLEPLAY = RolePlay(
    key="naming",
    title="Naming it, with hope",
    minutes=9,
    task="Say what it is, and that it is not their fault.",
    steps=("Their own symptoms first.", "Then the name. Wait.", "Ask what they heard."),
    rounds=(Round("bernadette", CARD, CARD),),
    observers=(SHEET, SHEET),
    out_of_role="Say your own name aloud.",
)
VENUE = (("Breaks", "In the hall; the kettle is ours."), ("If the fire alarm sounds", "Left, and down the stairs."))
