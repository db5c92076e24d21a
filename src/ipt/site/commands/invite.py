"""`ipt invite`: make a link that lets a new operator or tutor in."""

import argparse
import datetime as dt

from ipt.site.cli import CommandError, start_django

VALID_DAYS = 7


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whom."""
    parser.add_argument("name", help="their name")
    parser.add_argument("email", help="their e-mail address")
    parser.add_argument("--operator", action="store_true", help="they may plan cohorts and appoint tutors")


def run(args: argparse.Namespace) -> int:
    """Add the person and print a link that works once."""
    start_django()
    from django.core.exceptions import ValidationError  # noqa: PLC0415 -- after start_django
    from django.utils import timezone  # noqa: PLC0415

    from ipt.accounts.actions.links import make_link  # noqa: PLC0415
    from ipt.accounts.actions.people import add_person  # noqa: PLC0415
    from ipt.accounts.models import Link, Person  # noqa: PLC0415
    from ipt.accounts.queries.links import address  # noqa: PLC0415

    now = timezone.now()
    person = Person.objects.filter(email=args.email.strip().lower()).first()
    try:
        person = person or add_person(name=args.name, email=args.email, actor=None, now=now)
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
    if args.operator and not person.is_operator:
        person.is_operator = True
        person.save(update_fields=["is_operator"])
    token = make_link(
        person=person,
        kind=Link.Kind.INVITATION,
        actor=None,
        now=now,
        expires_at=now + dt.timedelta(days=VALID_DAYS),
    )
    print(f"A link for {person.name}, valid once and for {VALID_DAYS} days: {address(token)}")  # noqa: T201
    return 0
