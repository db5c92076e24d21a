"""A small course with one of everything that is printed, written to a folder."""

from collections.abc import Mapping
from pathlib import Path

from ipt.library import Course, read_pack
from tests.library.packs import a_pack, course_yaml

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200" role="img">
<title>Mood and people</title>
<desc>Mood leads to what happens with people, and that leads back to mood.</desc>
<rect x="10" y="60" width="140" height="80" fill="var(--diagram-soft)" stroke="var(--diagram-accent)"/>
<text x="80" y="105" text-anchor="middle" font-size="18" font-weight="600" fill="var(--diagram-ink)">Mood</text>
<path d="M160 100 L240 100" stroke="var(--diagram-line)" stroke-width="3" fill="none"/>
<text x="320" y="105" text-anchor="middle" font-size="18" fill="var(--diagram-good)">People</text>
</svg>
"""

LESSON = """\
# Welcome

IPT is "brief", and it isn't vague [@Elkin1989]. It takes 12-16 sessions [@Luty2007; @Elkin1989].

## What it is

::: say
Hello, in *your own* words.
:::

::: ask
What is the matter?
:::

::: do Now
1. Look.
2. Listen.
:::

::: watch
A *speech*.
:::

::: example
Carol bakes.
:::

::: caution
Ask about safety first.
:::

::: convention
Six steps are our own.
:::

::: remember
Mood and people.
:::

| Minutes | What |
|---|---|
| 0-5 | We begin |
| 5-9 | We end |

### Nearer

> A quiet word

- one
    - two
- three

::: diagram mood
:::

::: demonstration naming
:::

::: roleplay naming
:::

::: venue
:::

[The study](https://example.org/study) is long.
"""

TUTOR = """\
# Run sheet: welcome

**60 minutes; 50 at the least.**

## Before

- A long strip of paper on the wall.

## Minutes

| Minutes | What happens |
|---|---|
| 0-60 | We begin |

## Say

::: say
Welcome.
:::
"""

SLIDES = """\
# Welcome

## Two goals

- Fewer symptoms
- Better with people

## Mood and people pull on each other

::: diagram mood
:::

Start anywhere.
"""

DEMONSTRATION = """\
title: Naming it
minutes: 5
content_note: Low mood.
setting: A small room at the health centre.
cast:
  - {key: nurse, name: Nurse, who: a nurse}
  - {key: carol, name: Carol, who: "54, a cook"}
weaker:
  - nurse: Your score was seventeen.
  - stop: What has Carol been given to do?
better:
  - nurse: SPOKEN
    note: Her own symptom first.
  - direction: She waits.
  - stop: What would you say next?
  - carol: So it has a name.
listen_for:
  - {what: Her own symptoms first, where: the first line}
out_of_role: Thank you. You are not Carol.
sources: [Elkin1989]
topics: [origins]
""".replace("SPOKEN", "You told me that you wake at four and cannot taste your food. " * 22)

CARD = """\
      patient: {who}
      content_note: Worry about money.
      card: [Took early retirement., "Risk, asked: no thoughts of suicide."]
      opening: I do not want to waste your time.
      you_are: Polite and dry.
"""


def role_play() -> str:
    rounds = ""
    for key, who, other in (("ann", "Ann, 63", "Abe, 50"), ("bea", "Bea, 28", "Bob, 71"), ("cy", "Cy, 36", "Di, 19")):
        swapped = CARD.format(who=f'"{other}"').replace("      ", "        ")
        rounds += f"  - key: {key}\n" + CARD.format(who=f'"{who}"').replace("      ", "    ") + "    swap:\n"
        rounds += swapped.replace("        ", "      ")
    ticks = ", ".join(f"Tick {number}" for number in range(1, 7))
    return (
        "title: Naming it\nminutes: 9\ntask: Say what is the matter.\nsteps: [Their words first, Then wait, Ask]\n"
        f"rounds:\n{rounds}observers:\n  - {{title: What was said, ticks: [{ticks}]}}\n"
        f"  - {{title: What it did, ticks: [{ticks}]}}\nout_of_role: Say your own name.\ntopics: [origins]\n"
    )


STORY = """\
title: Grace, who sleeps in the chair
person: Grace, 66, retired
setting: primary-care
age_group: older-adult
features: []
content_note: A death.
story:
  - {key: shed, text: She has not opened the shed.}
timeline:
  - {key: died, when: March, event: He died}
  - {key: june, when: June, symptoms: Wakes at four}
  - {key: july, when: July, event: The shed, symptoms: Flat}
inventory:
  - {key: pat, who: Pat, circle: outer, text: Weekly}
  - {key: sue, who: Sue, circle: inner, text: Daily}
  - {key: ron, who: Ron, circle: outside, text: Never}
scores:
  - {when: First meeting, measure: PHQ-9, score: 17}
risk: Asked, none.
fit: good
fit_reason: It began with a death.
focus_key:
  area: grief
  reasons: [{text: It began when he died., rests_on: [died, shed]}]
  alternatives: [{area: transitions, defensible: true, text: She is alone now., rests_on: [pat]}]
  not_chosen: There was a time before.
formulation: FORMULATION Does that fit?
sources: [Elkin1989]
topics: [origins]
""".replace("FORMULATION", "You have lost somebody who was beside you for forty years, and sleep left with him. " * 5)

TALK = """\
title: The gravy
teller: Nadia, 38
other: her sister Farah
setting: primary-care
age_group: adult
content_note: A quarrel.
safety: Asked alone, not afraid.
sparse: We had a row about the gravy.
scene: {when: Sunday, where: the kitchen, medium: in person, before: A late arrival, state: tired}
lines:
  - {who: teller, words: It is fine., tone: flat, felt: hurt, wished: to be asked, heard: nothing}
  - {who: other, words: Right., tone: brisk, heard: She does not care}
  - {who: teller, words: Whatever., tone: low, felt: cross, wished: to leave, heard: sulking}
  - {who: other, words: Suit yourself., tone: sharp, heard: Go away}
  - {who: teller, words: Bye., tone: quiet, felt: sad, wished: to stay, heard: leaving}
outcome: She left early.
wish: To be asked.
wish_met: no
mood_after: Lower all week.
broke_at: 1
patterns: [hinting]
alternatives:
  - {words: I am hurt., direct: hurt, empathic: none, likely: a pause, weigh: brave}
  - {words: Can we talk?, direct: talk, empathic: both tired, likely: later, weigh: slow}
  - {words: Not now., direct: not now, empathic: kind, likely: relief, weigh: delay}
rehearse: The second.
sources: [Elkin1989]
topics: [origins]
focus: [disputes]
"""

MONDAY = """\
title: What happened when it began
minutes: 5
degrees: [listen, one-tool]
use_when: Somebody says that it came from nowhere.
say: ["What was going on around then?", "Who was there?"]
listen_for: [A name, A change]
stop_when: ["Anything about risk: ask first."]
record: We spoke about what happened when the mood fell.
sources: [Elkin1989]
topics: [origins]
"""

QUESTIONS = """\
- key: knowledge-a-1
  title: What do you know?
  linkage: confidential
  parts:
    - key: known
      kind: check
      prompt: Choose one.
      questions:
        - key: people
          prompt: How many people were there?
          options: [{key: many, text: Two hundred and fifty}, {key: few, text: Twenty-five}]
          right: many
          reason: So the report says.
          source: Elkin1989
          topics: [evidence]
          outcomes: [one]
"""

PAPERS = """\
- {key: joining, audience: delegate, title: Before you come, summary: What to bring., topics: [origins]}
- {key: what-ipt-is, audience: patient, title: What IPT is, summary: One side., topics: [origins]}
- {key: a-week, audience: patient, title: A week on paper, summary: To fill in., topics: [origins]}
- {key: manager, audience: manager, title: For a manager, summary: What it needs., topics: [origins]}
- {key: to-bring, audience: supervision, title: One side to bring, summary: A question., topics: [origins]}
- {key: guide, audience: tutor, title: The three days, summary: How they run., topics: [origins]}
- {key: kit, audience: champion, title: A booster, summary: Two hours., topics: [origins]}
"""

SIGNPOSTS = """\
checked: 2026-11-22
signposts:
  - {need: Immediate danger to life, name: Emergency services, contact: Call 999}
  - {need: "Urgent mental health help, England", name: NHS 111, contact: Call 111 and choose option 2}
  - {need: Somebody to listen, name: Samaritans, contact: Call 116 123, hours: At any time}
  - {need: Bereavement, name: Cruse, contact: Call 0808 808 1677}
"""

FILES: Mapping[str, str] = {
    "modules/01-welcome/lesson.md": LESSON,
    "modules/01-welcome/tutor.md": TUTOR,
    "modules/01-welcome/slides.md": SLIDES,
    "diagrams/mood.svg": SVG.replace("\n<", "<").strip(),
    "demonstrations/naming.yaml": DEMONSTRATION,
    "roleplays/naming.yaml": role_play(),
    "vignettes/grace.yaml": STORY,
    "exchanges/gravy.yaml": TALK,
    "monday/when-it-began.yaml": MONDAY,
    "questions/form-a.yaml": QUESTIONS,
    "papers.yaml": PAPERS,
    "papers/joining.md": "# Before you come\n\nBring a pen [@Luty2007].\n",
    "papers/what-ipt-is.md": "# What IPT is\n\nYou are not to blame.\n\n## Two goals\n\n- Fewer symptoms\n",
    "papers/a-week.md": "# A week on paper\n\n| Day | Mood |\n|---|---|\n| Monday | |\n\n> One thing I tried:\n",
    "papers/manager.md": "# For a manager\n\nIt takes half an hour a week [@Luty2007].\n",
    "papers/to-bring.md": "# One side to bring\n\n> My question is:\n\n- Asked on, and what was said:\n",
    "papers/guide.md": "# The three days\n\nSleep well.\n",
    "papers/kit.md": "# A booster\n\nTwo hours.\n",
    "signposts.yaml": SIGNPOSTS,
    "course.yaml": course_yaml(),
}


def a_course(folder: Path, changed: Mapping[str, str | None] | None = None) -> Course:
    """One of everything; `changed` replaces whole files by name."""
    return read_pack(a_pack(folder, {**FILES, **(changed or {})}))
