"""Where public statements of our own SQL read: the database that the whole request reads."""

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper


def reading() -> BaseDatabaseWrapper:
    """The connection that querysets of this request read over too, of a replica where it may be.

    Rows, words and edition of one answer must come from one database: a replica may be behind.
    """
    return connections[router.db_for_read(models.Model)]
