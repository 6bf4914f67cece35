"""The application that the production server runs."""

import os
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from huiskamers.seats import Seats

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiskamers.settings")
# No statement keeps a thread for longer, whatever a visitor thought of: such a page is a 503.
# Commands have no such limit. Set it empty where a pooler takes no options.
os.environ.setdefault("PGOPTIONS", "-c statement_timeout=20s")

_django = Seats(get_wsgi_application(), settings.SEATS, settings.PATIENCE)


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The site. What a visitor claims about a body that is not there is not listened to."""
    if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
        environ.pop("CONTENT_TYPE", None)
    return _django(environ, start_response)
