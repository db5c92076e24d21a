"""Which blocks a group asked for, and which minutes nobody asked for: advice with its arithmetic, never a change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ipt import library
from ipt.activities import Activity, Choice, Json
from ipt.library import Block, BlockKind

# A block is leaned on when at least one in so many asked for what it teaches.
ONE_IN = 3
# What teaches a topic; openings, closings, recall and breaks serve the group whatever it asked for.
TEACHING = (BlockKind.INPUT, BlockKind.DEMONSTRATION, BlockKind.PRACTICE, BlockKind.ACTIVITY)
# What may give up minutes: what people do together is theirs.
TELLING = (BlockKind.INPUT, BlockKind.DEMONSTRATION)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person answered."""

    name: str
    values: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Lean:
    """A block that people asked for: each of its topics with how many chose it, the most chosen first."""

    block: Block
    topics: tuple[tuple[str, int], ...]
    of: int

    @property
    def asked(self) -> int:
        """How many asked for its most wanted topic."""
        return self.topics[0][1]

    @property
    def in_words(self) -> str:
        """Say which topics, and how often: “Grief (5 of 11), Ending and staying well (4 of 11)”."""
        words = _("%(topic)s (%(n)s of %(of)s)")
        return ", ".join(words % {"topic": title, "n": n, "of": self.of} for title, n in self.topics)


@dataclass(frozen=True, slots=True)
class Shrink:
    """A block that nobody asked for and that may be shorter."""

    block: Block

    @property
    def saved(self) -> int:
        """The minutes that it could give."""
        return self.block.minutes - self.block.shrink_to


@dataclass(frozen=True, slots=True)
class HalfDayAdvice:
    """Where one half-day could lean, and what it could give up for it: minutes stay within their half-day."""

    content: library.HalfDay
    leans: tuple[Lean, ...]
    shrinks: tuple[Shrink, ...]

    @property
    def saved(self) -> int:
        """The minutes that could be free."""
        return sum(shrink.saved for shrink in self.shrinks)

    @property
    def sum(self) -> str:
        """Show the arithmetic: “(20 − 12) + (10 − 8) = 10 minutes”."""
        terms = [f"{shrink.block.minutes} − {shrink.block.shrink_to}" for shrink in self.shrinks]
        shown = " + ".join(f"({term})" for term in terms) if len(terms) > 1 else "".join(terms)
        minutes = ngettext("%(n)s minute", "%(n)s minutes", self.saved) % {"n": self.saved}
        return f"{shown} = {minutes}"

    @property
    def most_asked(self) -> Lean | None:
        """Where free minutes would be asked for most."""
        return max(self.leans, key=lambda lean: lean.asked, default=None)


def asks_for_topics(part: Choice, course: library.Course) -> bool:
    """Whether the options of a question are topics of the course."""
    return {item.key for item in part.options} <= {topic.key for topic in course.topics}


def advise(course: library.Course, activity: Activity, answers: Sequence[Answer]) -> tuple[HalfDayAdvice, ...]:
    """Give the advice for each half-day that has some; none while nobody has answered."""
    wanted = [_topics_of(course, activity, answer) for answer in answers]
    if not any(wanted):
        return ()
    days = [
        HalfDayAdvice(
            half_day,
            tuple(lean for block in half_day.blocks if (lean := _lean(course, block, wanted))),
            tuple(Shrink(block) for block in half_day.blocks if _may_shrink(block, wanted)),
        )
        for half_day in course.half_days
    ]
    return tuple(day for day in days if day.leans or day.shrinks)


def _topics_of(course: library.Course, activity: Activity, answer: Answer) -> set[str]:
    """Give the topics that one person asked for."""
    chosen: set[str] = set()
    for part in activity.parts:
        if isinstance(part, Choice) and asks_for_topics(part, course):
            value = answer.values.get(part.key)
            chosen |= {str(key) for key in value} if isinstance(value, list) else {str(value)} if value else set()
    return chosen


def _lean(course: library.Course, block: Block, wanted: Sequence[set[str]]) -> Lean | None:
    """Lean on a block that teaches something which enough people asked for."""
    if block.kind not in TEACHING:
        return None
    counted = [(course.topic(key).title, sum(key in topics for topics in wanted)) for key in block.topics]
    enough = [(title, n) for title, n in counted if n and n * ONE_IN >= len(wanted)]
    topics = tuple(sorted(enough, key=lambda topic: -topic[1]))
    return Lean(block, topics, len(wanted)) if topics else None


def _may_shrink(block: Block, wanted: Sequence[set[str]]) -> bool:
    """Shorten only what may be shortened, and whose topics nobody asked for."""
    asked = any(topics & set(block.topics) for topics in wanted)
    return block.kind in TELLING and block.may_shrink and bool(block.topics) and not asked
