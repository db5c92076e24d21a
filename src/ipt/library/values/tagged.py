"""What a piece of content serves: the brochure's topics, the seven outcomes, and the terms of the method."""

from dataclasses import dataclass

from ipt.method import FocusArea, Phase, Technique


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """Topics and outcomes by their keys in course.yaml; the rest from `ipt.method`."""

    topics: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    focus: tuple[FocusArea, ...] = ()
    techniques: tuple[Technique, ...] = ()
    phases: tuple[Phase, ...] = ()
