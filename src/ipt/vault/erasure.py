"""The registry of everything that is kept about a person: each room gives it away and erases it itself."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True)
class Shredder:
    """One store of personal data: what it is called, which tables it covers, how it exports and how it erases."""

    name: str
    # Model labels ("course.Place") that this shredder answers for; a convention test compares them with all models.
    models: tuple[str, ...]
    export: Callable[[uuid.UUID], Json]
    erase: Callable[[uuid.UUID], int]


_SHREDDERS: dict[str, Shredder] = {}


def register(shredder: Shredder) -> None:
    """Add a room's shredder; called from its `apps.py`."""
    _SHREDDERS[shredder.name] = shredder


def shredders() -> tuple[Shredder, ...]:
    """Give all shredders, uppermost room first, so that what points at a person goes before the person."""
    return tuple(reversed(_SHREDDERS.values()))


def export_person(person: uuid.UUID) -> dict[str, Json]:
    """Give everything that is kept about a person, by store, as JSON values."""
    return {shredder.name: shredder.export(person) for shredder in shredders()}


def erase_person(person: uuid.UUID) -> dict[str, int]:
    """Erase everything that is kept about a person; the count of rows changed or deleted, by store.

    Runs in the caller's transaction: all or nothing.
    """
    return {shredder.name: shredder.erase(person) for shredder in shredders()}
