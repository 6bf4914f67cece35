"""The words and signs of an expression, one by one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from places.osm_hours import MONTHS, WEEKDAYS

_CAPITALS = {word.lower(): word for word in (*WEEKDAYS, *MONTHS, "PH", "SH")}

_TOKEN = re.compile(
    r'\s*(?:(?P<comment>"[^"]*")|(?P<always>24/7)|(?P<time>\d{1,2}:\d{2})|(?P<year>\d{4})'
    r"|(?P<number>\d{1,2})(?!\d)|(?P<word>[^\W\d_]+)|(?P<sign>\|\||[^\s\w]))"
)


@dataclass(frozen=True)
class Token:
    """A piece of the text and where it ends; ``kind`` is a group of the pattern above."""

    kind: str
    text: str
    end: int

    @property
    def word(self) -> str:
        """A day, month or other word of the language; nothing for what is not a word."""
        return self.text if self.kind == "word" else ""


def normal(text: str) -> str:
    """With one kind of dash, and days and months in their own capitals; comments stay."""
    pieces = re.split(r'("[^"]*")', text)
    for number in range(0, len(pieces), 2):
        plain = re.sub("[‐-―−]", "-", pieces[number])
        pieces[number] = re.sub(r"[^\W\d_]+", _in_its_own_capitals, plain)
    return "".join(pieces)


class Cursor:
    """Reads tokens from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._tokens = [*self._split(), Token("end", "", len(self.text))]
        self._position = 0

    @property
    def next(self) -> Token:
        return self._tokens[self._position]

    @property
    def after_next(self) -> Token:
        return self._tokens[min(self._position + 1, len(self._tokens) - 1)]

    @property
    def read_until(self) -> int:
        """Where in the text the last token that was taken ends."""
        return self._tokens[self._position - 1].end if self._position else 0

    def take(self) -> Token:
        token = self.next
        self._position += 1
        return token

    def accept(self, *signs: str) -> str:
        """The next token if it is one of these, else nothing."""
        return self.take().text if self.next.text in signs and self.next.text else ""

    def _split(self) -> Iterator[Token]:
        position = 0
        text = self.text.rstrip()
        while position < len(text):
            found = _TOKEN.match(text, position)
            if found is None:
                refuse(text[position:].strip(), _("dat begrijpen we niet."))
            kind = str(found.lastgroup)
            yield Token(kind, found[kind], found.end())
            position = found.end()


def refuse(part: str, why: str) -> NoReturn:
    """Says which part of an expression cannot become rows, and why."""
    raise ValidationError("“%(part)s”: %(why)s", params={"part": part, "why": why})


def _in_its_own_capitals(found: re.Match[str]) -> str:
    return _CAPITALS.get(found[0].lower(), found[0].lower())
