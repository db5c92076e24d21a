"""A report of a check in words, for `ipt content check`."""

from ipt.library.mistakes import Report


def render_report(report: Report) -> str:
    """Half-days first, then what to know, then each mistake as file:line, and the verdict last."""
    paragraphs = [
        _listed("Half-days:", report.sums),
        _listed("Gaps:", report.gaps),
        _listed("Unused:", report.unused),
        "\n".join(str(mistake) for mistake in report.mistakes),
        _verdict(len(report.mistakes)),
    ]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"


def _listed(title: str, lines: tuple[str, ...]) -> str:
    return "\n".join([title, *(f"  {line}" for line in lines)]) if lines else ""


def _verdict(mistakes: int) -> str:
    if not mistakes:
        return "The content has no mistakes."
    return "1 mistake." if mistakes == 1 else f"{mistakes} mistakes."
