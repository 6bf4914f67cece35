"""How many places there are behind every option, kept by ``places/sql/edition.sql``, not counted.

Bought: numbers of everything at 100,000 places without a pass over all of them and their tags.
"""

from collections.abc import Mapping
from typing import Any

from django.db import connection, models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from places.models.tally import COUNTED, MAPPED, TOTAL, Tally

_KEPT = """
SELECT tag, number FROM places_keptcount WHERE number > 0 AND NOT EXISTS (
  SELECT FROM places_commit WHERE transaction = pg_current_xact_id_if_assigned()
)
"""
_EXTRA = " UNION ALL SELECT %s, count(*) FROM ({hits}) AS hit"


class KeptCount(models.Model):
    """How many published places have a tag, as the newest edition left it."""

    tag = models.CharField(max_length=140, primary_key=True)
    number = models.IntegerField(_("aantal"))

    class Meta:
        verbose_name = _("aantal")
        verbose_name_plural = _("aantallen")

    def __str__(self) -> str:
        return f"{self.tag}: {self.number}"


def kept_tally(published: "models.QuerySet[Any]", extra: Mapping[str, Q]) -> Tally | None:
    """What ``tally`` counts of all published places when nothing is asked of them.

    ``extra`` are counted as far as it is told how many there are. None within a transaction that
    changed something: the counts are kept when it ends, and know nothing of it yet.
    """
    statement = _KEPT
    parameters: list[Any] = []
    for name, condition in extra.items():
        hits = published.filter(condition).order_by().values("pk")[: COUNTED + 1]
        sql, values = hits.query.sql_with_params()
        statement += _EXTRA.format(hits=sql)
        parameters += [name, *values]
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        by_tag = dict(cursor.fetchall())
    if TOTAL not in by_tag:
        return None
    return Tally(by_tag[TOTAL], by_tag.get(MAPPED, 0), by_tag)
