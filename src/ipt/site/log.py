"""The log: one line for each happening, with the request's id, without anything that lets somebody in."""

import logging
import re
import sys
from logging.handlers import RotatingFileHandler
from typing import Any

from ipt.site.data_folder import DataFolder

# Addresses that are keys: whoever read the log could walk in. Paths of the product: /link/…, /calendar/….
SECRET_ADDRESS = re.compile(r"(/(?:link|calendar|reset)/|token=)[\w-]{16,}")


class Line(logging.Formatter):
    """A line of the log, with secret addresses cut short, also inside tracebacks."""

    def format(self, record: logging.LogRecord) -> str:
        """Write the line."""
        return SECRET_ADDRESS.sub(r"\1...", super().format(record))


class LogFile(RotatingFileHandler):
    """The log file; when it cannot be written, that is said once, and the course goes on."""

    _silent = False

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 -- logging's own name
        """Say it on the console, the first time."""
        if not self._silent:
            self._silent = True
            reason = sys.exc_info()[1]
            print(f"The log {self.baseFilename} cannot be written: {reason}", file=sys.stderr, flush=True)  # noqa: T201 -- there is no log


def logging_settings(data: DataFolder, level: str) -> dict[str, Any]:
    """Give Django its LOGGING."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": "ipt.site.middleware.RequestIdFilter"}},
        "formatters": {
            "line": {
                "()": "ipt.site.log.Line",
                "format": "{asctime} {levelname} {request_id} {name} {message}",
                "style": "{",
            }
        },
        "handlers": {
            "file": {
                "class": "ipt.site.log.LogFile",
                "filename": data.log,
                "maxBytes": 2_000_000,
                "backupCount": 5,
                "delay": True,
                "encoding": "utf-8",
                "formatter": "line",
                "filters": ["request_id"],
            },
        },
        "root": {"handlers": ["file"], "level": level},
    }
