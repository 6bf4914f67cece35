"""Linked data inside a page."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def json_ld(document: dict[str, Any]) -> SafeString:
    """A document of schema.org, safe inside a script element; what is empty is left out."""
    said = {"@context": "https://schema.org", **known(document)}
    return mark_safe(json.dumps(said, ensure_ascii=False).translate(ESCAPES))  # noqa: S308


def known(document: dict[str, Any]) -> dict[str, Any]:
    """The properties of which something is known; "no" is something."""
    return {name: value for name, value in document.items() if value or value is False}
