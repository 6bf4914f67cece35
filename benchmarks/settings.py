"""The settings of the site, and the floor among its addresses."""

from huiskamers.settings import *  # noqa: F403
from huiskamers.settings import VAR_DIR

ROOT_URLCONF = "benchmarks.urls"
LOCATIESERVER_URL = ""
API_REQUESTS_PER_MINUTE = 0
FLOOR_PAGE = VAR_DIR / "benchmark" / "page.html"
"""A page of the site, kept to be served again without making it."""
