"""What caches between us and visitors are told: how far behind they may be, and what to forget.

Browsers ask every time, so that an editor sees what was saved. Caches that many share may be
``PUBLIC_MAX_AGE`` seconds behind an edit; what they serve while they ask is told only in the header
that is for them (RFC 9213), as browsers would do so too. See docs/caching.md.
"""

from datetime import datetime

from django.conf import settings
from django.http.response import HttpResponseBase

from places.models.version import Version

ASK_AGAIN = {"Cache-Control": "public, no-cache"}

MOST_STALE = 30
"""Seconds at most in which an old answer goes on being served while a new one is fetched."""

WHILE_AWAY = 3600
"""Seconds for which an old answer is better than none; a state is of a moment, so not for long."""

EVERYTHING, LISTS = "alles", "lijst"


def ask_again(version: Version, now: datetime) -> dict[str, str]:
    """The headers that say for how long an answer may be served without asking.

    Not beyond the next turn of a state, so that a lamp goes out in time; old for a moment at most.
    """
    limit = settings.PUBLIC_MAX_AGE
    if limit <= 0:
        return ASK_AGAIN
    stale = min(limit // 2, MOST_STALE)
    fresh = limit - stale
    if version.turns_at:
        fresh = min(fresh, int((version.turns_at - now).total_seconds()))
    behind = f"stale-while-revalidate={stale}, stale-if-error={WHILE_AWAY}"
    return {
        "Cache-Control": f"public, max-age=0, must-revalidate, s-maxage={fresh}",
        "CDN-Cache-Control": f"public, max-age={fresh}, {behind}",
    }


def name_parts(answer: HttpResponseBase, slug: str | None) -> None:
    """Say what an answer is made of, for whoever keeps it: one place, or any of them."""
    if settings.PUBLIC_MAX_AGE > 0:
        answer["Surrogate-Key"] = f"{EVERYTHING} {place_key(slug) if slug else LISTS}"


def place_key(slug: str) -> str:
    """What answers are called that tell of this place alone."""
    return f"plek-{slug}"
