"""The values that components are given: frozen, typed, and already in words."""

from dataclasses import dataclass
from datetime import time
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_stubs_ext import StrOrPromise

State = Literal["done", "now", "later"]
# Below this many answers nothing is published.
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a way, such as the six half-days."""

    label: StrOrPromise
    state: State
    note: StrOrPromise = ""
    url: str = ""

    @property
    def icon(self) -> str:
        """Give the sign beside the word of its state."""
        return {"done": "circle-check", "now": "circle-dot", "later": "circle"}[self.state]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A percentage with everything that a reader needs to judge it; None while there are too few answers."""

    label: StrOrPromise
    percent: int | None
    answered: int
    asked: int
    formula: StrOrPromise
    period: StrOrPromise
    lowest: int | str | None = None
    highest: int | str | None = None
    fewest: int = FEWEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One block of a half-day in the timetable."""

    starts: time
    ends: time
    title: StrOrPromise
    kind: str
    kind_label: StrOrPromise
    summary: StrOrPromise = ""
    url: str = ""
    state: State | Literal[""] = ""
    note: StrOrPromise = ""

    @property
    def minutes(self) -> int:
        """Give its length, also past midnight."""
        return ((self.ends.hour - self.starts.hour) * 60 + self.ends.minute - self.starts.minute) % (24 * 60)

    @property
    def about(self) -> str:
        """Say what it is, how long, and until when: “Talk · 10 minutes · until 09:40”; a break is named already."""
        minutes = ngettext("%(minutes)s minute", "%(minutes)s minutes", self.minutes) % {"minutes": self.minutes}
        until = _("until %(ends)s") % {"ends": f"{self.ends:%H:%M}"}
        return " · ".join([*([] if self.kind == "break" else [str(self.kind_label)]), minutes, until])


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a bar chart in words: how many of the most."""

    label: StrOrPromise
    count: int
    most: int
    text: StrOrPromise = ""
