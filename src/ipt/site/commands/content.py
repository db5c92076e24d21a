"""`ipt content check | stats | copy`: the course's content as files."""

import argparse
import json
from pathlib import Path

from ipt import library
from ipt.site.cli import CommandError
from ipt.site.data_folder import data_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the content."""
    parser.add_argument("what", choices=["check", "stats", "copy"], help="check every file, count, or copy to edit")
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")
    parser.add_argument("folder", nargs="?", type=Path, help="the content folder (default: the one that is in use)")


def run(args: argparse.Namespace) -> int:
    """Check or copy."""
    copy = data_folder().path / "content"
    if args.what == "copy":
        target = args.folder or copy
        try:
            library.copy_content(target)
        except (OSError, library.CopyRefused, library.PackError) as error:
            raise CommandError(str(error)) from error
        print(f"The content is in {target}: edit it there, then run `ipt content check {target}`.")  # noqa: T201
        return 0
    in_use = copy if (copy / "course.yaml").is_file() else library.find_content()
    folder = args.folder or in_use
    return _stats(folder, as_json=args.json) if args.what == "stats" else _check(folder)


def _check(folder: Path) -> int:
    """A gap is a fault too, though a course with gaps can be held."""
    report = library.check_pack(folder)
    print(library.render_report(report))  # noqa: T201
    return 0 if report.ok and not report.gaps else 1


def _stats(folder: Path, *, as_json: bool) -> int:
    try:
        stats = library.content_stats(library.read_pack(folder))
    except library.PackError as error:
        raise CommandError("The content has mistakes: run `ipt content check` first.") from error
    print(json.dumps(stats, indent=2) if as_json else library.render_stats(stats))  # noqa: T201
    return 0
