"""The same sent twice, by an impatient finger or from a page loaded again, is kept once."""

from collections.abc import Iterable
from typing import TypeVar

from django.db import connection, models, transaction

Sent = TypeVar("Sent", bound=models.Model)


def kept_once(
    item: Sent, waiting: "models.QuerySet[Sent]", said: Iterable[str]
) -> tuple[Sent, bool]:
    """Store ``item`` and True; or what waits already and agrees in all that is ``said``, and False.

    Two that say the same at the same moment wait for each other.
    """
    same = {name: getattr(item, name) for name in said}
    with transaction.atomic():
        with connection.cursor() as cursor:
            lock = f"{item._meta.label} {same}"
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [lock])
        first = waiting.filter(**same).first()
        if first is None:
            item.save(force_insert=True)
    return first or item, first is None
