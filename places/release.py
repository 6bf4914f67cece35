"""Which code and settings answer: part of what tells two answers of the same data apart."""

from datetime import UTC, datetime
from functools import cache

from django.utils.crypto import salted_hmac

from huiskamers.settings import BASE_DIR, env

READ = ("*.py", "*.sql", "*.html", "*.mo", "*.css", "*.js", "*.svg", "*.txt")
FOLDERS = ("huiskamers", "places", "templates", "locale", "static", "requirements")
"""Pages name styles and scripts by what is in them; other versions of packages write otherwise."""


@cache
def released_at() -> datetime:
    """When the newest of the files was written that answers are made of."""
    folders = [BASE_DIR / name for name in FOLDERS]
    files = (file for folder in folders for pattern in READ for file in folder.rglob(pattern))
    return datetime.fromtimestamp(max(file.stat().st_mtime for file in files), UTC)


@cache
def release() -> str:
    """Another word for every other code or environment; it gives nothing away of either."""
    said = f"{released_at().timestamp()} {sorted(env.dump().items())}"
    return salted_hmac("places.release", said).hexdigest()[:8]
