"""A report of a check, and the counts, in words: for `ipt content check` and `ipt content stats`."""

from ipt.library.mistakes import Report
from ipt.library.stats import Stats


def render_report(report: Report) -> str:
    """Half-days first, then what to know, then each mistake as file:line, and the verdict last."""
    paragraphs = [
        _listed("Half-days:", report.sums),
        _listed("Gaps:", report.gaps),
        _listed("Unused:", report.unused),
        "\n".join(str(mistake) for mistake in report.mistakes),
        _verdict(len(report.mistakes), len(report.gaps)),
    ]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"


def _listed(title: str, lines: tuple[str, ...]) -> str:
    return "\n".join([title, *(f"  {line}" for line in lines)]) if lines else ""


def _verdict(mistakes: int, gaps: int) -> str:
    if not mistakes:
        return "The content has no mistakes" + (f", and gaps: {gaps}." if gaps else ".")
    return "1 mistake." if mistakes == 1 else f"{mistakes} mistakes."


def render_stats(stats: Stats) -> str:
    """Each group of counts as a paragraph; what is counted by key stands on one line for each key."""
    return "\n\n".join(
        _listed(f"{name.replace('_', ' ').capitalize()}:", tuple(_counted(key, count) for key, count in group.items()))
        for name, group in stats.items()
    )


def _counted(key: str, count: int | dict[str, int]) -> str:
    if isinstance(count, int):
        return f"{key.replace('_', ' ')}: {count}"
    return f"{key}: " + ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in count.items())
