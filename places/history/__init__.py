"""What happened to an entry: its versions, how they differ, and going back to one."""

from places.history.changes import ChangeOfPlace, Span, changes_of, newest_change, spans_of
from places.history.restoring import Restoration
from places.history.versions import readable

__all__ = [
    "ChangeOfPlace",
    "Restoration",
    "Span",
    "changes_of",
    "newest_change",
    "readable",
    "spans_of",
]
