"""Reads the files of a pack into one frozen course, or names every mistake in them."""

from types import MappingProxyType

from ipt.activities import Activity
from ipt.library.files import Files
from ipt.library.index import Index, Sort, User
from ipt.library.mistakes import Mistake, PackError, Report
from ipt.library.reading.activities import read_activities
from ipt.library.reading.course import Frame, read_frame
from ipt.library.reading.modules import read_modules
from ipt.library.reading.prospectus import read_prospectus
from ipt.library.reading.references import read_references, read_signposts
from ipt.library.reading.sources import Sources
from ipt.library.values import Course, HalfDay

SURVEYS = "surveys/"
LASTING = (Sort.TOPIC, Sort.OUTCOME, Sort.HALF_DAY, Sort.BLOCK, Sort.ACTIVITY, Sort.PART)


class Reading:
    """One reading of a whole pack: its report, and its course when there is no mistake."""

    def __init__(self, files: Files, mistakes: list[Mistake], digest: str) -> None:
        sources = Sources(files, mistakes)
        modules, activities = read_modules(sources)
        surveys = _surveys(sources)
        frame = read_frame(sources, modules)
        self._course = Course(
            title=frame.title,
            subtitle=frame.subtitle,
            summary=frame.summary,
            aim=frame.aim,
            topics=tuple(frame.topics),
            outcomes=tuple(frame.outcomes),
            half_days=tuple(frame.half_days),
            modules=MappingProxyType(modules),
            activities=MappingProxyType(activities),
            surveys=MappingProxyType(surveys),
            references=MappingProxyType(read_references(sources)),
            signposts=read_signposts(sources),
            prospectus=read_prospectus(sources),
            retired=tuple(named.key for named in frame.retired),
            digest=digest,
        )
        sources.index.resolve()
        _refuse_unserved(sources)
        _refuse_retired(sources, frame)
        self.report = Report(
            mistakes=tuple(sorted(set(mistakes))),
            gaps=tuple(_gaps(sources.index)),
            unused=tuple(_unused(sources.index, set(surveys))),
            sums=tuple(map(_sum, frame.half_days)),
        )

    @property
    def course(self) -> Course:
        if not self.report.ok:
            raise PackError(self.report.mistakes)
        return self._course


def _surveys(sources: Sources) -> dict[str, Activity]:
    names = [name for name in sources.files if name.startswith(SURVEYS)]
    return {key: survey for name in names for key, survey in read_activities(sources, name).items()}


def _refuse_unserved(sources: Sources) -> None:
    """Nothing is promised that no block serves."""
    for sort in (Sort.TOPIC, Sort.OUTCOME):
        for key in sources.index.keys(sort):
            if key and key not in sources.index.used(sort, User.BLOCK):
                place = sources.index.defined[sort, key]
                sources.sheet(place.file).wrong(place.line, f'the {sort} "{key}" in no block', "a block for it")


def _refuse_retired(sources: Sources, frame: Frame) -> None:
    """A key that once meant something else must not come back."""
    for named in frame.retired:
        for sort in LASTING:
            if place := sources.index.defined.get((sort, named.key)):
                found = f'the retired key "{named.key}" ({sort})'
                sources.sheet(place.file).wrong(place.line, found, "a key that was never used")


def _gaps(index: Index) -> list[str]:
    return [
        f'No activity or question serves the {sort} "{key}".'
        for sort in (Sort.TOPIC, Sort.OUTCOME)
        for key in index.keys(sort)
        if key not in index.used(sort, User.ACTIVITY, User.QUESTION)
    ]


def _unused(index: Index, surveys: set[str]) -> list[str]:
    lines = []
    for sort in (Sort.MODULE, Sort.ACTIVITY, Sort.REFERENCE):
        used = surveys | index.used(sort, *User)
        if left := [key for key in index.keys(sort) if key not in used]:
            lines.append(f"Nothing uses the {sort} {', '.join(left)}.")
    return lines


def _sum(half_day: HalfDay) -> str:
    return (
        f"{half_day.key}: {half_day.starts:%H:%M} to {half_day.ends:%H:%M}, "
        f"{half_day.minutes} minutes, at least {half_day.least_minutes}"
    )
