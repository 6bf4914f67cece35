"""What a search engine is asked to read (sitemaps.org), in every language of the site.

Django's own sitemaps reach a page by counting from the first, ask a reverse look-up for each
address, and read all places to date their index.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from django.conf import settings
from django.urls import reverse, translate_url

from places.feeds.addresses import Whole
from places.models.crawled import Part, pages_in, parts
from places.models.entry_columns import SLUG

XML = "application/xml; charset=utf-8"
FIXED = "paginas"
FIXED_PAGES = (
    *("directory", "values", "dilemmas", "neighbourhoods", "networks"),
    *("about", "accessibility", "privacy", "open_data", "data_dictionary", "embedding"),
)
"""Names of the pages that are there whatever is in the database."""

NAMES = {
    "plekken": "place",
    "waarden": "value",
    "dilemmas": "dilemma",
    "gebieden": "district",
    "wijken": "neighbourhood",
    "netwerken": "network",
}
"""The name of the address of each kind of page."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_LASTMOD = "<!--lastmod-->"


def sitemap_index(whole: Whole) -> str:
    """Where all the parts are, and when something in them changed last."""
    listed = [Part(FIXED, 0, None), *parts()]
    return f"{_HEAD}<sitemapindex {_SITEMAPS}>{''.join(_listed(whole, listed))}</sitemapindex>"


def sitemap(whole: Whole, kind: str, number: int) -> str | None:
    """The addresses of one part; None when it has none."""
    entries = _fixed(whole) if (kind, number) == (FIXED, 0) else _pages(whole, kind, number)
    urls = "\n".join(entries)
    return f"{_HEAD}<urlset {_SITEMAPS} {_XHTML}>\n{urls}\n</urlset>" if urls else None


def _listed(whole: Whole, listed: Iterable[Part]) -> Iterator[str]:
    for part in listed:
        address = whole.named("sitemap_part", part.kind, str(part.number))
        yield f"\n<sitemap><loc>{escape(address)}</loc>{_lastmod(part.changed_at)}</sitemap>"


def _fixed(whole: Whole) -> Iterator[str]:
    for name in FIXED_PAGES:
        yield from _in_each_language(whole, reverse(name), "")


def _pages(whole: Whole, kind: str, number: int) -> Iterator[str]:
    """The frame of an entry is made once; a look-up for each of ten thousand takes a second."""
    if kind not in NAMES:
        return
    frames = list(_in_each_language(whole, reverse(NAMES[kind], args=[SLUG]), _LASTMOD))
    for page in pages_in(kind, number):
        changed = _lastmod(page.changed_at)
        for frame in frames:
            yield frame.replace(SLUG, page.slug).replace(_LASTMOD, changed)


def _in_each_language(whole: Whole, path: str, lastmod: str) -> Iterator[str]:
    """An entry per language, which names all others and itself; Dutch is for who speaks neither."""
    codes = [code for code, _name in settings.LANGUAGES]
    addresses = {code: whole(translate_url(path, code)) for code in codes}
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(address)}/>'
        for code, address in {**addresses, "x-default": addresses[settings.LANGUAGE_CODE]}.items()
    )
    for address in addresses.values():
        yield f"<url><loc>{escape(address)}</loc>{lastmod}{others}</url>"


def _lastmod(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return f"<lastmod>{moment.astimezone(UTC).isoformat(timespec='seconds')}</lastmod>"
