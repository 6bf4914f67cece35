"""Opening hours as people type them, in a cell or a box: ``ma-vr 09:00-17:00 | inloop``.

One row per line or after ``;``: days, hours and how, then what there is, and ``sleutel: waarde``
parts after ``|``. Reading what was written gives the same rows. Dutch whatever the language of
the page: data has one form. The notation is explained in docs/openingstijden.md.
"""

from .reading import read_hours, read_special_days
from .writing import hours_text, special_days_text

__all__ = ["hours_text", "read_hours", "read_special_days", "special_days_text"]
