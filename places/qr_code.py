"""Addresses as QR codes, for paper."""

import segno
from django.utils.safestring import SafeString, mark_safe


def drawn(url: str, name: str, error: str = "q") -> SafeString:
    """A QR code as SVG of the CSS class ``name``; at level Q a quarter may be torn or dirty."""
    code = segno.make_qr(url, error=error)
    image = code.svg_inline(omitsize=True, svgclass=name, lineclass=None, light="#fff", border=4)
    return mark_safe(image)  # noqa: S308 - drawn by us, of modules and no text
