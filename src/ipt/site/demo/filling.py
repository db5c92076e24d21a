"""Tell the story into an empty database, and note at the very end that it is whole."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.utils import timezone

from ipt import library
from ipt.site.data_folder import DataFolder
from ipt.site.demo.calendar import Stage
from ipt.site.demo.folder import Note
from ipt.site.demo.story import tell


def fill(folder: DataFolder, stage: Stage) -> Note:
    """Fill the database of this data folder, and give what a second start has to know."""
    now = timezone.now()
    password = secrets.token_urlsafe(12)
    with _in_haste():
        told = tell(stage=stage, content=library.make_pack(library.find_content()), password=password, now=now)
    note = Note(
        stage=stage.value,
        filled_at=now,
        tutor=told.tutor.id,
        tutor_token=secrets.token_urlsafe(24),
        password=password,
        delegate=told.delegate.id,
        delegate_token=told.delegate_token,
    )
    note.write(folder)
    return note


@contextmanager
def _in_haste() -> Iterator[None]:
    """Do not wait for the disk after each step: what is interrupted is thrown away; all is on the disk at the end."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = OFF")
        yield
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
