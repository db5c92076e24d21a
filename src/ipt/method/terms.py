"""The closed lists of the method. A value is the key that content uses; `label` is what people read.

The words follow Klerman, Weissman, Rounsaville & Chevron 1984 and Weissman, Markowitz & Klerman 2018; where manuals
differ, the course's own choice is said in `text`.
"""

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A key with a label and one sentence; equal to its key, so that content and database can hold it as text."""

    label: str
    text: str

    def __new__(cls, key: str, label: str = "", text: str = "") -> Self:
        term = str.__new__(cls, key)
        term._value_ = key
        term.label = label
        term.text = text
        return term


class FocusArea(Term):
    """What a course of IPT works on: one of these, at most two."""

    GRIEF = (
        "grief",
        "Grief",
        "The depression began or lasts after the death of somebody important, and mourning is stuck.",
    )
    DISPUTES = "disputes", "Role disputes", "Two people expect different things of each other, and it does not move."
    TRANSITIONS = "transitions", "Role transitions", "A change in role that the person cannot manage, welcome or not."
    SENSITIVITIES = (
        "sensitivities",
        "Sensitivities",
        "Long-standing isolation or difficulty with people and no recent event; chosen last. Also called deficits.",
    )


class Phase(Term):
    """Where in the course of therapy a thing belongs."""

    INITIAL = "initial", "Beginning", "Naming, timeline, people, formulation, focus and contract."
    MIDDLE = "middle", "Middle", "The strategies of the chosen focus, session by session."
    ENDING = "ending", "Ending", "Feelings about ending, credit for gains, early signs and a plan."


class Technique(Term):
    """What a therapist does; ordinary in itself, put to the service of the focus."""

    EXPLORATION = (
        "exploration",
        "Exploration",
        "An open invitation to say more, and plain questions where facts are needed.",
    )
    AFFECT = (
        "affect",
        "Encouragement of affect",
        "Noticing, naming and allowing a feeling, and asking what it says is wanted.",
    )
    CLARIFICATION = "clarification", "Clarification", "Rephrasing, linking, and asking for the concrete example."
    COMMUNICATION_ANALYSIS = (
        "communication-analysis",
        "Communication analysis",
        "Rebuilding one exchange: words, tone, feeling, wish and result.",
    )
    DECISION_ANALYSIS = (
        "decision-analysis",
        "Decision analysis",
        "All the options, doing nothing included, what each is likely to bring, and one to try.",
    )
    ROLE_PLAY = "role-play", "Role play", "Trying words aloud, as oneself and as the other, and trying again."
    THERAPEUTIC_RELATIONSHIP = (
        "therapeutic-relationship",
        "Use of the therapeutic relationship",
        "Support first; sparingly, an example that points to relationships outside. It is not interpreted.",
    )
    DIRECTIVE = (
        "directive",
        "Directive techniques",
        "Explaining, advising, practical help: used sparingly, control handed back.",
    )
    BETWEEN_SESSIONS = (
        "between-sessions",
        "Trying between sessions",
        "An agreed thing to try; not trying it is information.",
    )
    KEEPING_FOCUS = "keeping-focus", "Keeping the focus", "Session number, focus and measure kept in view."


class Fit(Term):
    """How far IPT suits a person's difficulty (conventions of this course, from the evidence it cites)."""

    GOOD = "good", "Good fit", "A depressive episode linked with an interpersonal event or problem."
    WITH_CARE = "with-care", "Fits with care", "Adapt it, combine it, or prefer another treatment."
    NOT_ALONE = "not-alone", "Not on its own", "Something else must be in place first or beside it."
    NOT_THE_TREATMENT = "not-the-treatment", "Not the treatment", "Another treatment or another response is needed."


class Degree(Term):
    """How far somebody takes IPT into their own work."""

    LISTEN = (
        "listen",
        "Listen with it",
        "Hear what happened between people when the low mood began. No new role is needed.",
    )
    ONE_TOOL = (
        "one-tool",
        "One tool in an ordinary contact",
        "Use one thing, such as a closeness circle, within your usual work and supervision.",
    )
    ONE_FOCUS = (
        "one-focus",
        "One focus over several contacts in usual care",
        "Stay with one area over several contacts, with your team's agreement and regular supervision.",
    )
    COURSE = (
        "course",
        "A course of IPT",
        "The whole therapy from first to last session: only with recognised training and IPT supervision.",
    )
