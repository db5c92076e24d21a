"""Stories and conversations with their key, for the tutor."""

from ipt.library import Course, Exchange, Vignette
from ipt.library.values import Alternative, ExchangeLine, FocusKey, Reason, Voice
from ipt.print import nodes
from ipt.print.nodes import Inlines, Json, Nodes, words
from ipt.print.sources import Sources
from ipt.print.words import AGES, CIRCLES, FEATURES, MET, PATTERNS, SETTINGS


def story_key(story: Vignette, sources: Sources) -> Nodes:
    """A person's story, what the key rests on, and the key."""
    marks = _marks(story)
    return [
        nodes.heading(2, words(story.title), label=f"story-{story.key}"),
        nodes.facts(
            [
                ("Person", story.person),
                ("Seen in", f"{SETTINGS[story.setting]}, {AGES[story.age_group]}"),
                ("Also", ", ".join(FEATURES[feature] for feature in story.features)),
                ("Content", story.content_note),
            ]
        ),
        nodes.heading(3, words("The story")),
        nodes.plain_list((fact.text for fact in story.story), start=1),
        nodes.heading(3, words("Timeline")),
        nodes.plain_table(
            ["", "When", "What happened", "Symptoms"],
            [[marks[row.key], row.when, row.event or "–", row.symptoms or "–"] for row in story.timeline],
            (0.4, 1.8, 3, 2.6),
        ),
        nodes.heading(3, words("People")),
        nodes.plain_table(
            ["", "Who", "Circle", "What is said of them"],
            [[marks[each.key], each.who, CIRCLES[each.circle], each.text] for each in story.inventory],
            (0.4, 1.8, 1.5, 3.6),
        ),
        nodes.heading(3, words("Scores and risk")),
        nodes.facts(
            [
                *((each.when, f"{each.measure} {each.score} of {each.measure.highest}") for each in story.scores),
                ("Risk", story.risk),
            ]
        ),
        nodes.heading(3, words("Does IPT fit?")),
        nodes.facts([(story.fit.label, story.fit_reason), ("Instead or as well", story.instead)]),
        *(_focus(story.focus_key, marks) if story.focus_key else []),
        *_formulation(story),
        _sources(story.sources, sources),
    ]


def _marks(story: Vignette) -> dict[str, str]:
    """Number what reasons rest on: passages by their number, T for the timeline, P for people."""
    return {
        **{fact.key: str(number) for number, fact in enumerate(story.story, 1)},
        **{row.key: f"T{number}" for number, row in enumerate(story.timeline, 1)},
        **{each.key: f"P{number}" for number, each in enumerate(story.inventory, 1)},
    }


def _focus(key: FocusKey, marks: dict[str, str]) -> Nodes:
    return [
        nodes.heading(3, words(f"Focus: {key.area.label}")),
        nodes.bullets(([nodes.paragraph(_reason(reason, marks))] for reason in key.reasons), start=1),
        *(
            nodes.paragraph([nodes.strong(f"{_verdict(other)}."), " ", *_reason(other.reason, marks)])
            for other in key.alternatives
        ),
        nodes.labelled("Not chosen", key.not_chosen),
    ]


def _verdict(other: Alternative) -> str:
    return f"{'Also defensible' if other.defensible else 'Not defensible'}: {other.area.label}"


def _reason(reason: Reason, marks: dict[str, str]) -> Inlines:
    rests_on = ", ".join(marks[key] for key in reason.rests_on)
    return [*words(reason.text), *([f" ({rests_on})"] if rests_on else [])]


def _formulation(story: Vignette) -> Nodes:
    if not story.formulation:
        return []
    spoken = nodes.quote([nodes.paragraph(words(story.formulation))])
    return [nodes.heading(3, words("Formulation, as it may be said")), spoken]


def conversation_key(talk: Exchange, sources: Sources) -> Nodes:
    """A conversation as it was first told, as it went line by line, and what else could be said."""
    scene = talk.scene
    return [
        nodes.heading(2, words(talk.title), label=f"talk-{talk.key}"),
        nodes.facts(
            [
                ("Who tells", talk.teller),
                ("The other", talk.other),
                ("Seen in", f"{SETTINGS[talk.setting]}, {AGES[talk.age_group]}"),
                ("Content", talk.content_note),
                ("Safety", talk.safety),
                ("As first told", talk.sparse),
                ("The scene", f"{scene.when}; {scene.where}; {scene.medium}."),
                ("Before", scene.before),
                ("State", scene.state),
            ]
        ),
        nodes.heading(3, words("Line by line")),
        nodes.table(
            [words(head) for head in ("", "Who and what", "How", "Felt and wished", "Heard")],
            [_said(talk, number, line) for number, line in enumerate(talk.lines, 1)],
            (0.35, 3, 1.6, 2.2, 2),
        ),
        nodes.facts(
            [
                *_astray(talk),
                ("Outcome", talk.outcome),
                ("Wish", talk.wish),
                ("Met", MET[talk.wish_met]),
                ("Mood after", talk.mood_after),
            ]
        ),
        nodes.heading(3, words("What else could be said")),
        *_alternatives(talk),
        nodes.labelled("Rehearsed", talk.rehearse),
        _sources(talk.sources, sources),
    ]


def _astray(talk: Exchange) -> list[tuple[str, str]]:
    if not talk.for_analysis:
        return []
    return [("Went wrong at", f"line {talk.broke_at}: " + "; ".join(PATTERNS[each] for each in talk.patterns))]


def _said(talk: Exchange, number: int, line: ExchangeLine) -> list[Inlines]:
    who = "Teller" if line.voice is Voice.TELLER else "Other"
    here = talk.for_analysis and number == talk.broke_at
    broke: Inlines = [" ", nodes.strong("Here it went wrong.")] if here else []
    felt = "; wished ".join(part for part in (line.felt, line.wished) if part)
    said: Inlines = [nodes.strong(f"{who}:"), " ", *words(line.words), *broke]
    return [[str(number)], said, words(line.tone), words(felt or "–"), words(line.heard)]


def _alternatives(talk: Exchange) -> Nodes:
    done: Nodes = []
    for number, other in enumerate(talk.alternatives, 1):
        rows = [("Direct", other.direct), ("Empathic", other.empathic)]
        rows += [("Likely", other.likely), ("Weigh", other.weigh)]
        said: Json = nodes.paragraph([nodes.strong(f"{number}."), " ", *words(f'"{other.words}"')])
        done.append(nodes.keep([said, nodes.facts(rows)]))
    return done


def _sources(keys: tuple[str, ...], sources: Sources) -> Json:
    return nodes.paragraph(["Sources: ", sources.cited(keys)] if keys else ["No sources."], quiet=True)


def all_stories(course: Course, sources: Sources) -> Nodes:
    return [each for story in course.vignettes.values() for each in story_key(story, sources)]


def all_conversations(course: Course, sources: Sources) -> Nodes:
    return [each for talk in course.exchanges.values() for each in conversation_key(talk, sources)]
