"""activities.yaml of each module and surveys/*.yaml: read by `ipt.activities`, paths turned into lines."""

from ipt.activities import Activity, Check, CheckQuestion, SchemaError, read_activity
from ipt.library.entries import KEY
from ipt.library.index import Named, Sort, User
from ipt.library.marks import Marked
from ipt.library.mistakes import Sheet
from ipt.library.reading.sources import Sources

Path = tuple[str | int, ...]

TAGS = {
    Sort.TOPIC: "topics",
    Sort.OUTCOME: "outcomes",
    Sort.FOCUS: "focus",
    Sort.TECHNIQUE: "techniques",
    Sort.PHASE: "phases",
}


def read_activities(sources: Sources, name: str) -> dict[str, Activity]:
    """The activities of one file by key; those with mistakes are left out."""
    root, sheet = sources.yaml(name), sources.sheet(name)
    if root is None:
        return {}
    if root.items is None:
        sheet.wrong(root.line, root.shown, "a list of activities, each beginning with - key:")
    activities = {}
    for node in root.items or []:
        _define(sources, node, sheet)
        if activity := _read(node, sheet):
            activities[activity.key] = activity
            _use(sources, activity, node, sheet)
    return activities


def _read(node: Marked, sheet: Sheet) -> Activity | None:
    try:
        return read_activity(node.plain)
    except SchemaError as error:
        for mistake in error.all:
            where = next((f' in "{step}"' for step in reversed(mistake.path) if isinstance(step, str)), "")
            sheet.wrong(node.at(mistake.path).line, mistake.found + where, mistake.expected)
        return None


def _define(sources: Sources, node: Marked, sheet: Sheet) -> None:
    """The keys of an activity, its parts and their items, also when there are mistakes elsewhere in it."""
    key = _key(node)
    if key is None:
        return
    sources.index.define(Sort.ACTIVITY, key, sheet)
    for part in _listed(node):
        if inner := _key(part):
            path = f"{key.key}/{inner.key}"
            sources.index.define(Sort.PART, Named(path, inner.line), sheet)
            for item in _listed(part):
                if deepest := _key(item):
                    sources.index.define(Sort.PART, Named(f"{path}/{deepest.key}", deepest.line), sheet)


def _listed(node: Marked) -> list[Marked]:
    return [child for field in (node.table or {}).values() for child in field.items or []]


def _key(node: Marked) -> Named | None:
    field = (node.table or {}).get("key")
    return Named(field.raw, field.line) if field and KEY.fullmatch(field.raw) else None


def _use(sources: Sources, activity: Activity, node: Marked, sheet: Sheet) -> None:
    _serve(sources, activity, User.ACTIVITY, (node, (), sheet))
    for place, part in enumerate(activity.parts):
        if not isinstance(part, Check):
            continue
        for number, question in enumerate(part.questions):
            path: Path = ("parts", place, "questions", number)
            _serve(sources, question, User.QUESTION, (node, path, sheet))
            source = Named(question.source, node.at((*path, "source")).line)
            sources.index.use(Sort.REFERENCE, source, User.QUESTION, sheet)


def _serve(sources: Sources, thing: Activity | CheckQuestion, user: User, here: tuple[Marked, Path, Sheet]) -> None:
    node, path, sheet = here
    for sort, name in TAGS.items():
        keys: tuple[str, ...] = getattr(thing, name)
        named = tuple(Named(key, node.at((*path, name, i)).line) for i, key in enumerate(keys))
        sources.use(sort, named, user, sheet)
