"""The application that the production server runs."""

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.urls import get_resolver
from django.utils.translation import trans_real

from huiskamers.seats import Seats

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiskamers.settings")
# No statement keeps a thread for longer, whatever a visitor thought of: such a page is a 503.
# Commands have no such limit. Set it empty where a pooler takes no options.
os.environ.setdefault("PGOPTIONS", "-c statement_timeout=20s")

SOME_GARBAGE = 10_000
"""Objects to be made before Python looks which of them nobody has any more; a page makes fewer."""

# GeoDjango takes numpy where it is installed, for rasters and arrays, which are never made here: 11
# MB of a worker. Whoever needs it, as GeoPackages do, imports it then.
if "numpy" not in sys.modules:
    sys.modules["numpy"] = None  # type: ignore[assignment]
    import_module("django.contrib.gis.shortcuts")
    del sys.modules["numpy"]

# Each thread answers one visitor and runs no tasks beside it, for which asgiref's locals look each
# time: of the 300 times that a page asks for its language, 0.4 ms; of connections and caches, 0.05.
trans_real._active = threading.local()  # type: ignore[attr-defined]  # not in the stubs
connections._connections = threading.local()  # type: ignore[attr-defined]
caches._connections = threading.local()  # type: ignore[attr-defined]

_django = get_wsgi_application()

from places.repeats import Remembers, Repeats  # noqa: E402 - asks models, which are there from now on

_site = Repeats(Seats(Remembers(_django), settings.SEATS, settings.PATIENCE))

# All views are there now and stay: 170,000 objects. Looking through them for garbage took 0.1 s, in
# the midst of one answer in two hundred.
get_resolver().url_patterns  # noqa: B018
gc.collect()
gc.freeze()
gc.set_threshold(SOME_GARBAGE)


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The site. What a visitor claims about a body that is not there is not listened to."""
    if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
        environ.pop("CONTENT_TYPE", None)
    return _site(environ, start_response)
