"""`/beheer/`: where municipal staff keep the entries true."""

from places.admin import areas, organisations, place, users, vocabulary

__all__ = ["areas", "organisations", "place", "users", "vocabulary"]
