"""Texts and JSON documents, from a file or an address."""

import json
import re
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from django.utils.translation import gettext as _

from places.importing.report import Refused

PATIENCE = 30
"""Seconds to wait for an address before giving up."""


def is_address(source: str) -> bool:
    """Whether the source is on the web; else it is a file."""
    return source.startswith(("https://", "http://"))


def year_in(source: str) -> int | None:
    """The vintage in a name such as wijken-en-buurten-2025."""
    year = re.search(r"(?<!\d)(20\d\d)(?!\d)", source)
    return int(year[1]) if year else None


def text_of(source: str) -> str:
    """The text at a path or an address. Raises Refused when it cannot be read."""
    try:
        if is_address(source):
            request = Request(source, headers={"Accept": "application/geo+json, */*"})  # noqa: S310
            with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
                return str(answer.read().decode("utf-8-sig"))
        return Path(source).read_text("utf-8-sig")
    except (OSError, HTTPException, ValueError) as error:
        message = _("%(source)s is niet te lezen (%(reason)s); er is niets veranderd.")
        raise Refused(message % {"source": source, "reason": error}) from error


def json_of(source: str) -> Any:
    """The JSON document at a path or an address. Raises Refused when there is none."""
    try:
        return json.loads(text_of(source))
    except (ValueError, RecursionError) as error:
        message = _("%(source)s is geen JSON (%(reason)s); er is niets veranderd.")
        raise Refused(message % {"source": source, "reason": error}) from error
