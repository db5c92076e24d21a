"""What the course says as its own words: every passage of it, without wrong answers of knowledge checks."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ipt.activities import Activity, Check
from ipt.library import Course, find_content, read_pack

CONTENT = find_content()
PIECES = ("demonstrations", "roleplays", "vignettes", "exchanges", "monday", "recall")


@cache
def course() -> Course:
    return read_pack(CONTENT)


@cache
def passages() -> tuple[tuple[str, str], ...]:
    """Each paragraph, table row or field with the name of its file; sources keep their own words and are left out."""
    frame = [CONTENT / name for name in ("course.yaml", "prospectus.yaml", "signposts.yaml", "papers.yaml")]
    pieces = [path for folder in PIECES for path in sorted((CONTENT / folder).glob("*.yaml"))]
    written = [
        (_name(path), passage)
        for path in (*frame, *pieces, *sorted(CONTENT.rglob("*.md")), *sorted(CONTENT.rglob("*.svg")))
        for passage in re.split(r"\n\s*\n|\n(?=\s*(?:[-|>]|\d+\.|:::|[a-z_]+:) )", path.read_text(encoding="utf-8"))
    ]
    asked = [
        (activity.key, words)
        for activity in (*course().activities.values(), *course().surveys.values())
        for words in _asked(activity)
    ]
    return tuple((name, " ".join(words.replace("*", "").split())) for name, words in (*written, *asked))


def sentences(passage: str) -> list[str]:
    return re.split(r"(?<=[.!?:|])\W*\s", passage)


def _asked(activity: Activity) -> Iterator[str]:
    yield from (activity.title, activity.intro)
    for part in activity.parts:
        yield part.prompt
        if isinstance(part, Check):
            for question in part.questions:
                yield from (question.prompt, question.reason)
                yield from (option.text for option in question.options if option.key == question.right)


def _name(path: Path) -> str:
    return path.relative_to(CONTENT).as_posix()
