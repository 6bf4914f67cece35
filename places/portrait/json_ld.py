"""Linked data inside a page."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

ESCAPES = {"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"}


def json_ld(document: dict[str, Any]) -> SafeString:
    """A document of schema.org, safe inside a script element; what is empty is left out."""
    said = {"@context": "https://schema.org", **known(document)}
    text = json.dumps(said, ensure_ascii=False)
    for character, escape in ESCAPES.items():  # a tenth of the time of ``str.translate``
        text = text.replace(character, escape)
    return mark_safe(text)  # noqa: S308


def known(document: dict[str, Any]) -> dict[str, Any]:
    """The properties of which something is known; "no" is something."""
    return {name: value for name, value in document.items() if value or value is False}
