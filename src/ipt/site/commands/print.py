"""`ipt print course-pack`: the course on paper, as five booklets."""

import argparse
from pathlib import Path

from ipt import library
from ipt.print.booklet import PAPERS, Layout
from ipt.print.course_pack import course_pack
from ipt.print.pdf import DoesNotFit
from ipt.print.signposts import NobodyToTurnTo
from ipt.site.cli import CommandError
from ipt.site.data_folder import data_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to print, from where, and how."""
    parser.add_argument("what", choices=["course-pack"], help="workbook, tutor's guide, slides, handouts and cards")
    parser.add_argument("--out", type=Path, default=Path("course-pack"), help="the folder to write to")
    parser.add_argument("--content", type=Path, help="the content folder (default: the one that is in use)")
    parser.add_argument("--paper", choices=list(PAPERS), default="a4", help="what is printed on (default: a4)")
    parser.add_argument("--large-print", action="store_true", help="18 point, for those who read better so")


def run(args: argparse.Namespace) -> int:
    """Make the booklets, and say where each of them is."""
    course = _course(args.content or _in_use())
    layout = Layout(paper=args.paper, large_print=args.large_print)
    try:
        args.out.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise CommandError(f"{args.out} is not a folder: choose another with --out.") from error
    try:
        for name, pdf in course_pack(course, layout):
            (args.out / name).write_bytes(pdf.data)
            note = "" if pdf.tagged else " (without tags: a character is in none of the fonts)"
            print(f"{args.out / name}{note}")  # noqa: T201 -- the command line speaks by printing
    except (DoesNotFit, NobodyToTurnTo) as error:
        raise CommandError(str(error)) from error
    return 0


def _in_use() -> Path:
    """A tutor's own copy, else the course that came with the product."""
    copy = data_folder().path / "content"
    return copy if (copy / "course.yaml").is_file() else library.find_content()


def _course(folder: Path) -> library.Course:
    try:
        return library.read_pack(folder)
    except library.PackError as error:
        raise CommandError(f"The content in {folder} has mistakes: run `ipt content check` first.") from error
