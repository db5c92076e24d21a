"""Reads the files of a pack into one frozen course, or names every mistake in them."""

from types import MappingProxyType

from ipt.activities import Activity
from ipt.library.files import Files
from ipt.library.mistakes import Mistake, PackError, Report
from ipt.library.reading.activities import read_activities
from ipt.library.reading.cards import read_monday, read_recall
from ipt.library.reading.course import read_frame
from ipt.library.reading.diagrams import read_diagrams
from ipt.library.reading.exchanges import read_exchanges
from ipt.library.reading.modules import read_modules
from ipt.library.reading.papers import read_papers
from ipt.library.reading.practice import read_demonstrations, read_roleplays
from ipt.library.reading.prospectus import read_prospectus
from ipt.library.reading.references import read_references, read_signposts
from ipt.library.reading.sources import Sources
from ipt.library.reading.stories import read_vignettes
from ipt.library.reading.tags import define_terms
from ipt.library.reading.whole import gaps, length, refuse, unused
from ipt.library.values import Course


class Reading:
    """One reading of a whole pack: its report, and its course when there is no mistake."""

    def __init__(self, files: Files, mistakes: list[Mistake], digest: str) -> None:
        sources = Sources(files, mistakes)
        define_terms(sources.index)
        modules, activities = read_modules(sources)
        surveys = _asked(sources, "surveys")
        questions = _asked(sources, "questions")
        apart = {key: one for form in (*surveys.values(), *questions.values()) for key, one in form.items()}
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
            surveys=MappingProxyType(apart),
            questions=MappingProxyType({form: tuple(asked) for form, asked in questions.items()}),
            forms=frame.forms,
            demonstrations=MappingProxyType(read_demonstrations(sources)),
            roleplays=MappingProxyType(read_roleplays(sources)),
            vignettes=MappingProxyType(read_vignettes(sources)),
            exchanges=MappingProxyType(read_exchanges(sources)),
            monday=MappingProxyType(read_monday(sources)),
            recall=MappingProxyType(read_recall(sources)),
            papers=MappingProxyType(read_papers(sources)),
            diagrams=MappingProxyType(read_diagrams(sources)),
            references=MappingProxyType(read_references(sources)),
            signposts=read_signposts(sources),
            prospectus=read_prospectus(sources),
            retired=tuple(named.key for named in frame.retired),
            digest=digest,
        )
        refuse(sources, self._course, frame.retired)
        self.report = Report(
            mistakes=tuple(sorted(set(mistakes))),
            gaps=tuple(gaps(sources.index, self._course)),
            unused=tuple(unused(sources.index, set(apart))),
            sums=tuple(map(length, frame.half_days)),
        )

    @property
    def course(self) -> Course:
        if not self.report.ok:
            raise PackError(self.report.mistakes)
        return self._course


def _asked(sources: Sources, folder: str) -> dict[str, dict[str, Activity]]:
    """The activities of each file of a folder."""
    return {key: read_activities(sources, name) for key, name in sources.named(folder)}
