"""Kinds of question and answer: read from content, parsed from a page, counted and summed."""

from ipt.activities.activity import Activity, Linkage, Submitted, parse_activity, read_activity, tally_all
from ipt.activities.answers import (
    ANSWERED,
    FEWEST_PUBLISHED,
    Data,
    Json,
    MisfitError,
    Parsed,
    Summary,
    Tally,
    half_up,
    merged,
)
from ipt.activities.check import Check, CheckedAnswer, CheckQuestion, CheckSummary, QuestionCounts, Score
from ipt.activities.choice import Choice, ChoiceSummary
from ipt.activities.items import Item, ItemCount
from ipt.activities.kinds import (
    KINDS,
    Part,
    parse,
    read_part,
    score,
    summarise,
    summarise_counts,
    tally,
    writings,
)
from ipt.activities.marks import MarkCount, MarksSummary
from ipt.activities.now_and_then import NowAndThen, NowAndThenSummary, TwiceRated
from ipt.activities.plan import Plan, PlanSummary
from ipt.activities.question import Question
from ipt.activities.ratings import RatedItem, Ratings, RatingsSummary
from ipt.activities.scale import Scale
from ipt.activities.schema import Fields, SchemaError
from ipt.activities.text import Text
from ipt.activities.words import WordCount, Words, WordsSummary
from ipt.activities.writing import Writing, WritingSummary

__all__ = [
    "ANSWERED", "FEWEST_PUBLISHED", "KINDS", "Activity", "Check", "CheckQuestion", "CheckSummary",
    "CheckedAnswer", "Choice", "ChoiceSummary", "Data", "Fields", "Item", "ItemCount", "Json", "Linkage",
    "MarkCount", "MarksSummary", "MisfitError", "NowAndThen", "NowAndThenSummary", "Parsed", "Part", "Plan",
    "PlanSummary", "Question", "QuestionCounts", "RatedItem", "Ratings", "RatingsSummary", "Scale", "SchemaError",
    "Score", "Submitted", "Summary", "Tally", "Text", "TwiceRated", "WordCount", "Words", "WordsSummary", "Writing",
    "WritingSummary", "half_up", "merged", "parse", "parse_activity", "read_activity", "read_part", "score",
    "summarise", "summarise_counts", "tally", "tally_all", "writings",
]  # fmt: skip
