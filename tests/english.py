"""What a page says to those who read English, and what of that is Dutch."""

import re
from collections.abc import Iterable
from gettext import GNUTranslations
from html.parser import HTMLParser
from pathlib import Path

from django.conf import settings

CATALOGUE = settings.BASE_DIR / "locale/en/LC_MESSAGES/django.po"
COMPILED = CATALOGUE.with_suffix(".mo")
PLACEHOLDER = re.compile(r"%\(\w+\)(?:\.\d+)?[sdf]|%%|%[sd]|\{\w+\}|</?\w+[^>]*>")
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
SPOKEN_ATTRIBUTES = ("aria-label", "alt", "placeholder", "title")
TELLING = r"\b(?:het|een|geen|niet|onbekend|naar|voor|deze|zijn|wordt|bel|jij|plek(?:ken)?)\b"
"""Words that are not English, and in most Dutch sentences."""
LINKED_DATA = re.compile(r'<script type="application/ld\+json"[^>]*>.*?</script>', re.DOTALL)


def untranslated(html: str) -> list[str]:
    """The Dutch texts of the interface that this page says."""
    said = EnglishReader(html).text
    texts = texts_in(COMPILED)
    english = " ".join(each for translations in texts.values() for each in translations)
    return [piece for piece in pieces(texts) if piece not in english and piece in said]


def unmarked(html: str) -> list[str]:
    """Where this page speaks Dutch without saying so, with the words around it.

    Linked data is not spoken, and is full of names.
    """
    said = EnglishReader(LINKED_DATA.sub("", html)).text
    return re.findall(f".{{0,30}}{TELLING}.{{0,30}}", said)


def texts_in(path: Path) -> dict[str, list[str]]:
    """Per text of a compiled catalogue its translations: one, or one per plural form."""
    with path.open("rb") as compiled:
        catalogue = GNUTranslations(compiled)._catalog
    texts: dict[str, list[str]] = {}
    for key, translated in catalogue.items():
        texts.setdefault(key if isinstance(key, str) else key[0], []).append(translated)
    texts.pop("", None)
    return texts


def pieces(texts: Iterable[str]) -> set[str]:
    """What stands between placeholders and tags, where it is long enough to be recognised."""
    parts = {part.strip(" .,:;()“”") for text in texts for part in PLACEHOLDER.split(text)}
    return {part for part in parts if len(part) > 12}


class EnglishReader(HTMLParser):
    """Gathers what a page says, aloud too, outside of what it says to be Dutch."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(html)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.said).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        outside = self._open[-1][1] if self._open else False
        dutch = given["lang"] == "nl" if "lang" in given else outside
        if not dutch:
            self.said += [text or "" for name, text in attrs if name in SPOKEN_ATTRIBUTES]
            self.said += filter(_words, (text for name, text in attrs if _may_be_said(name)))
        if tag not in VOID:
            self._open.append((tag, dutch))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Drawings have no text."""

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, dutch = self._open[-1] if self._open else ("", False)
        if tag == "script":
            self.said += filter(_words, re.findall(r'"([^"]*)"', data))
        elif not dutch:
            self.said.append(data)


def _may_be_said(attribute: str) -> bool:
    """Messages of scripts, and what search engines are told."""
    return attribute == "content" or attribute.startswith("data-")


def _words(text: str | None) -> bool:
    """Whether it is more than a name or a number that scripts read."""
    return " " in (text or "")
