"""What happens at the end of a transaction, without ending it."""

from django.db import connection


def settle() -> None:
    """Let everything that waits for the commit happen now, as if this were one."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
