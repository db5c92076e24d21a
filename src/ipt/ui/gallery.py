"""What the living page shows: a form with every widget, right and wrong, and an example of every part."""

from datetime import time

from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict

from ipt.activities import Json, parse_activity, read_activity, summarise
from ipt.library import Document, parse_document
from ipt.library.values import Reference
from ipt.ui import gallery_inserts as inserted
from ipt.ui import widgets
from ipt.ui.asking import AskedPart, asked
from ipt.ui.inserts import drawing_of, versions_of
from ipt.ui.parts import Bar, Figure, Slot, Step

SETTINGS = [("ward", "An acute ward"), ("community", "A community team"), ("primary", "Primary care")]
WRONG = QueryDict("name=Ada+Okafor&email=ada%40&minutes=many&confidence=11&hopes=&uses=ward")


class GalleryForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="Your name", help_text="As it should stand on your certificate.")
    email = forms.EmailField(label="E-mail")
    telephone = forms.CharField(label="Telephone", required=False, widget=forms.TextInput({"type": "tel"}))
    role = forms.ChoiceField(label="Your role", choices=[("", "Choose"), ("nurse", "Nurse"), ("ot", "OT")])
    setting = forms.ChoiceField(label="Where you work", choices=SETTINGS, widget=widgets.Radios)
    uses = forms.MultipleChoiceField(
        label="Where you would use it", choices=SETTINGS, widget=widgets.Checkboxes, required=False
    )
    confidence = forms.TypedChoiceField(
        label="I can explain what IPT is",
        choices=[(number, str(number)) for number in range(11)],
        coerce=int,
        widget=widgets.Scale(least="Not at all", most="Completely"),
    )
    minutes = forms.IntegerField(label="Minutes missed", widget=widgets.Numeral)
    day = forms.DateField(label="First day", widget=widgets.DateInput)
    begins = forms.TimeField(label="Begins at", widget=widgets.TimeInput)
    code = forms.CharField(label="Room code", required=False, widget=widgets.ShortText(size=8))
    hopes = forms.CharField(label="What you hope for", widget=widgets.LongText(rows=4))
    people = forms.FileField(label="List of people", required=False, help_text="A CSV file, up to 500 kB.")
    quote = forms.BooleanField(label="You may quote my comment without my name", required=False)
    agree = forms.BooleanField(label="I have read what happens with my answers")


def _steps() -> list[Step]:
    return [
        Step("Day 1, morning", "done", "What IPT is; the three phases"),
        Step("Day 1, afternoon", "done", "The interpersonal inventory"),
        Step("Day 2, morning", "now", "Choosing a focus; 9:30 to 12:45", "#steps"),
        Step("Day 2, afternoon", "later", "Grief and role transitions"),
    ]


def _slots() -> list[Slot]:
    return [
        Slot(
            starts=time(9, 30),
            ends=time(9, 40),
            title="Welcome back",
            kind="opening",
            kind_label="Opening",
            summary="What stayed overnight, in one sentence each.",
            state="done",
        ),
        Slot(
            starts=time(9, 40),
            ends=time(10, 45),
            title="Choosing a focus",
            kind="practice",
            kind_label="Practice in threes",
            summary="One tells, one asks, one watches; then change places.",
            url="#timetable",
            state="now",
        ),
        Slot(starts=time(10, 45), ends=time(11, 5), title="Break", kind="break", kind_label="Break"),
        Slot(
            starts=time(11, 5),
            ends=time(12, 45),
            title="Role disputes and their stages",
            kind="input",
            kind_label="Input and discussion",
        ),
    ]


def _figure(percent: int | None, answered: int) -> Figure:
    return Figure(
        label="Relevance to my practice",
        percent=percent,
        answered=answered,
        asked=15,
        formula="sum of marks / (answers times 5)",
        period="12 to 20 January 2026",
        lowest=3,
        highest=5,
    )


LESSON = """# Choosing a focus

A course of IPT works on **one or two** problem areas, chosen together with the patient. The choice follows
the *interpersonal inventory*, not the diagnosis [@Weissman2018].

## What you listen for

- what changed in the person's life when the symptoms began
- who was there, and who was not
    - who might be again

1. Say what you heard.
2. Ask whether it fits.

> It started when my sister moved abroad.

### The four problem areas

| Area | What happened | First question |
|---|---|---|
| Grief | Somebody died | What was she like? |
| Role dispute | Two people want different things | When did you last argue? |
| Role transition | Life changed its shape | What did you leave behind? |

::: say
It sounds as if the quarrels and the low mood came together. Have I understood?
:::

::: example A quarrel about money
She agrees in the evening, and is silent in the morning.
:::

::: caution
Do not open a new focus in the last sessions.
:::
"""
SOURCES = {
    "Weissman2018": Reference(
        key="Weissman2018",
        authors="Weissman, M. M., Markowitz, J. C., & Klerman, G. L.",
        year=2018,
        title="The guide to interpersonal psychotherapy",
        source="Oxford University Press",
        doi="10.1093/med-psych/9780190662592.001.0001",
        isbn="",
        url="",
    )
}


LOOKING_BACK = read_activity(
    {
        "key": "looking-back",
        "title": "Looking back",
        "linkage": "confidential",
        "parts": [
            {
                "key": "marks",
                "kind": "now-and-then",
                "prompt": "How far is each sentence true of you?",
                "least": "Not at all",
                "most": "Completely",
                "then": "Looking back",
                "now": "Now",
                "items": [
                    {"key": "explain", "text": "I can explain what IPT is."},
                    {"key": "choose", "text": "I can choose a focus."},
                ],
            }
        ],
    }
)


def _asked() -> list[AskedPart]:
    """Give the activity as it comes back when one mark is missing."""
    sent = {"marks-explain-then": ["2"], "marks-explain-now": ["8"], "marks-choose-then": ["1"]}
    read = parse_activity(LOOKING_BACK, sent)
    return asked(LOOKING_BACK, read.typed, read.errors)


def _twice() -> dict[str, object]:
    """Give what six people said of the first sentence, and too few of the second."""
    (part,) = LOOKING_BACK.parts
    answers: list[Json] = [{"explain": {"then": mark, "now": mark + 3}} for mark in range(1, 7)]
    return {"part": part, "summary": summarise(part, answers)}


def document() -> Document:
    """Give a lesson with every construct that a lesson may hold."""
    return parse_document(LESSON, "gallery")


def parts() -> dict[str, object]:
    """Give one example of every part."""
    return {
        "steps": _steps(),
        "slots": _slots(),
        "figure": _figure(92, 13),
        "few": _figure(None, 3),
        "bars": [Bar("Grief", 2, 12), Bar("Role dispute", 6, 12), Bar("Role transition", 4, 12, "4 of 12")],
        "page": Paginator(range(60), 20).page(2),
        "numbers": range(11),
        "references": SOURCES,
        "set_in": {
            "diagram": inserted.DIAGRAM,
            "drawing": drawing_of(inserted.DIAGRAM),
            "venue": inserted.VENUE,
            "shown": inserted.DEMONSTRATION,
            "versions": versions_of(inserted.DEMONSTRATION),
            "played": inserted.ROLEPLAY,
        },
        "asked_parts": _asked(),
        "twice": _twice(),
        "options": [{"key": key, "text": text} for key, text in SETTINGS],
    }
