"""A city too full to be looked at one place at a time."""

from django.db import connection

from benchmarks.generate import add_crowd
from places.models import Place


def crowded(places: int) -> None:
    """Fill the database up with made-up places until it has so many."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")  # the limit of the site is not for this
        add_crowd(cursor, places - Place.objects.count())
        cursor.execute("SET LOCAL statement_timeout TO DEFAULT")
        cursor.execute("ANALYZE")
