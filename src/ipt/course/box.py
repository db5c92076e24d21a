"""The box of an unlinked sitting: what one answer adds to it, who has answered, and no trace of the order."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from functools import lru_cache

from django.db import connection
from django.db.models import Case, F, Value, When

from ipt.activities import Activity, Json, merged, tally_all, writings
from ipt.course.models import Ballot, Box, Place, Sitting

# Letters and digits that nobody takes for one another; twelve of them are 58 bits.
SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 12
# Rounds of hashing for each guess: about 5 ms; with it, all codes would take far longer than anybody lives.
GUESS_COSTS = 20_000


def make_ballots(sitting: Sitting) -> None:
    """Give everybody who has a place a ballot that says only whether they have answered.

    Those who come later get theirs together, in the order of names: neither the key nor the time of a row says when
    somebody answered.
    """
    have = Ballot.objects.filter(sitting=sitting).values("place")
    late = Place.objects.filter(cohort=sitting.cohort_id, state=Place.State.TAKEN).exclude(pk__in=have)
    Ballot.objects.bulk_create(
        Ballot(sitting=sitting, place=place) for place in late.order_by("person__name", "person_id")
    )


def mark_answered(sitting: Sitting, place: Place) -> bool:
    """Mark one ballot; False when it was marked before.

    All ballots are written again: where a database appends what changes (PostgreSQL), neither the order of the rows
    nor their transaction says who answered last.
    """
    ballots = Ballot.objects.filter(sitting=sitting)
    if not ballots.filter(place=place, answered=False).exists():
        return False
    ballots.update(answered=Case(When(place=place, then=Value(True)), default=F("answered")))
    return True


def fill(box: Box, activity: Activity, values: Mapping[str, Json], code: str) -> None:
    """Add one answer. What comes out depends on which answers are in, never on their order."""
    box.answers += 1
    box.counts = merged(box.counts, tally_all(activity, values))
    box.comments = sorted(
        [*box.comments, *_comments(activity, values, code)],
        key=lambda comment: (comment["text"], comment["part"], comment["receipt"]),
    )


def _comments(activity: Activity, values: Mapping[str, Json], code: str) -> list[dict[str, Json]]:
    """Give the comments as the box keeps them; a receipt stands only with words that may be quoted."""
    return [
        {
            "part": key,
            "text": writing.text,
            "consent": writing.may_quote,
            "receipt": receipt_hash(code, key) if writing.may_quote else "",
            "shown": False,
        }
        for key, value in values.items()
        for writing in writings(activity.part(key), value)
    ]


def new_code() -> str:
    """Make a receipt code; the page holds it, nobody keeps it."""
    return "".join(secrets.choice(SIGNS) for _ in range(CODE_LENGTH))


def code_in(typed: str) -> str:
    """Read a code as people write it, with spaces, hyphens and small letters; empty when it is none."""
    code = "".join(typed.replace("-", " ").split()).upper()
    return code if len(code) == CODE_LENGTH and set(code) <= set(SIGNS) else ""


def spelled(code: str) -> str:
    """Write a code in groups of four."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def receipt_hash(code: str, part: str) -> str:
    """Give what is kept of a code beside a comment.

    It differs from part to part: two comments by one writer must not be known by their receipts. The installation's
    key has no part in it: the code must still be good where a backup was restored.
    """
    return hmac.digest(_stretched(code_in(code)), part.encode(), "sha256").hex()


@lru_cache(maxsize=1)
def _stretched(code: str) -> bytes:
    """Make each guess at a code dear; one code is looked for in many boxes."""
    return hashlib.pbkdf2_hmac("sha256", code.encode(), b"ipt.course.receipt", GUESS_COSTS)


def empty_log() -> None:
    """Write SQLite's log back and cut it to nothing: it would show the box before and after each answer.

    It waits for readers as long as any other write does.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
