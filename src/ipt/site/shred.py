"""What lies outside the tables: mail that was written to files, sessions that mention somebody, the log."""

import uuid
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session

from ipt.accounts.models import Person
from ipt.outbox.files import erase_files, files_to
from ipt.vault.erasure import Json, Shredder, register


def register_shredder() -> None:
    """Register with the vault."""
    register(Shredder("files and log", ("sessions.Session",), export, erase))


def export(person: uuid.UUID) -> Json:
    """Give the mail that no table knows of; sessions and log hold nothing but what the other stores give."""
    email = _words(person)[1]
    return [file.read_text(encoding="utf-8", errors="replace") for file in files_to({email})] if email else []


def erase(person: uuid.UUID) -> int:
    """Delete the files and sessions, and blacken the lines of the log."""
    words = [word for word in _words(person) if word]
    if not words:
        return 0
    erased = erase_files({words[-1]})
    for session in Session.objects.all():
        held = repr(session.get_decoded())
        if str(person) in held or any(word in held for word in words):
            session.delete()
            erased += 1
    return erased + sum(blacken(file, words) for file in settings.DATA.logs)


def blacken(file: Path, words: list[str]) -> int:
    """Write over each occurrence, in place and in the same length, while others go on writing to the end."""
    text = file.read_bytes()
    found = 0
    with file.open("r+b") as stream:
        for word in (word.encode() for word in words):
            start = text.find(word)
            while start >= 0:
                stream.seek(start)
                stream.write(b"x" * len(word))
                found += 1
                start = text.find(word, start + len(word))
    return found


def _words(person: uuid.UUID) -> tuple[str, str]:
    """Give a person's name and e-mail address, each empty when there is none."""
    name, email = Person.objects.values_list("name", "email").filter(pk=person).first() or ("", "")
    return name, email or ""
