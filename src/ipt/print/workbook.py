"""The delegates' workbook: what is read, what is filled in, and where to turn."""

from ipt.library import Audience, Block, Course, HalfDay
from ipt.library.markdown.nodes import InsertKind
from ipt.print import nodes
from ipt.print.booklet import Booklet, shelf
from ipt.print.halves import block_heading, opening, taught
from ipt.print.nodes import Nodes, words
from ipt.print.practice import observer, prepared, task
from ipt.print.prose import Prose
from ipt.print.signposts import where_to_get_help
from ipt.print.sources import Sources

ABOUT = "For those who take part: what each block teaches, and the papers to work with."
NOTES = 9  # lines at the end of a half-day


def workbook(course: Course) -> Booklet:
    """Set the papers for delegates, six half-days, the papers for supervision and the list of help."""
    prose = _prose(course)
    body = shelf(course, Audience.DELEGATE, prose)
    for half_day in course.half_days:
        body += [*opening(half_day), *(each for block in taught(half_day) for each in _block(half_day, block, prose))]
        body.append(nodes.keep([nodes.fill(words("What I take from this half-day:"), NOTES)]))
    body += [*shelf(course, Audience.SUPERVISION, prose), *where_to_get_help(course)]
    return Booklet("workbook", "Workbook", ABOUT, "book.typ", body, prose)


def _prose(course: Course) -> Prose:
    def shown(key: str, _level: int) -> Nodes:
        return prepared(course.demonstrations[key])

    def played(key: str, _level: int) -> Nodes:
        roleplay = course.roleplays[key]
        return [*task(roleplay), *map(observer, roleplay.observers)]

    inserts = {InsertKind.DEMONSTRATION: shown, InsertKind.ROLEPLAY: played}
    return Prose(course, Sources(course.references), inserts)


def _block(half_day: HalfDay, block: Block, prose: Prose) -> Nodes:
    module = block.module
    if module is None:
        return [block_heading(half_day, block), nodes.paragraph(words(block.summary))]
    done = [block_heading(half_day, block), *prose.document(module.lesson, 3)]
    if module.handout:
        done += [
            nodes.heading(3, words(module.handout.title), kicker="Handout"),
            *prose.document(module.handout, 4),
        ]
    return done
