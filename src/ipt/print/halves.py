"""A half-day as a part of a booklet: its opening with the timetable, and the blocks that follow."""

from collections.abc import Iterator

from ipt.library import Block, BlockKind, HalfDay
from ipt.print import nodes
from ipt.print.nodes import Inlines, Json, Nodes, words
from ipt.print.words import KINDS, half_day_name, minutes


def opening(half_day: HalfDay) -> Nodes:
    """The title of a half-day and what happens when."""
    rows = [_row(half_day, block) for block in half_day.blocks]
    return [
        nodes.heading(1, title_of(half_day), label=f"half-{half_day.key}"),
        {"is": "timetable", "rows": rows, "ends": f"{half_day.ends:%H:%M}"},
    ]


def title_of(half_day: HalfDay) -> Inlines:
    """When it is, and what it is about."""
    return [{"is": "over", "of": half_day_name(half_day.number)}, *words(half_day.title)]


def _row(half_day: HalfDay, block: Block) -> Json:
    return {
        "time": f"{half_day.starts_of(block.key):%H:%M}",
        "title": words(block.title),
        "minutes": minutes(block.minutes),
        "pause": block.kind is BlockKind.BREAK,
        "to": "" if block.kind is BlockKind.BREAK else label_of(block),
    }


def block_heading(half_day: HalfDay, block: Block) -> Json:
    """The title of a block, with its time and length beside it."""
    beside = (f"{half_day.starts_of(block.key):%H:%M}", minutes(block.minutes))
    return nodes.heading(2, words(block.title), label=label_of(block), kicker=KINDS[block.kind], margin=beside)


def taught(half_day: HalfDay) -> Iterator[Block]:
    """The blocks without the breaks."""
    return (block for block in half_day.blocks if block.kind is not BlockKind.BREAK)


def label_of(block: Block) -> str:
    return f"block-{block.key}"
