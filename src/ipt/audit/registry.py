"""The names of all events; each app adds its own when it is ready."""

from ipt.audit.errors import UnknownEvent

_LABELS: dict[str, str] = {}


def register(name: str, label: str) -> str:
    """Add an event name (`app.thing.past_tense`) with the words that a person reads, and give the name back."""
    if _LABELS.get(name, label) != label:
        raise ValueError(f"The event {name} is registered twice.")
    _LABELS[name] = label
    return name


def label_of(name: str) -> str:
    """Give the words for an event name; an unknown name is an error, never silence."""
    try:
        return _LABELS[name]
    except KeyError:
        raise UnknownEvent(f"No app has registered the event {name}.") from None


def registered() -> dict[str, str]:
    """Give all event names and their words, by name."""
    return dict(sorted(_LABELS.items()))
