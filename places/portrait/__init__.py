"""A place on its own page: everything that is known, and what is not, in words."""

from places.portrait.page import Portrait

__all__ = ["Portrait"]
