"""`ipt content check | copy`: the course's content as files."""

import argparse
from pathlib import Path

from ipt import library
from ipt.site.cli import CommandError
from ipt.site.data_folder import data_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the content."""
    parser.add_argument("what", choices=["check", "copy"], help="check every file, or copy the content to edit it")
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
    report = library.check_pack(args.folder or in_use)
    print(library.render_report(report))  # noqa: T201
    return 0 if report.ok else 1
