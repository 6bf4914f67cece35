"""How lists and rows stand in one cell, so that nothing is lost and people can type it.

A list is ``soep, "brood, kaas", thee``. Rows are lines; a line is ``Sfeer: warm | bron: website``,
in which a bar or backslash of the text itself is written ``\\|`` or ``\\\\``. A text of several
lines goes on with two spaces before each next line.
"""

import re
from collections.abc import Iterable

_ITEM = re.compile(r'\s*(?:"((?:[^"]|"")*)"[^\S\n]*(?=[,;\n]|$)|([^,;\n]*))(?:[,;\n]|$)')
_PART = re.compile(r"((?:\\.|[^|])*)(?:\||$)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\|])")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_AT_THE_EDGE = '",;\n'


def tidy(text: str) -> str:
    """Without what a cell cannot keep: control characters, other line ends, space around it."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def listed(items: Iterable[str]) -> str:
    """A list in one line; an item with a comma in it stands in quotes."""
    return ", ".join(_quoted(item) for item in items)


def items_of(text: str) -> list[str]:
    """The items of a list, each once, separated by comma, semicolon or line."""
    found = (
        match[1].replace('""', '"') if match[1] is not None else match[2].strip()
        for match in _ITEM.finditer(text)
    )
    return list(dict.fromkeys(item for item in found if item))


def line(head: str, parts: Iterable[tuple[str, str]]) -> str:
    """A row: its head, and behind bars the parts that are not empty."""
    written = [_escaped(head), *(f"{key}: {_escaped(text)}" for key, text in parts if text)]
    return " | ".join(written).replace("\n", "\n  ")


def lines_of(text: str) -> list[str]:
    """The rows of a cell; a row goes on where a line begins with a space."""
    rows: list[str] = []
    blank: list[str] = []
    for one in tidy(text).split("\n"):
        own = one.removeprefix("  ")
        if not one.strip():
            blank.append(own)
            continue
        if rows and one[0] in " \t":
            rows[-1] = "\n".join([rows[-1], *blank, own])
        else:
            rows.append(one)
        blank.clear()
    return rows


def parts_of(row: str) -> tuple[str, list[tuple[str, str]]]:
    """The head of a row, and its parts as name and text; a part without a colon has no name."""
    head, *rest = [part.strip() for part in _PART.findall(row)][:-1] or [""]
    return _plain(head), [_part(part) for part in rest if part]


def _part(text: str) -> tuple[str, str]:
    key, colon, value = text.partition(":")
    return (key.strip().casefold(), _plain(value.strip())) if colon else ("", _plain(text))


def _quoted(item: str) -> str:
    safe = item == item.strip() and not any(mark in item for mark in _AT_THE_EDGE)
    return item if safe else '"' + item.replace('"', '""') + '"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|")


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
