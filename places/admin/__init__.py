"""`/beheer/`: where municipal staff keep the entries true."""

from places.admin import areas, organisations, place, vocabulary

__all__ = ["areas", "organisations", "place", "vocabulary"]
