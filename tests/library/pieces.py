"""One small piece of every kind that a pack may hold, and a pack that holds them all."""

from collections.abc import Mapping
from pathlib import Path

from tests.library.packs import MODULE, OUTCOMES, a_pack, course_yaml

TERMS = (
    "focus: [grief, disputes, transitions, sensitivities], phases: [initial, middle, ending], techniques: "
    "[exploration, affect, clarification, communication-analysis, decision-analysis, role-play, "
    "therapeutic-relationship, directive, between-sessions, keeping-focus]"
)
TAGS = f"topics: [origins, evidence], outcomes: [{', '.join(OUTCOMES)}], {TERMS}"
TAG_LINES = TAGS.replace(", phases:", "\nphases:").replace(", techniques:", "\ntechniques:")
TAG_LINES = TAG_LINES.replace(", outcomes:", "\noutcomes:").replace(", focus:", "\nfocus:")

SPOKEN = "\n".join(f"  - {who}: {'word ' * 35}" for who in ("nurse", "carol") * 5)
SCRIPT = f"""\
title: Naming it
minutes: 5
content_note: Low mood.
setting: A clinic.
cast:
  - {{key: nurse, name: Nurse, who: a nurse}}
  - {{key: carol, name: Carol, who: a cook}}
weaker:
  - {{nurse: Seventeen., note: Only a number.}}
  - stop: What has she heard?
better:
{SPOKEN}
  - direction: She waits.
  - stop: What would you say?
listen_for:
  - {{what: The name, where: at the start}}
out_of_role: Thank you.
sources: [Elkin1989]
{TAG_LINES}
"""

CARD = "patient: Ann, content_note: Loss., card: [She is tired., She is safe.], opening: Well., you_are: Dry."
ROLEPLAY = (
    """\
title: Naming it
minutes: 9
task: Say what it is.
steps: [Ask., Say., Wait.]
rounds:
"""
    + "".join(f"  - {{key: r{n}, {CARD}, swap: {{{CARD}}}}}\n" for n in (1, 2, 3))
    + f"""\
observers:
  - {{title: Words, ticks: [a, b, c, d, e, f]}}
  - {{title: Effects, ticks: [a, b, c, d, e, f]}}
out_of_role: Say your name.
{TAG_LINES}
"""
)

FORMULATION = "This began when he died. " * 15 + "Does that fit?"
VIGNETTE = f"""\
title: Grace
person: Grace, 66
setting: primary-care
age_group: older-adult
features: [mixed]
content_note: A death.
story:
  - {{key: shed, text: She has not been in his shed.}}
timeline:
  - {{key: died, when: March, event: He died}}
  - {{key: low, when: June, symptoms: Low}}
  - {{key: now, when: Now, event: Avoids the shed, symptoms: Wakes early}}
inventory:
  - {{key: pat, who: Pat, circle: outer, text: A neighbour.}}
  - {{key: ron, who: Ron, circle: inner, text: Her husband.}}
  - {{key: kim, who: Kim, circle: middle, text: Her daughter.}}
scores:
  - {{when: First, measure: PHQ-9, score: 17}}
risk: Asked; none.
fit: good
fit_reason: An episode after a death.
focus_key:
  area: grief
  reasons:
    - {{text: It began then., rests_on: [died, shed]}}
  alternatives:
    - {{area: transitions, defensible: true, text: She is alone now., rests_on: [now]}}
  not_chosen: There were good years.
formulation: {FORMULATION}
sources: [Elkin1989]
{TAG_LINES}
"""

TELLER = "{who: teller, words: Fine., tone: flat, felt: hurt, wished: to be asked, heard: nothing}"
OTHER = "{who: other, words: Good., tone: brisk, heard: that it is over}"
WORDING = "{words: I minded., direct: I minded, empathic: You were busy, likely: She asks, weigh: It is late}"
EXCHANGE = f"""\
title: The gravy
teller: Nadia
other: Farah
setting: primary-care
age_group: adult
content_note: A row.
safety: Asked alone; not afraid.
sparse: We had a row.
scene: {{when: Sunday, where: kitchen, medium: in person, before: Guests came, state: tired}}
lines: [{TELLER}, {OTHER}, {TELLER}, {OTHER}, {TELLER}]
outcome: Silence.
wish: To be asked.
wish_met: no
mood_after: Lower.
broke_at: 2
patterns: [hinting]
alternatives: [{WORDING}, {WORDING}, {WORDING}]
rehearse: The first.
{TAG_LINES}
"""

MONDAY = f"""\
title: When it began
minutes: 5
degrees: [listen, one-tool]
use_when: Somebody is low.
say: [What happened?]
listen_for: [A date.]
stop_when: [There is danger.]
record: We spoke of when it began.
{TAG_LINES}
"""

RECALL = f"- {{key: goals, front: Which goals?, back: Two., {TAGS}, source: Luty2007}}\n"

DIAGRAM = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 200">'
    "<title>A circle</title><desc>Mood and people pull on each other, in both directions.</desc>"
    '<circle id="circle-ring" cx="9" cy="9" r="5" fill="none" stroke="var(--diagram-ink)"/></svg>'
)
PAPERS = f"- {{key: what, audience: patient, title: What it is, summary: A page., {TAGS}}}\n"
INSERTS = "::: diagram circle\n:::\n\n::: demonstration naming\n:::\n\n::: roleplay naming\n:::\n\n::: venue\n:::\n"

FORM = """\
- key: check-a
  title: Knowledge
  linkage: confidential
  minutes: 5
  parts:
    - key: check
      kind: check
      prompt: Choose.
      questions:
        - {key: one, prompt: How many?, options: [{key: a, text: One}, {key: b, text: Two}], right: a,
           reason: So it is., source: Elkin1989, TAGS}
""".replace("TAGS", TAGS)

ACTIVITIES = (
    MODULE["modules/01-welcome/activities.yaml"]
    .replace(
        "  outcomes: [one, two, three, four, five, six]\n",
        f"  outcomes: [{', '.join(OUTCOMES)}]\n  "
        + TERMS.replace(", phases:", "\n  phases:").replace(", techniques:", "\n  techniques:")
        + "\n",
    )
    .replace("topics: [origins]", "topics: [origins, evidence]")
)

SLIDES = "# Welcome\n\n## First\n\nFew words [@Luty2007].\n\n## Second\n\n::: diagram circle\n:::\n"

WHOLE = {
    "course.yaml": course_yaml().replace("topics: [origins, evidence]", f"topics: [origins, evidence], {TERMS}"),
    "modules/01-welcome/activities.yaml": ACTIVITIES,
    "modules/01-welcome/lesson.md": f"# Welcome\n\nBrief [@Elkin1989].\n\n{INSERTS}",
    "modules/01-welcome/slides.md": SLIDES,
    "questions/form-a.yaml": FORM,
    "demonstrations/naming.yaml": SCRIPT,
    "roleplays/naming.yaml": ROLEPLAY,
    "vignettes/grace.yaml": VIGNETTE,
    "exchanges/gravy.yaml": EXCHANGE,
    "monday/begin.yaml": MONDAY,
    "recall/goals.yaml": RECALL,
    "diagrams/circle.svg": DIAGRAM,
    "papers.yaml": PAPERS,
    "papers/what.md": "# What it is\n\nPlain words.\n",
}  # fmt: skip


def a_whole_pack(folder: Path, changed: Mapping[str, str | None] | None = None) -> Path:
    """A course with one of everything, without a mistake and without a gap."""
    return a_pack(folder, {**WHOLE, **(changed or {})})
