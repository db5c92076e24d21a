"""The course as files: read into frozen values, checked as a whole, packed and pinned."""

from ipt.library.copies import CopyRefused, copy_content, find_content
from ipt.library.markdown import parse_document, parse_line
from ipt.library.markdown.nodes import Document, Line, Node, plain
from ipt.library.mistakes import Mistake, PackError, Report
from ipt.library.packs import check_pack, make_pack, open_pack, open_pinned, pack_digest, read_pack
from ipt.library.report import render_report, render_stats
from ipt.library.stats import content_stats
from ipt.library.values import (
    Audience,
    Block,
    BlockKind,
    Course,
    Deck,
    Demonstration,
    Diagram,
    Exchange,
    HalfDay,
    Module,
    MondayCard,
    Outcome,
    Paper,
    Prospectus,
    RecallCard,
    Reference,
    RolePlay,
    Section,
    Signpost,
    Signposts,
    Topic,
    Vignette,
)

__all__ = [
    "Audience", "Block", "BlockKind", "CopyRefused", "Course", "Deck", "Demonstration", "Diagram", "Document",
    "Exchange", "HalfDay", "Line", "Mistake", "Module", "MondayCard", "Node", "Outcome", "PackError", "Paper",
    "Prospectus", "RecallCard", "Reference", "Report", "RolePlay", "Section", "Signpost", "Signposts", "Topic",
    "Vignette", "check_pack", "content_stats", "copy_content", "find_content", "make_pack", "open_pack", "open_pinned",
    "pack_digest", "parse_document", "parse_line", "plain", "read_pack", "render_report", "render_stats",
]  # fmt: skip
