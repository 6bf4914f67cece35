"""Who sends a request, as far as we need to know: an address at the edge, a keyed hash beyond."""

import hashlib
import hmac
from datetime import date

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The network address of the visitor: what the outermost of our own proxies saw."""
    if not settings.PROXIES:
        return str(request.META.get("REMOTE_ADDR", ""))
    passed = request.headers.get("X-Forwarded-For", "").split(",")
    return passed[-settings.PROXIES].strip() if len(passed) >= settings.PROXIES else ""


def sender_of(request: HttpRequest, today: date) -> str:
    """The same sender on the same day has the same name, which tells nobody the address."""
    message = f"{today}|{address_of(request)}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), message, hashlib.sha256).hexdigest()
