"""The tutor's guide: run sheets, scripts, cards to cut out, and the keys that delegates are not given."""

from ipt.library import Audience, Block, Course, HalfDay, Module, RolePlay
from ipt.library.markdown.nodes import Heading, InsertKind, Node, inserted, plain
from ipt.print import nodes
from ipt.print.booklet import Booklet, shelf
from ipt.print.halves import block_heading, label_of, opening, taught
from ipt.print.nodes import Json, Nodes, words
from ipt.print.practice import cards, script
from ipt.print.prose import Prose
from ipt.print.questions import asked, forms
from ipt.print.signposts import where_to_get_help
from ipt.print.sources import Sources
from ipt.print.stories import all_conversations, all_stories
from ipt.print.words import half_day_name, minutes

ABOUT = "For the tutor alone: it holds the scripts, the cards and the keys."
BEFORE = "before"  # the section of a run sheet that says what to have ready


def guide(course: Course) -> Booklet:
    """Set everything a tutor holds in hand over the three days."""
    prose = Prose(course, Sources(course.references))
    body = shelf(course, Audience.TUTOR, prose) + _materials(course, prose)
    for half_day in course.half_days:
        body += opening(half_day)
        for block in taught(half_day):
            body += [nodes.new_page(), block_heading(half_day, block), *_block(course, block, prose)]
    body += _exercises(course)
    body += _part("The stories, with their key", all_stories(course, prose.sources))
    body += _part("The conversations, with their key", all_conversations(course, prose.sources))
    body += _part("The knowledge questions, with their key", forms(course, prose.sources))
    body += [*shelf(course, Audience.CHAMPION, prose), *where_to_get_help(course)]
    return Booklet("tutors-guide", "Tutor’s guide", ABOUT, "book.typ", body, prose)


def _part(title: str, held: Nodes) -> Nodes:
    """A part with its title; nothing where it would hold nothing."""
    return [nodes.heading(1, words(title)), *held] if held else []


def _block(course: Course, block: Block, prose: Prose) -> Nodes:
    done: Nodes = [nodes.paragraph(words(block.summary), quiet=True)]
    if block.module:
        done += prose.document(block.module.tutor, 3)
    done += asked(course, block.activities, prose.sources)
    for key in _shown(block.module):
        done += script(course.demonstrations[key], 3, prose.sources)
    return done


def _shown(module: Module | None) -> list[str]:
    return inserted(module.lesson, InsertKind.DEMONSTRATION) if module else []


def _played(module: Module | None) -> list[str]:
    return inserted(module.lesson, InsertKind.ROLEPLAY) if module else []


def _materials(course: Course, prose: Prose) -> Nodes:
    """What to print and to bring, block by block, and what each run sheet wants ready."""
    done: Nodes = [nodes.heading(1, words("What to have ready"))]
    for half_day in course.half_days:
        done.append(nodes.heading(2, words(half_day_name(half_day.number))))
        for block in taught(half_day):
            done += _ready(course, half_day, block, prose)
    return done


def _ready(course: Course, half_day: HalfDay, block: Block, prose: Prose) -> Nodes:
    module = block.module
    printed = [f"Script: {course.demonstrations[key].title}, one for each reader" for key in _shown(module)]
    printed += [
        f"Cards and observer sheets: {course.roleplays[key].title}, one set for each three" for key in _played(module)
    ]
    if module and module.handout:
        printed.append(f"Handout: {module.handout.title}, one each (in the workbook)")
    before = prose.nodes(_before(module), 3) if module else []
    if not printed and not before:
        return []
    time = f"{half_day.starts_of(block.key):%H:%M}"
    title: Json = {"is": "pointer", "time": time, "of": words(block.title), "to": label_of(block)}
    return [title, *([nodes.ticks(printed)] if printed else []), *before]


def _before(module: Module) -> list[Node]:
    """The passages of a run sheet under its heading "Before"."""
    found: list[Node] = []
    within = False
    for node in module.tutor.nodes:
        if isinstance(node, Heading):
            within = plain(node.children).strip().lower() == BEFORE
        elif within:
            found.append(node)
    return found


def _exercises(course: Course) -> Nodes:
    """Each exercise for threes, in the order of the course: its task and observer sheets, then its cards."""
    if not course.roleplays:
        return []
    when = {
        key: half_day_name(half_day.number)
        for half_day in course.half_days
        for block in half_day.blocks
        for key in _played(block.module)
    }
    done: Nodes = [nodes.heading(1, words("Cards for practice"))]
    for number, key in enumerate([*when, *(key for key in course.roleplays if key not in when)]):
        done += [nodes.new_page()] if number else []
        done += _exercise(course.roleplays[key], when.get(key, ""))
    return done


def _exercise(played: RolePlay, when: str) -> Nodes:
    return [
        nodes.heading(2, words(played.title), kicker=when),
        nodes.facts([("Round", minutes(played.minutes)), ("Task", played.task), ("Out of role", played.out_of_role)]),
        nodes.plain_list(played.steps, start=1),
        cards(played),
    ]
