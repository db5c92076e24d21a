"""The course as files: read into frozen values, checked as a whole, packed and pinned."""

from ipt.library.copies import CopyRefused, copy_content, find_content
from ipt.library.markdown import parse_document, parse_line
from ipt.library.markdown.nodes import Document, Line, Node, plain
from ipt.library.mistakes import Mistake, PackError, Report
from ipt.library.packs import check_pack, make_pack, open_pack, open_pinned, pack_digest, read_pack
from ipt.library.report import render_report
from ipt.library.values import (
    Block,
    BlockKind,
    Course,
    HalfDay,
    Module,
    Outcome,
    Prospectus,
    Reference,
    Section,
    Signpost,
    Signposts,
    Topic,
)

__all__ = [
    "Block", "BlockKind", "CopyRefused", "Course", "Document", "HalfDay", "Line", "Mistake", "Module", "Node",
    "Outcome", "PackError", "Prospectus", "Reference", "Report", "Section", "Signpost", "Signposts", "Topic",
    "check_pack", "copy_content", "find_content", "make_pack", "open_pack", "open_pinned", "pack_digest",
    "parse_document", "parse_line", "plain", "read_pack", "render_report",
]  # fmt: skip
