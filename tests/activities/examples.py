"""One activity with every kind, as content writes it, and answers that fit it."""

from ipt.activities import Activity, Json, read_activity

PARTS: dict[str, dict[str, object]] = {
    "choice": {
        "key": "setting",
        "kind": "choice",
        "prompt": "Where do you work?",
        "options": [{"key": "ward", "text": "On a ward"}, {"key": "clinic", "text": "In a clinic"}],
    },
    "many": {
        "key": "seen",
        "kind": "choice",
        "prompt": "Which have you seen?",
        "many": True,
        "options": [{"key": key, "text": key.title()} for key in ("grief", "dispute", "transition")],
    },
    "scale": {
        "key": "ready",
        "kind": "scale",
        "prompt": "How ready are you?",
        "least": "Not at all",
        "most": "Completely",
    },
    "ratings": {
        "key": "day",
        "kind": "ratings",
        "prompt": "How was it?",
        "from": 1,
        "to": 5,
        "least": "Poor",
        "most": "Excellent",
        "items": [
            {"key": "presentation", "text": "Presentation"},
            {"key": "relevance", "text": "Relevance"},
        ],
    },
    "now-and-then": {
        "key": "growth",
        "kind": "now-and-then",
        "prompt": "How far is it true of you?",
        "least": "Not at all",
        "most": "Completely",
        "then": "Before",
        "now": "Today",
        "items": [
            {"key": "explain", "text": "I can explain it"},
            {"key": "use", "text": "I can use it"},
        ],
    },
    "words": {"key": "hopes", "kind": "words", "prompt": "In three words?", "most_words": 3},
    "question": {"key": "ask", "kind": "question", "prompt": "What do you want to ask?"},
    "check": {
        "key": "facts",
        "kind": "check",
        "prompt": "What do you remember?",
        "questions": [
            {
                "key": "areas",
                "prompt": "How many focal areas?",
                "options": [{"key": "three", "text": "Three"}, {"key": "four", "text": "Four"}],
                "right": "four",
                "reason": "Grief, disputes, transitions and sensitivities.",
                "source": "Weissman2018",
                "topics": ["focal-areas"],
                "outcomes": ["knows-what-ipt-is"],
            },
            {
                "key": "phases",
                "prompt": "How many phases?",
                "options": [{"key": "two", "text": "Two"}, {"key": "three", "text": "Three"}],
                "right": "three",
                "reason": "Initial, middle and ending.",
                "source": "Weissman2018",
            },
        ],
    },
    "text": {"key": "comment", "kind": "text", "prompt": "Anything else?", "quotable": True},
    "plan": {
        "key": "first-step",
        "kind": "plan",
        "prompt": "What will you do first?",
        "focus_areas": [{"key": "grief", "text": "Grief"}, {"key": "dispute", "text": "Role dispute"}],
    },
}

ANSWERS: dict[str, Json] = {
    "setting": "ward",
    "seen": ["grief", "transition"],
    "ready": 7,
    "day": {"presentation": 5, "relevance": 4},
    "growth": {"explain": {"then": 3, "now": 7}, "use": {"then": 0, "now": 10}},
    "hopes": ["calm", "role play"],
    "ask": "How long is a session?",
    "facts": {"areas": "four", "phases": "two"},
    "comment": {"text": "Warm and clear.", "may_quote": True},
    "first-step": {
        "when": "the team meets on Monday",
        "then": "draw a timeline",
        "focus": "grief",
        "date": "2026-12-07",
        "obstacle": None,
        "buddy": "Ben",
    },
}

SENT: dict[str, list[str]] = {
    "setting": ["ward"],
    "seen": ["transition", "grief"],
    "ready": ["7"],
    "day-presentation": ["5"],
    "day-relevance": [" 4 "],
    "growth-explain-then": ["3"],
    "growth-explain-now": ["7"],
    "growth-use-then": ["0"],
    "growth-use-now": [" 10"],
    "hopes": ["calm", "role  play", ""],
    "ask": ["How long is a session?\r\n"],
    "facts-areas": ["four"],
    "facts-phases": ["two"],
    "comment": ["Warm and clear."],
    "comment-quote": ["yes"],
    "first-step-when": ["the team meets on Monday"],
    "first-step-then": ["draw a timeline"],
    "first-step-focus": ["grief"],
    "first-step-date": ["7/12/2026"],
    "first-step-obstacle": [""],
    "first-step-buddy": ["Ben"],
}


def content(*parts: dict[str, object], **fields: object) -> dict[str, object]:
    return {"key": "day-1", "title": "Day 1", "linkage": "named", "parts": list(parts)} | fields


def everything() -> Activity:
    return read_activity(content(*PARTS.values()))


def one(name: str, **fields: object) -> Activity:
    """An activity of a single part of the cast above, with some of its fields changed."""
    return read_activity(content(PARTS[name] | fields))
