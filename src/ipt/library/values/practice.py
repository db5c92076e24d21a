"""What is shown and practised in the room: annotated dialogues, and role play in threes."""

from dataclasses import dataclass

from ipt.library.values.tagged import Tagged


@dataclass(frozen=True, slots=True)
class Speaker:
    key: str
    name: str
    who: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """One line of a dialogue; `note` says what it does, for those who look closely."""

    speaker: Speaker
    words: str
    note: str


@dataclass(frozen=True, slots=True)
class Direction:
    """What somebody does without words."""

    words: str


@dataclass(frozen=True, slots=True)
class Stop:
    """A question to the room, before anybody reads on."""

    words: str


Turn = Spoken | Direction | Stop


@dataclass(frozen=True, slots=True)
class ListenFor:
    what: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstration(Tagged):
    """A conversation that two people read aloud, first less well and then better."""

    key: str
    title: str
    minutes: int
    content_note: str
    setting: str
    cast: tuple[Speaker, ...]
    weaker: tuple[Turn, ...]
    better: tuple[Turn, ...]
    listen_for: tuple[ListenFor, ...]
    out_of_role: str
    sources: tuple[str, ...]

    @property
    def spoken_words(self) -> int:
        """How many words the two people read."""
        turns = (*self.weaker, *self.better)
        return sum(len(turn.words.split()) for turn in turns if isinstance(turn, Spoken))

    @property
    def stops(self) -> int:
        return sum(isinstance(turn, Stop) for turn in (*self.weaker, *self.better))


@dataclass(frozen=True, slots=True)
class RoleCard:
    """Somebody wholly fictional to play: what they know, how they begin, what softens them."""

    patient: str
    content_note: str
    facts: tuple[str, ...]
    opening: str
    you_are: str


@dataclass(frozen=True, slots=True)
class Round:
    """One turn of a triad: a card, and another that may be taken instead without a reason."""

    key: str
    card: RoleCard
    swap: RoleCard


@dataclass(frozen=True, slots=True)
class ObserverSheet:
    title: str
    ticks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePlay(Tagged):
    """One exercise for threes: a task, a round for each of three therapists, two sheets for who watches."""

    key: str
    title: str
    minutes: int
    task: str
    steps: tuple[str, ...]
    rounds: tuple[Round, ...]
    observers: tuple[ObserverSheet, ...]
    out_of_role: str
