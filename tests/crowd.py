"""A city too full to be looked at one place at a time."""

from django.db import connection

from benchmarks.generate import add_crowd
from places.models import Place


def crowded(places: int) -> None:
    """Fill the database up with made-up places until it has so many."""
    with connection.cursor() as cursor:
        add_crowd(cursor, places - Place.objects.count())
        cursor.execute("ANALYZE")
