"""Where public statements of our own SQL read, and what is read along with the first of them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import Error, InterfaceError, OperationalError, connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper

Row = tuple[Any, ...]

_TOGETHER = """
SELECT {along}, answer.* FROM (SELECT) AS always
LEFT JOIN (SELECT true, one.* FROM ({sql}) AS one) AS answer ON true
"""


def reading() -> BaseDatabaseWrapper:
    """The connection that querysets of this request read over too, of a replica where it may be.

    Rows, words and edition of one answer must come from one database: a replica may be behind.
    """
    return connections[router.db_for_read(models.Model)]


class Along:
    """A value that is read before anything else of an answer, or along with what is read first.

    A statement of its own takes a tenth of a short answer. ``sql`` is an expression without
    parameters; ``alias`` the database that it was read in.
    """

    def __init__(self, sql: str) -> None:
        self.sql, self.alias = sql, ""
        self._value: Any = None

    def value(self) -> Any:
        """By a statement of its own if none brought it along."""
        if not self.alias:
            (self._value,) = self._first_row(f"SELECT {self.sql}")
        return self._value

    def with_row_of(self, sql: str, values: Sequence[Any]) -> Row | None:
        """The row that this statement gives, if any; ours comes along."""
        together = _TOGETHER.format(along=self.sql, sql=sql)
        self._value, there, *row = self._first_row(together, values)
        return tuple(row) if there else None

    def _first_row(self, sql: str, values: Sequence[Any] = ()) -> Row:
        """Of a statement that gives one; where it fails, ours is not read yet."""
        database = reading()
        self.alias = database.alias  # so that nothing reads it before this statement
        try:
            return _first(database, sql, values) or ()
        except Error:
            self.alias = ""
            raise


_along: ContextVar[Along | None] = ContextVar("along", default=None)


@contextmanager
def read_along(along: Along) -> Iterator[None]:
    """Nothing that is read within is older than this, which is read once."""

    def read_before(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if not sql.startswith("SET "):  # how a transaction reads is said before it reads anything
            along.value()
        return execute(sql, *rest)

    token = _along.set(along)
    try:
        with reading().execute_wrapper(read_before):
            yield
    finally:
        _along.reset(token)


def row_of(sql: str, values: Sequence[Any] = ()) -> Row | None:
    """The first row that a statement gives, if any."""
    database, along = reading(), _along.get()
    if along is None or along.alias or database.in_atomic_block:
        return _row(database, sql, values)
    return along.with_row_of(sql, values)


def _first(database: BaseDatabaseWrapper, sql: str, values: Sequence[Any] = ()) -> Row | None:
    """The first statement of a request: asked again over a new connection where that one broke.

    Django would ask something else first, to see whether it did.
    """
    if database.in_atomic_block:
        return _row(database, sql, values)
    database.health_check_done = True  # type: ignore[attr-defined]  # not in the stubs
    try:
        return _row(database, sql, values)
    except (OperationalError, InterfaceError):
        if database.is_usable():
            raise
        database.close()
        return _row(database, sql, values)


def _row(database: BaseDatabaseWrapper, sql: str, values: Sequence[Any]) -> Row | None:
    with database.cursor() as cursor:
        cursor.execute(sql, values)
        found: Row | None = cursor.fetchone()
    return found
