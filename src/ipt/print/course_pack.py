"""The course on paper: five booklets made from one course."""

from collections.abc import Callable, Iterator
from types import MappingProxyType

from ipt.library import Course
from ipt.print.booklet import Booklet, Layout, print_booklet
from ipt.print.cards import cards
from ipt.print.guide import guide
from ipt.print.handouts import handouts
from ipt.print.pdf import Pdf
from ipt.print.slides import slides
from ipt.print.workbook import workbook

# In the order in which they are made; the name is that of the file.
BOOKLETS: MappingProxyType[str, Callable[[Course], Booklet]] = MappingProxyType(
    {"workbook": workbook, "tutors-guide": guide, "slides": slides, "handouts": handouts, "cards": cards}
)


def course_pack(course: Course, layout: Layout | None = None) -> Iterator[tuple[str, Pdf]]:
    """Make one after the other, each with the name of its file."""
    for name, booklet in BOOKLETS.items():
        yield f"{name}.pdf", print_booklet(booklet(course), course, layout or Layout())
