"""The registry of due jobs, which `ipt tick` runs; the server of a laptop runs it every minute."""

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do when its time has come. `run(now)` gives how many things it did; it may run at any time and
    as often as anybody likes, and does each thing once."""

    name: str
    label: str
    run: Callable[[dt.datetime], int]


_JOBS: dict[str, Job] = {}


def register(job: Job) -> None:
    """Add a job; called from an app's `apps.py`. Jobs run in the order of registration, messages last."""
    _JOBS[job.name] = job


def run_due(now: dt.datetime) -> dict[str, int]:
    """Run all jobs; one that fails is logged and does not keep the others from running (its count is -1)."""
    done: dict[str, int] = {}
    for job in sorted(_JOBS.values(), key=lambda job: job.name == LAST):
        try:
            done[job.name] = job.run(now)
        except Exception:
            logger.exception("The due job %s failed.", job.name)
            done[job.name] = -1
    return done


# Messages go out after everything that may write one.
LAST = "outbox.send"
