"""What every page knows about the site itself."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language


def site(request: HttpRequest) -> dict[str, Any]:
    """Context of every template: names and contact of the site, and this page's addresses."""
    return {
        "site": {
            "name": settings.SITE_NAME,
            "city": settings.CITY_NAME,
            "stylesheet": settings.CITY_STYLESHEET,
        },
        "contact_email": settings.CONTACT_EMAIL,
        "contact_phone": settings.CONTACT_PHONE,
        "origin": f"{request.scheme}://{request.get_host()}",
        "canonical_url": request.build_absolute_uri(request.path),
        "language_urls": [_language(request, code, name) for code, name in settings.LANGUAGES],
    }


def _language(request: HttpRequest, code: str, name: str) -> dict[str, Any]:
    return {
        "code": code,
        "label": name,
        "url": translate_url(request.get_full_path(), code),
        "canonical_url": request.build_absolute_uri(translate_url(request.path, code)),
        "current": code == get_language(),
    }
