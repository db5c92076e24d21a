"""The course itself: whole, timed as it promises, and in agreement with itself."""

from ipt.activities import Linkage, NowAndThen, Ratings
from ipt.library import BlockKind, check_pack, open_pack, render_report
from ipt.library.packs import make_pack
from tests.content.said import CONTENT, course

PRACTICE = (BlockKind.PRACTICE, BlockKind.ACTIVITY, BlockKind.RECALL)
LONGEST_TALK = 20


def test_there_is_no_mistake() -> None:
    report = check_pack(CONTENT)
    assert report.mistakes == (), render_report(report)


def test_it_can_be_pinned() -> None:
    assert open_pack(make_pack(CONTENT)).digest == course().digest


def test_every_half_day_has_its_length() -> None:
    """Three hours taught and a break; the one after grief is longer."""
    assert [half_day.minutes for half_day in course().half_days] == [195, 195, 195, 195, 200, 195]


def test_more_than_half_of_the_taught_time_is_practice() -> None:
    taught = [block for block in course().blocks if block.kind is not BlockKind.BREAK]
    practised = sum(block.minutes for block in taught if block.kind in PRACTICE)
    assert practised * 2 > sum(block.minutes for block in taught)


def test_no_talk_is_long() -> None:
    talks = [block for block in course().blocks if block.kind is BlockKind.INPUT]
    assert [block.key for block in talks if block.minutes > LONGEST_TALK] == []


def test_the_first_half_day_is_written() -> None:
    taught = [block for block in course().half_days[0].blocks if block.kind is not BlockKind.BREAK]
    assert [block.key for block in taught if block.module is None] == []


def test_who_may_see_the_answers_of_the_surveys() -> None:
    checks = {key for keys in course().questions.values() for key in keys}
    assert {key: survey.linkage for key, survey in course().surveys.items() if key not in checks} == {
        "feedback": Linkage.UNLINKED,
        "looking-back": Linkage.CONFIDENTIAL,
        "needs": Linkage.NAMED,
        "outcomes": Linkage.CONFIDENTIAL,
    }


def test_the_seven_outcomes_are_rated_in_their_own_words() -> None:
    (part,) = course().surveys["outcomes"].parts
    assert isinstance(part, Ratings)
    assert [(item.key, item.text) for item in part.items] == [
        (outcome.key, outcome.rating) for outcome in course().outcomes
    ]
    assert (part.minimum, part.maximum) == (0, 10)


def test_looking_back_rates_the_same_sentences_twice() -> None:
    (before,) = course().surveys["outcomes"].parts
    (twice,) = course().surveys["looking-back"].parts
    assert isinstance(before, Ratings)
    assert isinstance(twice, NowAndThen)
    assert (twice.items, twice.marks) == (before.items, before.marks)


def test_feedback_asks_for_the_two_ratings() -> None:
    part = next(part for part in course().surveys["feedback"].parts if isinstance(part, Ratings))
    assert [item.key for item in part.items] == ["presentation", "relevance"]


def test_questions_say_where_their_answers_come_from() -> None:
    assert {reference.address or reference.isbn or reference.source for reference in course().references.values()}
    assert "" not in {reference.source for reference in course().references.values()}
