"""What is taken away: papers, cards for Monday, cards to remember by, diagrams and slides."""

from dataclasses import dataclass
from enum import StrEnum

from ipt.library.markdown.nodes import Document, Node
from ipt.library.values.tagged import Tagged
from ipt.method import Degree


class Audience(StrEnum):
    """For whom a paper is written."""

    PATIENT = "patient"
    DELEGATE = "delegate"
    SUPERVISION = "supervision"
    MANAGER = "manager"
    CHAMPION = "champion"
    TUTOR = "tutor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Tagged):
    """One or two sides to hand out or to read."""

    key: str
    audience: Audience
    title: str
    summary: str
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class MondayCard(Tagged):
    """One small thing to use at work, on one A6 side or one phone screen."""

    key: str
    title: str
    minutes: int
    degrees: tuple[Degree, ...]
    use_when: str
    say: tuple[str, ...]
    listen_for: tuple[str, ...]
    stop_when: tuple[str, ...]
    record: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallCard(Tagged):
    """One idea to remember."""

    key: str
    front: str
    back: str
    source: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing; its colours are CSS variables, `text` says in words what it shows."""

    key: str
    title: str
    text: str
    svg: str


@dataclass(frozen=True, slots=True)
class Slide:
    title: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides of one block."""

    title: str
    slides: tuple[Slide, ...]
    citations: tuple[str, ...]
