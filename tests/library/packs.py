"""A small whole course written to a folder, for tests to break in one place."""

from collections.abc import Mapping
from pathlib import Path

from ipt.library import check_pack

OUTCOMES = ("one", "two", "three", "four", "five", "six", "seven")

MODULE = {
    "modules/01-welcome/lesson.md": "# Welcome\n\nIPT is brief [@Elkin1989].\n\n::: say\nHello.\n:::\n",
    "modules/01-welcome/tutor.md": "# Run sheet\n\n1. Greet.\n2. Begin.\n",
    "modules/01-welcome/handout.md": "# To keep\n\n- one page [@Luty2007; @Elkin1989]\n",
    "modules/01-welcome/activities.yaml": """\
- key: hopes
  title: Your hopes
  linkage: named
  topics: [origins]
  outcomes: [one, two, three, four, five, six]
  parts:
    - {key: hope, kind: choice, prompt: What for?, options: [{key: a, text: Skills}, {key: b, text: Rest}]}
    - key: known
      kind: check
      prompt: What do you know?
      questions:
        - key: trial
          prompt: How many people?
          options: [{key: many, text: "250"}, {key: few, text: "25"}]
          right: many
          reason: So the report says.
          source: Elkin1989
          topics: [evidence]
          outcomes: [seven]
""",
}

OTHERS = {
    "surveys/needs.yaml": """\
- key: needs
  title: Before we meet
  linkage: named
  parts:
    - {key: role, kind: text, prompt: What do you do?}
""",
    "references.yaml": """\
Elkin1989: {authors: Elkin et al, year: 1989, title: Collaborative study, source: Archives 46, doi: 10.1001/a}
Luty2007: {authors: Luty et al, year: 2007, title: Trial, source: BJP 190, url: "https://example.org/luty"}
""",
    "signposts.yaml": """\
checked: 2026-11-22
signposts:
  - {need: In crisis, name: Samaritans, contact: Telephone 116 123, hours: always}
""",
    "prospectus.yaml": """\
title: Essentials
lead: A course in *IPT* [@Elkin1989].
who_for: Practitioners.
sections:
  - key: why
    title: Why
    paragraphs: ["Because it is **useful** [@Luty2007]."]
    items: [A certificate]
small_print: [It is an introduction.]
""",
}


def half_day(number: int) -> str:
    served = f"outcomes: [{', '.join(OUTCOMES)}], topics: [origins, evidence]" if number == 1 else "topics: [origins]"
    extra = ", module: 01-welcome, activities: [hopes]" if number == 1 else ""
    return f"""\
  - key: half-{number}
    title: Half-day {number}
    starts: {"09:30" if number % 2 else "13:30"}
    blocks:
      - {{key: open-{number}, title: Opening, kind: opening, minutes: 60, shrink_to: 50,
         summary: We begin, {served}{extra}}}
      - {{key: break-{number}, title: Coffee, kind: break, minutes: 20, summary: A break}}
      - {{key: close-{number}, title: Closing, kind: closing, minutes: 30, shrink_to: 0, summary: Good-bye}}
"""


def course_yaml(retired: str = "[]") -> str:
    outcomes = "\n".join(f"  - {{key: {key}, title: T, promise: You will, rating: I can}}" for key in OUTCOMES)
    return (
        "title: Essentials\nsubtitle: Three days\nsummary: A summary\naim: An aim\n"
        "topics:\n  - {key: origins, title: Origins, text: How it began}\n"
        "  - {key: evidence, title: Evidence, text: What is known}\n"
        f"outcomes:\n{outcomes}\nhalf_days:\n" + "".join(map(half_day, range(1, 7))) + f"retired: {retired}\n"
    )


def a_pack(folder: Path, changed: Mapping[str, str | None] | None = None) -> Path:
    """A course without a mistake; `changed` replaces whole files by name, and None leaves one out."""
    files = {"course.yaml": course_yaml(), **MODULE, **OTHERS, **(changed or {})}
    for name, text in files.items():
        if text is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return folder


def mistakes_in(folder: Path) -> list[str]:
    return [str(mistake) for mistake in check_pack(folder).mistakes]
