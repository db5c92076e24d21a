"""`./run bench`: measure the real server beside the bare framework, and print both with the budgets."""

import datetime as dt
import json
import os
import platform
import sys
import tempfile
from pathlib import Path

from bench.inside import CERTIFICATES, WAY_IN
from bench.load import AT_ONCE, ONE_BY_ONE, Measured, measure
from bench.servers import Server, said_inside, serving

# The budgets of the design, on two cores.
PAGE_MS, START_S, CERTIFICATES_S, MEMORY_MB = 25, 3, 1, 250


def main() -> int:
    print(
        f"{dt.datetime.now(dt.UTC):%d %B %Y}, {os.cpu_count()} cores ({platform.machine()}), Python "
        f"{platform.python_version()}; load before the start: {load()}\n",
        flush=True,
    )
    with tempfile.TemporaryDirectory(prefix="ipt-bench-") as name:
        folder = Path(name)
        with serving(folder / "hello", "bench.hello") as server:
            hello = measure(server.port, "/", {})
        with serving(folder / "empty", "ipt", "serve", "--port", "0") as server:
            first_empty = server.seconds
        with serving(folder / "demo", "ipt", "demo", "--port", "0") as server:
            first_demo = server.seconds
        with serving(folder / "demo", "ipt", "demo", "--port", "0") as server:
            pages(server, hello, json.loads(said_inside(folder / "demo", WAY_IN)))
            print_others(server, first_empty, first_demo, float(said_inside(folder / "demo", CERTIFICATES)))
    return 0


def pages(server: Server, hello: Measured, way: dict[str, str]) -> None:
    """Print a line a page, each beside the bare framework."""
    print(
        f"Pages: {ONE_BY_ONE} one by one for the time, then {AT_ONCE} visitors at once; "
        f"the delegate's cohort has {way['people']} people."
    )
    print(f"{'':34}{'median':>9}{'p95':>9}{'budget':>9}{'a second':>10}{'of bare':>9}")
    print_page("bare Django: hello", hello, hello)
    asked = {
        "home, a stranger": ("/", {}),
        "home, a delegate": ("/", {"Cookie": way["cookie"]}),
        "the cohort, a delegate": (way["cohort"], {"Cookie": way["cookie"]}),
        "a block with its lesson, a delegate": (way["block"], {"Cookie": way["cookie"]}),
    }
    for name, (path, headers) in asked.items():
        print_page(name, measure(server.port, path, headers), hello, budget=f"{PAGE_MS} ms")


def print_page(name: str, page: Measured, hello: Measured, *, budget: str = "") -> None:
    share = page.per_second / hello.per_second
    print(f"{name:34}{page.median:6.1f} ms{page.p95:6.1f} ms{budget:>9}{page.per_second:10.0f}{share:8.1%}", flush=True)


def print_others(server: Server, first_empty: float, first_demo: float, certificates: float) -> None:
    """Print what is measured once."""
    print(f"\n{'Once each (n = 1)':34}{'measured':>12}{'budget':>9}{'of budget':>11}")
    lines = [
        ("first start, nothing in it", first_empty, "s", None),
        ("first start of the demo, filled", first_demo, "s", None),
        ("second start of the demo", server.seconds, "s", START_S),
        ("fifteen certificates", certificates, "s", CERTIFICATES_S),
        ("memory of the served demo", server.memory, "MB", MEMORY_MB),
    ]
    for name, value, unit, budget in lines:
        if value is None:
            print(f"{name:34}{'not said by this system':>12}")
            continue
        beside = f"{budget} {unit}" if budget else ""
        share = f"{value / budget:11.0%}" if budget else ""
        print(f"{name:34}{value:9.2f} {unit:2}{beside:>9}{share}")


def load() -> str:
    """Say how busy the machine is: what else runs changes every figure."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    sys.exit(main())
