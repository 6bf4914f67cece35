"""The settings of the site, without what asks others or counts callers."""

from huiskamers.settings import *  # noqa: F403

LOCATIESERVER_URL = ""
API_REQUESTS_PER_MINUTE = 0
