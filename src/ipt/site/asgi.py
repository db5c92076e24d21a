"""One ASGI front; pages go to Django's WSGI handler on a fixed pool of threads with lasting connections.

Measured on two cores: 350 three-query pages a second this way, 175 through Django's own ASGI handler.
"""

import os
from typing import cast

from ipt.site import sqlite  # noqa: F401 -- before Django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ipt.site.settings")

from a2wsgi import WSGIMiddleware
from a2wsgi.asgi_typing import Receive, ReceiveEvent, Scope, Send
from a2wsgi.wsgi_typing import WSGIApp
from django.conf import settings
from django.core.wsgi import get_wsgi_application

pages = WSGIMiddleware(cast("WSGIApp", get_wsgi_application()), workers=settings.THREADS)


class BrowserLeft(OSError):
    """The browser went away in the middle of what it was sending."""


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer one request."""
    if scope["type"] != "http":
        await pages(scope, receive, send)
        return
    # WSGI writes `-` and `_` alike: X_Forwarded_Proto would pass for what only a proxy may say.
    scope["headers"] = [(name, value) for name, value in scope["headers"] if b"_" not in name]

    async def receive_whole() -> ReceiveEvent:
        """Half a form must not pass for a whole one."""
        event = await receive()
        if event["type"] == "http.disconnect":
            raise BrowserLeft
        return event

    await pages(scope, receive_whole, send)
