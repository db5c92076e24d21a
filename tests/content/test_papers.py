"""What is taken away: plain enough for its reader, short enough for its side, and honest about what it is not."""

import re

import pytest

from ipt.library import Audience, Paper
from ipt.library.markdown.nodes import words_of
from ipt.method import Degree
from tests.content.said import CONTENT, course

PATIENTS = [paper.key for paper in course().papers.values() if paper.audience is Audience.PATIENT]
READING_AGE_11 = 6.5  # Flesch-Kincaid grade: about six years of school, and a half for the roughness of the count
MUST_HAVE = {
    "what-ipt-is", "mood-and-people", "being-unwell-for-now", "my-timeline", "my-closeness-circle", "saying-it-plainly",
    "change-and-loss", "grief", "building-contacts", "ending-well", "my-early-signs-and-plan",
}  # fmt: skip


def prose_of(paper: Paper) -> str:
    """The running text: tables are forms to fill in, and lines of a list are sentences of their own."""
    text = (CONTENT / f"papers/{paper.key}.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(("#", "|", ":::"))]
    ended = [
        line if line.rstrip().endswith((".", "?", "!", ":")) or not line.startswith(("-", "1")) else line + "."
        for line in lines
    ]
    return re.sub(r"[*>_\[\]]|\(https\S+\)|^\d+\. |^- ", " ", "\n".join(ended), flags=re.MULTILINE)


def grade(text: str) -> float:
    """Flesch-Kincaid grade (Kincaid et al 1975); syllables are groups of vowels, a silent e left out."""
    sentences = [one for one in re.split(r"[.!?:]+", text) if re.search(r"[a-z]", one, re.IGNORECASE)]
    words = re.findall(r"[A-Za-z][A-Za-z'’]*", text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    small = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", small))
    silent = small.endswith(("e", "es", "ed")) and not small.endswith(("le", "ted", "ded", "ses", "ces", "ges", "xes"))
    return max(1, groups - silent)


def test_the_patients_papers_are_there() -> None:
    assert set(PATIENTS) >= MUST_HAVE


@pytest.mark.parametrize("key", PATIENTS)
def test_a_patients_paper_is_plain_and_short(key: str) -> None:
    paper = course().papers[key]
    assert grade(prose_of(paper)) <= READING_AGE_11
    assert words_of(paper.document.nodes) <= 620
    assert paper.document.citations == ()


def test_the_measure_of_plainness_tells_plain_from_hard() -> None:
    plain = "You are not to blame. Your mood is low. We can look at what is going on with the people you know."
    hard = "Psychotherapy conceptualises depressive symptomatology as bidirectionally associated with relationships."
    assert grade(plain) < READING_AGE_11 < grade(hard)


def test_the_papers_for_everybody_else_are_there() -> None:
    audiences = {paper.audience for paper in course().papers.values()}
    assert audiences == set(Audience)
    assert {"joining-instructions", "pre-reading", "tutors-guide", "champion-kit"} <= set(course().papers)


def test_the_reading_before_the_course_takes_twenty_minutes() -> None:
    """At 160 words a minute, slowly, with the sources left out."""
    assert 2000 <= words_of(course().papers["pre-reading"].document.nodes) <= 3200


def test_grief_is_told_apart_before_anything_else() -> None:
    text = (CONTENT / "papers/grief.md").read_text(encoding="utf-8").lower()
    first = text.split("\n## ")[1]
    assert "not an illness" in first
    for word in ("prolonged grief", "suicide"):
        assert word in text


def test_there_is_a_monday_card_for_every_length_and_degree() -> None:
    cards = course().monday.values()
    assert len(cards) >= 14
    assert {card.minutes for card in cards} == {5, 15, 45}
    assert {degree for card in cards for degree in card.degrees} >= {Degree.LISTEN, Degree.ONE_TOOL, Degree.ONE_FOCUS}


def test_there_are_cards_enough_to_remember_by() -> None:
    cards = course().recall.values()
    assert len(cards) >= 120
    assert len({card.front for card in cards}) == len(cards)


def test_ten_diagrams_are_drawn_and_used() -> None:
    assert set(course().diagrams) == {
        "mood-cycle", "three-phases", "four-areas", "closeness-circle", "timeline", "dispute-stages",
        "old-role-new-role", "communication-chain", "sadness-or-relapse", "evidence-by-condition",
    }  # fmt: skip
