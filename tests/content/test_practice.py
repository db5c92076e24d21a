"""What is practised: the time for it, who takes part, and that every block can be run from its sheet."""

import re
from itertools import pairwise

import pytest

from ipt.library import BlockKind, Document, plain
from ipt.library.markdown.nodes import Heading, Insert, InsertKind, Paragraph, Table
from ipt.library.values import Block
from ipt.method import FocusArea
from tests.content.said import course

HALF = 180  # taught minutes of a half-day; six of them are 18 hours
BACKGROUND = ("origins", "evidence", "guidelines")
METHOD_PRACTICE = (
    "naming-practice", "timeline-practice", "formulation-practice", "teaching-practice", "middle-session-practice",
    "transitions-practice", "communication-practice", "direct-practice", "grief-practice", "sensitivities-practice",
    "relationship-practice", "ending-practice",
)  # fmt: skip
SHOWN = {
    "naming", "timeline", "people", "formulation", "contract", "teaching", "transitions", "communication", "decision",
    "direct", "grief", "sensitivities", "ending",
}  # fmt: skip


def taught() -> list[Block]:
    return [block for block in course().blocks if block.kind is not BlockKind.BREAK]


def headings(document: Document) -> list[str]:
    return [plain(node.children) for node in document.nodes if isinstance(node, Heading)]


def test_eighteen_hours_are_taught() -> None:
    assert [half_day.taught_minutes for half_day in course().half_days] == [HALF] * 6


def test_the_background_is_a_little() -> None:
    about = [block for block in course().blocks if block.topics and block.topics[0] in BACKGROUND]
    assert {block.topics[0] for block in about} == set(BACKGROUND)
    assert sum(block.minutes for block in about) <= 60


def test_the_first_ten_minutes_welcome_and_the_later_half_days_begin_from_memory() -> None:
    first, *later = [half_day.blocks[0] for half_day in course().half_days]
    assert (first.key, first.kind, first.minutes) == ("welcome", BlockKind.OPENING, 10)
    assert [(block.kind, block.minutes) for block in later] == [(BlockKind.RECALL, 10)] * 5


def test_every_block_can_be_taught() -> None:
    unwritten = [block.key for block in taught() if block.module is None or block.module.slides is None]
    assert unwritten == []


@pytest.mark.parametrize("key", [block.key for block in course().blocks if block.module])
def test_a_run_sheet_adds_up(key: str) -> None:
    """Its first line says the minutes of the block; its table runs from 0 to their end without a gap."""
    block = course().block(key)
    assert block.module is not None
    nodes = block.module.tutor.nodes
    assert isinstance(nodes[0], Paragraph)
    said = plain(nodes[0].children)
    assert said.startswith(f"{block.minutes} minutes"), said
    if block.may_shrink:
        assert f"{block.shrink_to} at the least" in said or not block.shrink_to, said
    table = next(node for node in nodes if isinstance(node, Table))
    spans = [re.match(r"(\d+)(?:\s*(?:-|–|to)\s*(\d+))?", plain(row[0])) for row in table.rows]
    times = [(int(span[1]), int(span[2] or span[1])) for span in spans if span]
    assert times[0][0] == 0
    assert times[-1][1] == block.minutes
    assert all(before[1] == after[0] for before, after in pairwise(times)), times


@pytest.mark.parametrize("key", METHOD_PRACTICE)
def test_a_method_block_ends_with_the_person_in_mind(key: str) -> None:
    block = course().block(key)
    assert block.module is not None
    assert "person you have in mind" in headings(block.module.lesson)[-1]


@pytest.mark.parametrize("key", METHOD_PRACTICE)
def test_a_method_block_is_played_in_threes(key: str) -> None:
    """Three rounds, with a minute to step out of role after each, fit into the block."""
    block = course().block(key)
    assert block.module is not None
    (insert,) = [
        node for node in block.module.lesson.nodes if isinstance(node, Insert) and node.kind is InsertKind.ROLEPLAY
    ]
    played = course().roleplays[insert.key]
    assert 3 * (played.minutes + 1) <= block.minutes


@pytest.mark.parametrize("key", METHOD_PRACTICE)
def test_every_round_ends_with_a_minute_out_of_role(key: str) -> None:
    block = course().block(key)
    assert block.module is not None
    table = next(node for node in block.module.tutor.nodes if isinstance(node, Table))
    (first,) = [words for row in table.rows if "round 1" in (words := plain(row[1]).lower())]
    assert "1 out of role" in first


def test_everything_is_shown_before_it_is_tried() -> None:
    assert set(course().demonstrations) == SHOWN
    shown = [block for block in taught() if block.kind is BlockKind.DEMONSTRATION]
    for block in shown:
        assert block.module is not None
        keys = [node.key for node in block.module.lesson.nodes if isinstance(node, Insert)]
        assert len([key for key in keys if key in SHOWN]) == 1, block.key
    assert len(shown) == len(SHOWN)


def test_there_are_rounds_enough_and_no_card_twice() -> None:
    rounds = [one for played in course().roleplays.values() for one in played.rounds]
    assert len(rounds) >= 15
    openings = [card.opening for one in rounds for card in (one.card, one.swap)]
    assert len(set(openings)) == len(openings)


def test_four_areas_have_their_blocks() -> None:
    for area in FocusArea:
        kinds = {block.kind for block in taught() if area in block.focus}
        assert {BlockKind.INPUT, BlockKind.DEMONSTRATION, BlockKind.PRACTICE} <= kinds, area


def test_the_last_day_plans_then_asks_then_says_goodbye() -> None:
    keys = [block.key for block in course().half_days[-1].blocks]
    assert keys.index("plan-for-monday") < keys.index("looking-back") < keys.index("goodbye") == len(keys) - 1


def test_demonstrations_take_five_to_eight_minutes_and_differ() -> None:
    for shown in course().demonstrations.values():
        assert 5 <= shown.minutes <= 8
        assert shown.weaker != shown.better
        assert len(shown.better) > len(shown.weaker)
