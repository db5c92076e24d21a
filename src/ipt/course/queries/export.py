"""Results as rows of a table: answers by name where they are named, else how often each mark was given."""

from collections.abc import Iterator
from itertools import chain
from typing import TypeAlias

from ipt.activities import (
    CheckSummary,
    ChoiceSummary,
    ItemCount,
    MarksSummary,
    NowAndThenSummary,
    PlanSummary,
    RatingsSummary,
    WordsSummary,
)
from ipt.course.models import Sitting
from ipt.course.queries.results import PartResult, Results
from ipt.ui.asking import asked, written

Row: TypeAlias = "list[str | int]"


def rows_of(results: Results) -> list[Row]:
    """Give the table with its heading. What `results` does not show is not in it."""
    return _by_person(results) if results.sitting.linkage == Sitting.Linkage.NAMED else _by_mark(results)


def _by_person(results: Results) -> list[Row]:
    """One row for each place that has answered, one column for each field."""
    heading: Row = ["name", *(field.label for part in asked(results.activity) for field in part.fields)]
    rows: list[Row] = [heading]
    for answer in results.answers:
        parts = asked(results.activity, written(results.activity, answer.values))
        rows.append([answer.name, *(field.said for part in parts for field in part.fields)])
    return rows


def _by_mark(results: Results) -> list[Row]:
    """One row for each mark of each item; then each comment, in no order."""
    rows: list[Row] = [["part", "item", "mark", "words", "count"]]
    rows.append(["", "", "answered", "", results.answered])
    rows.append(["", "", "asked", "", len(results.asked)])
    for result in results.parts:
        rows.extend(_counts(result))
        rows.extend([result.part.key, "", "comment", comment.text, 1] for comment in result.comments)
    return rows


def _counts(result: PartResult) -> Iterator[Row]:
    key = result.part.key
    match result.summary:
        case ChoiceSummary(options=options) | PlanSummary(focus=options):
            yield from _options(key, "", options)
        case MarksSummary() as marks:
            yield from _marks(key, "", "", marks)
        case RatingsSummary(items=items):
            yield from chain.from_iterable(_marks(key, one.key, one.text, one.marks) for one in items)
        case NowAndThenSummary(items=twice):
            for one in twice:
                yield from _marks(key, f"{one.key}-then", one.text, one.then)
                yield from _marks(key, f"{one.key}-now", one.text, one.now)
        case CheckSummary(questions=questions):
            shown = (question for question in questions if question.publishable)
            yield from chain.from_iterable(_options(key, question.key, question.options) for question in shown)
        case WordsSummary(words=words):
            for word in words:
                yield [key, "", "word", word.word, word.count]


def _options(key: str, item: str, options: tuple[ItemCount, ...]) -> list[Row]:
    return [[key, item, option.key, option.text, option.count] for option in options]


def _marks(key: str, item: str, words: str, marks: MarksSummary) -> list[Row]:
    """Give how often each mark was given, when enough people gave one."""
    return [[key, item, each.mark, words, each.count] for each in marks.counts] if marks.publishable else []
