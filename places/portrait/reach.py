"""How to get to a place, by foot, by transport or by telephone."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.gis.geos import Point

from places.models.area import Degrees

AREA_CODE_ZERO = re.compile(r"^0(?=[1-9])")


def phone_url(phone: str) -> str:
    """``tel:`` with the country code; short and foreign numbers as they are."""
    digits = re.sub(r"[^\d+]", "", phone.replace("(0)", ""))
    return f"tel:{AREA_CODE_ZERO.sub('+31', digits)}" if digits else ""


def website_label(website: str) -> str:
    """The name of the site without protocol and ``www.``."""
    return urlsplit(website).netloc.removeprefix("www.")


def walking_url(degrees: Point | Degrees | None) -> str:
    """Where a walk to this point in WGS84 is planned; empty without a point."""
    return _filled(settings.WALKING_URL, degrees)


def transit_url(degrees: Point | Degrees | None) -> str:
    """Where a journey by public transport is planned; empty without a point."""
    return _filled(settings.TRANSIT_URL, degrees)


def _filled(pattern: str, degrees: Point | Degrees | None) -> str:
    if degrees is None:
        return ""
    return pattern.replace("{lat}", f"{degrees.y:.5f}").replace("{lon}", f"{degrees.x:.5f}")
