"""Is it open? The answer of ``schedule.py``, as conditions that the database weighs for many."""

from datetime import datetime

from django.db.models import Case, Q, Value, When


def open_at(moment: datetime) -> Q:
    """Surely receives visitors at this moment."""
    return Q(pk__isnull=False)


def state_at(moment: datetime) -> Case:
    """The state in one word."""
    return Case(When(pk=0, then=Value("open")), default=Value("onbekend"))
