"""The published places, or any filtered view of them, as files that are written and then sent."""
