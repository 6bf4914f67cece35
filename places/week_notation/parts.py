"""Lines and their parts: what separates them, and how a text may contain a separator."""

import re

KEYS = {
    "wat": "note",
    "wat (engels)": "note_en",
    "kosten": "cost",
    "kosten (engels)": "cost_en",
    "aanmelden": "sign_up",
    "aanmelden (engels)": "sign_up_en",
    "bron": "source",
    "gelezen": "source_date",
}
REASON_KEYS = {"reden": "reason", "reden (engels)": "reason_en"}

_ESCAPES = {"\\": "\\\\", "|": "\\|", ";": "\\;", "\n": "\\n", "\r": "\\r"}
_PLAIN = {escaped: character for character, escaped in _ESCAPES.items()}
_KEYED = re.compile(r"\s*([^:]*?)\s*:\s*(.*)", re.DOTALL)


def lines(text: str) -> list[str]:
    """What stands on lines of its own or after ``;``, without the empty ones."""
    return _split(text.replace("\r\n", "\n"), r"\n;")


def parts(line: str) -> list[str]:
    """What stands between ``|``, without the empty ones; still escaped."""
    return _split(line, "|")


def escaped(text: str) -> str:
    """A text that holds no separator; spaces around it are dropped, as in any form."""
    return "".join(_ESCAPES.get(character, character) for character in text.strip())


def plain(text: str) -> str:
    """What ``escaped`` made of a text, undone."""
    return re.sub(r"\\[\\|;nr]", lambda found: _PLAIN[found[0]], text).strip()


def keyed(part: str, keys: dict[str, str]) -> tuple[str, str] | None:
    """The field and the text of ``kosten: 5 euro``; None if it does not begin with a key."""
    found = _KEYED.fullmatch(part)
    field = keys.get(" ".join(found[1].lower().split())) if found else None
    return (field, plain(found[2])) if found and field else None


def _split(text: str, separators: str) -> list[str]:
    pieces = re.findall(rf"(?:\\.?|[^\\{separators}])+", text, re.DOTALL)
    return [piece.strip() for piece in pieces if piece.strip()]
