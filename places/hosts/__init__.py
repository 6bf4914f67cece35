"""Asking the people of a place whether its entry is still true, and what they answer."""
