"""A person's own browser window, which writes down whatever goes wrong in it."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response


@dataclass(eq=False)
class Window:
    """A window with cookies of its own; `complaints` is empty while all is well."""

    page: Page
    home: str
    complaints: list[str] = field(default_factory=list)

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    def open(self, address: str) -> None:
        """Go to an address, whole or from the root of the product."""
        self.page.goto(self.home + address if address.startswith("/") else address)

    def asked(self, request: Request) -> None:
        """Hear of every request: there is no other host than ours."""
        if not request.url.startswith((f"{self.home}/", "data:", "blob:")):
            self.complaints.append(f"asked another host: {urlsplit(request.url).netloc}")

    def answered(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status} {response.request.method} {response.url}")

    def failed(self, request: Request) -> None:
        """Hear of a request that got no answer; one that was given up because its page was left is no failure."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.failure}: {request.url}")

    def said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type}: {message.text}")

    def close(self) -> None:
        self.context.close()


def open_window(browser: Browser, home: str, **how: object) -> Window:
    """Open a window of the product at `home`; `how` is what Playwright knows about a context."""
    context = browser.new_context(**how)  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    window = Window(context.new_page(), home)
    context.on("request", window.asked)
    context.on("response", window.answered)
    context.on("requestfailed", window.failed)
    context.on("console", window.said)
    context.on("weberror", lambda error: window.complaints.append(str(error.error)))
    return window
