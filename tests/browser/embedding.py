"""Somebody else's page on another origin, with a snippet of ours in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from playwright.sync_api import BrowserContext, FrameLocator, Locator, Page

AROUND = """<!doctype html><html lang="nl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Bibliotheek</title>
<style>body { margin: 16px; font: 16px sans-serif; }</style></head>
<body><h1>Bibliotheek Noord</h1><p><a href="#voor">Ervoor</a></p>
<main>SNIPPET</main><p><a href="#na">Erna</a></p></body></html>"""


@dataclass
class Host:
    """A web site that is not ours; it serves one page, whatever it is asked."""

    address: str = ""
    html: str = ""
    asked: list[str] = field(default_factory=list)

    def visit(self, context: BrowserContext, snippet: str) -> Page:
        """A visitor of the page with this snippet in it; ``asked`` holds all that is loaded."""
        self.html = AROUND.replace("SNIPPET", snippet)
        page = context.new_page()
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(self.address)
        return page


@contextmanager
def running_host() -> Iterator[Host]:
    """The site of a library, on a port of its own and so on another origin."""
    host = Host()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(host.html.encode())

        def log_message(self, *words: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    host.address = f"http://127.0.0.1:{server.server_port}/"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()


def built(page: Page, query: str, language: str = "") -> str:
    """The snippet that the builder makes."""
    page.goto(f"{language}/insluiten/{query}")
    return page.locator("#snippet").input_value()


def framed(page: Page) -> FrameLocator:
    return page.frame_locator("main iframe")


def houses(page: Page) -> Locator:
    """What stands on the map in the frame: houses and clusters."""
    return framed(page).locator("#map .map-house, #map .map-cluster")


def height(page: Page) -> float:
    """Of the frame, in pixels."""
    box = page.locator("main iframe").bounding_box()
    assert box is not None
    return box["height"]
