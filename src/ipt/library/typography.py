"""Typewriter marks as a printer sets them: quotation marks, apostrophes, dashes and dots."""

import re

OPENS_AFTER = frozenset(" \u00a0\n([{/–—“‘")
ELISION = re.compile(r"(em|tis|twas|cause|til|n|\d\ds)\b", re.IGNORECASE)
RANGE = re.compile(r"(?<![\w./:-])(\d{1,4})-(\d{1,4})(?![\w/-])")


def typeset(words: str, before: str = "") -> str:
    """Set some words that follow the character `before`; what is set already stays."""
    words = RANGE.sub("\\1\u2013\\2", words.replace("...", "…").replace(" - ", " – "))
    done: list[str] = []
    last = before
    for place, mark in enumerate(words):
        opens = last == "" or last in OPENS_AFTER
        match mark:
            case '"':
                last = "“" if opens else "”"
            case "'":
                last = "‘" if opens and not ELISION.match(words, place + 1) else "’"
            case _:
                last = mark
        done.append(last)
    return "".join(done)
