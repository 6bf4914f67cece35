"""Who sends a request, as far as we need to know: an address at the edge, a keyed hash beyond."""

import hashlib
import hmac
import re
from datetime import date
from ipaddress import IPv4Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

NOWHERE = "0.0.0.0"  # noqa: S104 - nobody listens there
_WITH_PORT = re.compile(r"\[([^\]]*)\](?::\d+)?|([\d.]+):\d+")


def address_of(request: HttpRequest) -> str:
    """The network that the visitor comes from: what the outermost of our own proxies saw.

    One subscriber has a whole /64 of IPv6 and may write from any address in it, so that counts as
    one. What is no address is ``NOWHERE``, which all who have none share.
    """
    if not settings.PROXIES:
        return _network(str(request.META.get("REMOTE_ADDR", "")))
    passed = request.headers.get("X-Forwarded-For", "").split(",")
    return _network(passed[-settings.PROXIES] if len(passed) >= settings.PROXIES else "")


def sender_of(request: HttpRequest, today: date) -> str:
    """The same sender on the same day has the same name, which tells nobody the address."""
    message = f"{today}|{address_of(request)}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), message, hashlib.sha256).hexdigest()


def _network(said: str) -> str:
    """Of ``198.51.100.7``, ``198.51.100.7:4711``, ``2001:db8::7`` or ``[2001:db8::7]:4711``."""
    found = _WITH_PORT.fullmatch(said.strip())
    try:
        address = ip_address((found[1] or found[2]) if found else said.strip())
    except ValueError:
        return NOWHERE
    if isinstance(address, IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(IPv6Network((int(address), 64), strict=False).network_address)
