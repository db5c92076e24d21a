"""`ipt forget PERSON`: export, then erase, everything kept about one person."""

import argparse
from pathlib import Path

from ipt.site.cli import start_django

# What no erasure reaches, said each time.
REMAINS = """\
Their feedback was put into a box without a name: nobody can tell which it is, so it stays.
Certificates of others that name them as a tutor stay as they were issued.
Older backups still hold them: delete those, or forget again after a restore."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whom."""
    parser.add_argument("person", help="their e-mail address or id")
    parser.add_argument("--export", type=Path, help="where to write what was kept (default: PERSON-ID.json here)")


def run(args: argparse.Namespace) -> int:
    """Export, then erase."""
    start_django()
    from django.utils import timezone  # noqa: PLC0415 -- after start_django

    from ipt.site.forget import find_person, forget, write_export  # noqa: PLC0415

    person = find_person(args.person)
    file = args.export or Path(f"{person.id}.json")
    write_export(person, file, now=timezone.now())
    print(f"Everything that was kept is in {file}: hand it over, then delete it.")  # noqa: T201
    for name, count in forget(person).items():
        print(f"  {name}: {count} erased")  # noqa: T201
    print(REMAINS)  # noqa: T201
    return 0
