"""Ask for one page again and again: alone, for its time; with others at once, for how many a second."""

import http.client
import statistics
import threading
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass

ONE_BY_ONE, AT_ONCE, SECONDS = 200, 8, 3.0
WARM = 30


@dataclass(frozen=True, slots=True)
class Measured:
    """One page of one server."""

    n: int
    median: float
    p95: float
    per_second: float


def measure(port: int, path: str, headers: Mapping[str, str]) -> Measured:
    """Measure one page."""
    with closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
        for _warming in range(WARM):
            ask(connection, path, headers)
        times = sorted(timed(connection, path, headers) for _one in range(ONE_BY_ONE))
    per_second = crowd(port, path, headers)
    return Measured(len(times), statistics.median(times), times[int(len(times) * 0.95)], per_second)


def crowd(port: int, path: str, headers: Mapping[str, str]) -> float:
    """Let several ask at once, for some seconds; how many answers came a second."""
    answers = [0] * AT_ONCE
    until = time.perf_counter() + SECONDS

    def visitor(number: int) -> None:
        with closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
            while time.perf_counter() < until:
                ask(connection, path, headers)
                answers[number] += 1

    visitors = [threading.Thread(target=visitor, args=(number,)) for number in range(AT_ONCE)]
    for one in visitors:
        one.start()
    for one in visitors:
        one.join()
    return sum(answers) / SECONDS


def timed(connection: http.client.HTTPConnection, path: str, headers: Mapping[str, str]) -> float:
    """Give the milliseconds from the question to the whole answer."""
    started = time.perf_counter()
    ask(connection, path, headers)
    return (time.perf_counter() - started) * 1000


def ask(connection: http.client.HTTPConnection, path: str, headers: Mapping[str, str]) -> None:
    """Ask once; anything but the page ends the measuring."""
    connection.request("GET", path, headers=dict(headers))
    response = connection.getresponse()
    response.read()
    if response.status != 200:
        raise SystemExit(f"{path} answered {response.status}: nothing was measured.")
