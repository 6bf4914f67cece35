"""`/beheer/`: where municipal staff keep the entries true."""

from places.admin import areas, organisations, place, reports, suggestions, users, vocabulary

__all__ = ["areas", "organisations", "place", "reports", "suggestions", "users", "vocabulary"]
