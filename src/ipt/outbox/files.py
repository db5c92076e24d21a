"""Where no mail server is set, a message becomes a file in the data folder: one each, so that it can be erased."""

import re
from collections.abc import Sequence
from email import message_from_bytes, policy
from email.utils import getaddresses
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class EmailBackend(BaseEmailBackend):
    """Write each message as `<its id>.eml`, which every mail program opens."""

    def __init__(self, *, file_path: str | Path | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.folder = Path(file_path or settings.EMAIL_FILE_PATH)

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write them all, whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for email in email_messages:
            text = email.message()
            name = re.sub(r"[^\w-]", "", str(text["Message-ID"]).partition("@")[0])
            unfinished = self.folder / f"{name}.part"
            unfinished.touch(mode=0o600)
            unfinished.write_bytes(text.as_bytes())
            unfinished.replace(self.folder / f"{name}.eml")
        return len(email_messages)


def files_to(addresses: set[str]) -> list[Path]:
    """Give the messages that were written as files to one of these addresses."""
    folder = getattr(settings, "EMAIL_FILE_PATH", None)
    if not folder or not addresses:
        return []
    return [file for file in sorted(Path(folder).glob("*.eml")) if addresses & _recipients(file)]


def erase_files(addresses: set[str]) -> int:
    """Delete them; give how many there were."""
    files = files_to(addresses)
    for file in files:
        file.unlink()
    return len(files)


def _recipients(file: Path) -> set[str]:
    to = message_from_bytes(file.read_bytes(), policy=policy.default).get_all("To", [])
    return {address.lower() for _name, address in getaddresses(to)}
