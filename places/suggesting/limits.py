"""How much one sender may send, without knowing who it is."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from places.models import Attempt
from places.senders import sender_of

LIMITS = [(timedelta(hours=1), 5), (Attempt.KEPT, 20)]
"""At most so many forms within so much time."""


def admitted(request: HttpRequest) -> bool:
    """Whether this sender may send another form; if so, it counts."""
    now = timezone.now()
    sender = sender_of(request, timezone.localdate(now))
    return Attempt.objects.admit(sender, now, LIMITS)
