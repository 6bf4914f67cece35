"""Around every browser window: nothing leaves the machine, and nothing goes wrong in silence."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

TILES = "service.pdok.nl"

ONLY_THIS_MACHINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""The browser knows no other host; unlike a route that aborts, this leaves its cache to it."""

OVERTAKEN = ("htmx:afterRequest", "htmx:sendAbort")
"""What htmx calls an error and is none: a question was dropped because a newer one was asked."""


@dataclass
class Walls:
    """What tried to get out, and what the browser complained about."""

    address: str
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def around(self, context: BrowserContext) -> None:
        context.on("request", self._see)
        context.on("console", self._hear)
        context.on("weberror", self._feel)

    def check(self) -> None:
        """Nothing but tiles of the map's background was asked elsewhere; nobody complained."""
        wrong = [url for url in self.outside if urlsplit(url).hostname != TILES] + self.complaints
        self.outside.clear()
        self.complaints.clear()
        assert wrong == [], "\n".join(wrong)

    def _see(self, request: Request) -> None:
        if not request.url.startswith((f"{self.address}/", "data:", "blob:")):
            self.outside.append(request.url)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not self._was_to_be_expected(message):
            self.complaints.append(f"{message.text} ({message.location['url']})")

    def _was_to_be_expected(self, message: ConsoleMessage) -> bool:
        """That a tile does not come, that a page is not found, that the newest question counts."""
        about = message.location["url"]
        about_the_page = message.page is not None and message.page.url == about
        not_there = about_the_page and "status of 4" in message.text
        return urlsplit(about).hostname == TILES or not_there or message.text.startswith(OVERTAKEN)

    def _feel(self, error: WebError) -> None:
        self.complaints.append(str(error.error))
