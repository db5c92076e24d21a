"""Where a server is found: on this machine, and by the others in the room."""

import contextlib
import ipaddress
import socket
from dataclasses import dataclass

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 -- compared, not bound


@dataclass(frozen=True, slots=True)
class Place:
    """The host that was asked for, and the port that was given."""

    host: str
    port: int

    @property
    def here(self) -> str:
        """The address to open on this machine."""
        return self._address("127.0.0.1" if self.host in EVERYWHERE | {"localhost"} else self.host)

    @property
    def for_others(self) -> str:
        """The address to give to others: that of the room's network, where there is one."""
        outside = own_address() if self.host in EVERYWHERE else ""
        return self._address(outside) if outside else self.here

    @property
    def names(self) -> list[str]:
        """The names and addresses to answer to, beside those that are set: no other host name is."""
        if self.host in LOOPBACK:
            return []
        return sorted({in_address(name) for name in ({self.host} - EVERYWHERE) | own_names()})

    def room_lines(self) -> tuple[str, ...]:
        """Say what others in the room open, where that is another address."""
        return (f"In the room: {self.for_others}",) if self.for_others != self.here else ()

    def _address(self, host: str) -> str:
        return f"http://{in_address(host)}:{self.port}"


def own_address() -> str:
    """Give this machine's address on the network that it would use; empty without one."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        # Nothing is sent: connecting a datagram socket only chooses the outgoing address.
        probe.connect(("192.0.2.1", 9))
        return str(probe.getsockname()[0])
    return ""


def own_names() -> set[str]:
    """Give this machine's own names and addresses."""
    name = socket.gethostname().lower()
    names = {name, f"{name.split('.')[0]}.local", "127.0.0.1", "localhost", own_address()}
    with contextlib.suppress(OSError):
        names.update(str(info[4][0]) for info in socket.getaddrinfo(name, None))
    return names - {""}


def in_address(host: str) -> str:
    """Write a host as it stands in an address: IPv6 in brackets, without its zone."""
    try:
        parsed = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    return f"[{parsed}]" if parsed.version == 6 else str(parsed)  # noqa: PLR2004 -- IPv6
