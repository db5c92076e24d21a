"""A real mail server for tests: it takes or refuses messages on a free port, and shows what it was given."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from pytest_django import Settings

from ipt.site import connections
from ipt.site.data_folder import data_folder


class Sink:
    """What arrived, and how to answer the next messages."""

    def __init__(self) -> None:
        self.arrived: list[tuple[list[str], EmailMessage]] = []
        # Addresses that are refused, with the answer.
        self.refuses: dict[str, str] = {}

    async def handle_RCPT(  # noqa: N802 -- the name that aiosmtpd calls
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        if answer := self.refuses.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 -- as above
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.arrived.append((list(envelope.rcpt_tos), message))
        return "250 OK"

    @property
    def subjects(self) -> list[str]:
        return [message["Subject"] for _to, message in self.arrived]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def listening() -> Iterator[tuple[Sink, int]]:
    """Run a mail server; give what it keeps, and its port."""
    sink = Sink()
    port = free_port()
    controller = Controller(sink, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield sink, port
    finally:
        controller.stop()


@contextmanager
def mail_server(settings: Settings) -> Iterator[Sink]:
    """Run a mail server and let the product send to it, with the settings an operator would give."""
    with listening() as (sink, port):
        with pytest.MonkeyPatch.context() as surroundings:
            surroundings.setenv("IPT_MAIL_URL", f"smtp://127.0.0.1:{port}")
            given = connections.mail(data_folder())
        for name, value in given.items():
            setattr(settings, name, value)
        yield sink
