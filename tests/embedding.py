"""What stands in a frame, read from its HTML."""

import re
from html import unescape

from django.test import Client
from django.utils.translation import override

MAP, LIST = "/insluiten/kaart/", "/insluiten/lijst/"
FRAMES = [MAP, LIST, f"/en{MAP}", f"/en{LIST}"]


def page(address: str) -> str:
    """The HTML of a page, which is there whatever it was asked."""
    with override("nl"):
        answer = Client().get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def slugs(html: str) -> list[str]:
    """The places that a page shows, in order."""
    return re.findall(r'data-slug="([^"]+)"', html)


def totals(html: str) -> str:
    """``58 plekken, 40 op de kaart``, as the page says it."""
    [said] = re.findall(r'class="totals"[^>]*>([^<]*)<', html)
    return str(said)


def next_page(html: str) -> str:
    """The address of the next page; empty on the last."""
    found = re.search(r'rel="next" href="([^"]+)"', html)
    return unescape(found[1]) if found else ""
