"""An `opening_hours` expression of OpenStreetMap as rows; see docs/openingstijden.md.

The common part of that language, read by our own reader; the `opening_hours` library, which
knows nothing of ours, is the witness. What rows cannot say, or what the two read differently, is
refused with the part that it is about.
"""

from .reading import Reading, read_osm

__all__ = ["Reading", "read_osm"]
