"""What happened to an entry: its versions, how they differ, and going back to one."""

from places.history.changes import ChangeOfPlace, changes_of, newest_change
from places.history.restoring import Restoration

__all__ = ["ChangeOfPlace", "Restoration", "changes_of", "newest_change"]
