"""Editions of what the public can read; ``places/sql/edition.sql`` makes them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from places.models.crawled import SIZE
from places.models.reading import reading

BEFORE_ALL = datetime(2000, 1, 1, tzinfo=UTC)
"""When a site was last changed that nothing was ever put into."""


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Said = Callable[[], tuple[str, datetime | None]]
"""In which database, and when words last changed there."""

_said: ContextVar[Said | None] = ContextVar("said", default=None)


def moment_of(microseconds: int) -> datetime:
    """A moment as ``places_version`` in ``places/sql/clock.sql`` says it."""
    return _EPOCH + timedelta(microseconds=microseconds)


@contextmanager
def words_said(said: Said) -> Iterator[None]:
    """Have nobody ask again when words last changed, while an answer is made that only reads.

    It comes with the edition, where a statement of its own took 0.2 ms of a page. None is not
    believed: who then needs it asks.
    """
    token = _said.set(said)
    try:
        yield
    finally:
        _said.reset(token)


class EditionQuerySet(models.QuerySet["Edition"]):
    """Questions about editions, of which only the newest is kept."""

    def now(self) -> "Edition":
        """The edition that everybody reads at this moment."""
        return self.first() or Edition(number=0, changed_at=BEFORE_ALL, words_changed_at=BEFORE_ALL)

    def words_changed_at(self) -> datetime | None:
        """When words, areas or organisations last changed, which names them as they are now.

        None where nothing names them: within a transaction that itself changes them.
        """
        database, said = reading(), _said.get()
        alias, changed_at = said() if said else ("", None)
        if alias == database.alias and changed_at:
            return changed_at
        with database.cursor() as cursor:
            cursor.execute("SELECT (places_version(false))[3]")
            (microseconds,) = cursor.fetchone()
        return moment_of(microseconds) if microseconds else None


class Edition(models.Model):
    """All that the public can read, as one transaction left it.

    ``number`` grows by one with every transaction that changes any of it, in the order in which
    readers see the changes. ``first_at`` is that of the first that had a place in it.
    """

    number = models.PositiveBigIntegerField(_("nummer"))
    first_at = models.DateTimeField(_("openbaar sinds"), null=True, blank=True)
    changed_at = models.DateTimeField(_("gewijzigd op"))
    words_changed_at = models.DateTimeField(
        _("woorden gewijzigd op"),
        help_text=_("Of gebieden, organisaties en postcodes: wat meer dan één plek aangaat."),
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("editie")
        verbose_name_plural = _("edities")

    def __str__(self) -> str:
        return str(self.number)


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Questions about what changed."""

    def after(self, number: int) -> Self:
        """What changed in later editions than this one, the oldest change first."""
        return self.filter(number__gt=number).order_by("number", "uuid")

    def since(self, moment: datetime) -> Self:
        """What changed at this moment or later, the oldest change first."""
        return self.filter(changed_at__gte=moment).order_by("number", "uuid")


class Publication(models.Model):
    """That a place is or was public, since when, and the edition in which that last changed.

    It outlives the place. Of a place that is withdrawn it keeps the last name that was public.
    ``place_id`` is the key of the place while it is public, ``counted`` the kept counts in which
    it is.
    """

    uuid = models.UUIDField(primary_key=True)
    place_id = models.BigIntegerField(_("sleutel van de plek"), null=True, blank=True)
    slug = models.SlugField(_("adresnaam"), max_length=120, db_index=False)
    number = models.PositiveBigIntegerField(_("editie"))
    changed_at = models.DateTimeField(_("gewijzigd op"))
    first_number = models.PositiveBigIntegerField(_("eerste editie"))
    first_at = models.DateTimeField(_("openbaar sinds"))
    withdrawn_at = models.DateTimeField(_("niet meer openbaar sinds"), null=True, blank=True)
    counted = ArrayField(models.CharField(max_length=140), default=list, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("openbaarmaking")
        verbose_name_plural = _("openbaarmakingen")
        indexes = [
            models.Index(fields=["number", "uuid"], name="publication_by_edition"),
            models.Index(fields=["changed_at"], name="publication_by_change"),
            models.Index(F("place_id") / SIZE, "changed_at", name="publication_by_part"),
        ]
        constraints = [
            models.CheckConstraint(
                name="publication_has_a_key_while_public",
                condition=Q(place_id=None, withdrawn_at__isnull=False)
                | Q(place_id__isnull=False, withdrawn_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.slug
