"""The real server, as an operator starts it, with a mail server beside it that keeps the mail."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from tests.sink import Sink, free_port, listening
from tests.site.installation import Installation, fresh_database


@dataclass(frozen=True, slots=True)
class House:
    """A running installation: where it is and begins, and the mail that it has sent."""

    address: str
    first_run: str
    installation: Installation
    mail: Sink

    def tick(self) -> None:
        """Do what is due, as the minute's clock would."""
        done = self.installation.ipt("tick")
        assert done.returncode == 0, done.stdout + done.stderr

    def newest_mail(self, to: str) -> EmailMessage:
        """Give the last message that this address was sent."""
        return next(message for recipients, message in reversed(self.mail.arrived) if to in recipients)

    def link_for(self, to: str) -> str:
        """Read the personal link in the last message that carries one."""
        for recipients, message in reversed(self.mail.arrived):
            body = message.get_body(("plain",))
            found = re.search(r"https?://\S+/link/\S+", body.get_content() if body else "")
            if to in recipients and found:
                return found[0]
        raise LookupError(to)


@contextmanager
def running(folder: Path) -> Iterator[House]:
    """Run the product in a fresh data folder until the test is over."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with listening() as (mail, mail_port), fresh_database() as database:
        settings = {"IPT_MAIL_URL": f"smtp://127.0.0.1:{mail_port}", "IPT_PUBLIC_URL": address}
        installation = Installation(folder, database, settings)
        with installation.served("--port", str(port), "--no-tick") as served:
            assert served.said == [f"Serving on {address}"]
            assert served.process.stdout is not None
            first_run = served.process.stdout.readline().split()[-1]
            yield House(address, first_run, installation, mail)
            assert served.process.poll() is None, "The server ended before the test did."
