"""The course as frozen values: what every other room reads, and nothing that can be changed by reading it."""

from ipt.library.values.course import (
    Block,
    BlockKind,
    Course,
    Forms,
    HalfDay,
    Module,
    Outcome,
    Prospectus,
    Reference,
    Section,
    Signpost,
    Signposts,
    Topic,
)
from ipt.library.values.papers import Audience, Deck, Diagram, MondayCard, Paper, RecallCard, Slide
from ipt.library.values.practice import (
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
from ipt.library.values.stories import (
    AgeGroup,
    Alternative,
    Circle,
    Exchange,
    ExchangeLine,
    Fact,
    Feature,
    FocusKey,
    InventoryEntry,
    Measure,
    MeasureScore,
    Met,
    Pattern,
    Reason,
    Scene,
    Setting,
    TimelineRow,
    Vignette,
    Voice,
    Wording,
)
from ipt.library.values.tagged import Tagged

__all__ = [
    "AgeGroup", "Alternative", "Audience", "Block", "BlockKind", "Circle", "Course", "Deck", "Demonstration", "Diagram",
    "Direction", "Exchange", "ExchangeLine", "Fact", "Feature", "FocusKey", "Forms", "HalfDay", "InventoryEntry",
    "ListenFor", "Measure", "MeasureScore", "Met", "Module", "MondayCard", "ObserverSheet", "Outcome", "Paper",
    "Pattern", "Prospectus", "Reason", "RecallCard", "Reference", "RoleCard", "RolePlay", "Round", "Scene", "Section",
    "Setting", "Signpost", "Signposts", "Slide", "Speaker", "Spoken", "Stop", "Tagged", "TimelineRow", "Topic", "Turn",
    "Vignette", "Voice", "Wording",
]  # fmt: skip
