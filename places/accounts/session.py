"""How long somebody stays logged in: until twelve hours after the last page for work."""

from datetime import datetime, timedelta

from django.http import HttpRequest

RENEWED_AFTER = timedelta(hours=1)


def keep_awake(request: HttpRequest, now: datetime) -> None:
    """Renew the session once an hour, on pages for work; other pages carry no cookie."""
    since = request.session.get("renewed", 0)
    if request.user.is_authenticated and now.timestamp() - since > RENEWED_AFTER.total_seconds():
        request.session["renewed"] = int(now.timestamp())
