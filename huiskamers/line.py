"""A connection to the primary that all threads of a process share: they ask over it in turn.

For what takes so little that it need not wait for a seat, which has a connection of its own. It is
one connection more for each process, whatever comes.
"""

import time
from threading import Lock
from typing import Any

from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

Row = tuple[Any, ...] | None

PATIENCE = 0.05
"""Seconds to wait for one's turn: a thousand times as long as somebody else's takes."""

REST = 5.0
"""Seconds in which nobody tries to connect to a database that did not answer."""


class Line:
    """Made when it is first asked, and anew when it broke."""

    def __init__(self) -> None:
        self.turn = Lock()
        self.database: BaseDatabaseWrapper | None = None
        self.asked_again_at = 0.0

    def row(self, statement: str) -> Row:
        """The first row that a statement without parameters gives.

        Raises ``OperationalError`` or ``InterfaceError`` where none can be had soon.
        """
        if not self.turn.acquire(timeout=PATIENCE):
            raise OperationalError("Somebody else has been asking for long.")
        try:
            return self._row(statement)
        finally:
            self.turn.release()

    def close(self) -> None:
        """Hang up; the next who asks connects."""
        if self.database is not None:
            self.database.close()
            self.database = None

    def _row(self, statement: str) -> Row:
        if self.database is not None:
            try:
                return _fetched(self.database, statement)
            except (OperationalError, InterfaceError):
                self.close()
        return self._anew(statement)

    def _anew(self, statement: str) -> Row:
        if time.monotonic() < self.asked_again_at:
            raise OperationalError("The database was away a moment ago.")
        self.asked_again_at = time.monotonic() + REST
        database = connections.create_connection(DEFAULT_DB_ALIAS)
        database.inc_thread_sharing()
        found = _fetched(database, statement)
        self.database, self.asked_again_at = database, 0.0
        return found


def _fetched(database: BaseDatabaseWrapper, statement: str) -> Row:
    """Past Django's cursor, which takes as long again."""
    database.ensure_connection()
    with database.wrap_database_errors, database.connection.cursor() as cursor:
        cursor.execute(statement)
        found: Row = cursor.fetchone()
    return found
