"""How long somebody stays logged in: until twelve hours after the last work in the admin."""

from datetime import datetime, timedelta

from django.http import HttpRequest

RENEWED_AFTER = timedelta(hours=1)


def keep_awake(request: HttpRequest, now: datetime) -> None:
    """Renew the session once an hour; public pages never do, so that they carry no cookie."""
    since = request.session.get("renewed", 0)
    if request.user.is_authenticated and now.timestamp() - since > RENEWED_AFTER.total_seconds():
        request.session["renewed"] = int(now.timestamp())
