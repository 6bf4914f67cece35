"""Postcodes that a city loaded and where they are, so that nobody else has to be asked."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from django.contrib.gis.db import models
from django.db import connection
from django.utils.translation import gettext_lazy as _

from places.models.area import RD_NEW
from places.models.provenance import SOURCE_DATE

SAME_SPOT = 0.5
"""Metres under which a postcode has not moved."""

BATCH = 10_000


class Incoming(NamedTuple):
    """A postcode as a source has it: the number of its row, and metres in RD New."""

    number: int
    code: str
    x: float
    y: float
    source_date: str


class Settled(NamedTuple):
    """How many postcodes came of a load, and how many rows were older than another of theirs."""

    made: int
    changed: int
    kept: int
    older: int


class PostcodeQuerySet(models.QuerySet["Postcode"]):
    """Loading many postcodes."""

    def receive(self, rows: Iterable[Incoming]) -> None:
        """Set rows aside in this transaction, for ``twice`` and ``settle``."""
        _run("DROP TABLE IF EXISTS pg_temp.incoming")
        _run(
            "CREATE TEMPORARY TABLE incoming (number int, code text, x float8, y float8,"
            " source_date text) ON COMMIT DROP"
        )
        for some in _batches(rows):
            _run(
                "INSERT INTO incoming SELECT * FROM"
                " unnest(%s::int[], %s::text[], %s::float8[], %s::float8[], %s::text[])",
                [list(column) for column in zip(*some, strict=True)],
            )

    def twice(self, most: int) -> list[tuple[int, str]]:
        """Number and code of rows that say again what another row of the same date says."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT number, code FROM (SELECT number, code, row_number() OVER"
                " (PARTITION BY code, source_date ORDER BY number) AS time FROM incoming) AS told"
                " WHERE time > 1 ORDER BY number LIMIT %s",
                [most],
            )
            return [(number, code) for number, code in cursor.fetchall()]

    def settle(self, source: str) -> Settled:
        """Write what was received; of one postcode with several dates only the last counts."""
        older = _run(
            "DELETE FROM incoming AS old USING incoming AS new"
            " WHERE old.code = new.code AND old.source_date < new.source_date"
        )
        changed = _run(
            "UPDATE places_postcode AS ours SET point = ST_SetSRID(ST_MakePoint(x, y), %s),"
            " source = %s, source_date = incoming.source_date"
            " FROM incoming WHERE ours.code = incoming.code"
            " AND (NOT ST_DWithin(point, ST_SetSRID(ST_MakePoint(x, y), %s), %s)"
            " OR (ours.source, ours.source_date) <> (%s, incoming.source_date))",
            [RD_NEW, source, RD_NEW, SAME_SPOT, source],
        )
        made = _run(
            "INSERT INTO places_postcode (code, point, source, source_date)"
            " SELECT code, ST_SetSRID(ST_MakePoint(x, y), %s), %s, source_date FROM incoming"
            " ON CONFLICT (code) DO NOTHING",
            [RD_NEW, source],
        )
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM incoming")
            return Settled(made, changed, cursor.fetchone()[0] - made - changed, older)


class Postcode(models.Model):
    """A postcode with its middle: ``3036``, or ``3036 HA`` which is a street or a part of one."""

    code = models.CharField(_("postcode"), max_length=7, unique=True)
    point = models.PointField(_("midden"), srid=RD_NEW, spatial_index=False)
    source = models.CharField(_("bron"), max_length=200)
    source_date = models.CharField(_("datum"), max_length=10, blank=True, validators=[SOURCE_DATE])

    objects = PostcodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("postcode")
        verbose_name_plural = _("postcodes")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^[1-9][0-9]{3}( [A-Z]{2})?$"),
                name="postcode_as_one_writes_it",
                violation_error_message=_("Schrijf de postcode als 3014 RA of 3014."),
            )
        ]

    def __str__(self) -> str:
        return self.code


def _batches(rows: Iterable[Incoming]) -> Iterator[list[Incoming]]:
    remaining = iter(rows)
    while some := list(islice(remaining, BATCH)):
        yield some


def _run(statement: str, values: list[Any] | None = None) -> int:
    """Run a statement; returns how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)
