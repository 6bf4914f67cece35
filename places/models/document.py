"""The document of every published place, kept ready; ``places/sql/document.sql`` keeps it."""

from django.contrib.postgres.fields import DateRangeField
from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from places.models.entry_documents import honestly_written
from places.models.place import Place

_WRITER = """
CREATE OR REPLACE FUNCTION places_written(ids bigint[], today date)
RETURNS TABLE (place_id bigint, text text, traits jsonb)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT asked.id, written.*
    FROM unnest(ids) AS asked (id) CROSS JOIN LATERAL ({written}) AS written;
END $$;
"""


def writer() -> str:
    """The function of the database that writes documents, made of the columns of an entry."""
    return _WRITER.format(written=honestly_written())


class DocumentQuerySet(models.QuerySet["Document"]):
    """What is done with documents besides reading them."""

    def renew(self, most: int) -> int:
        """Keep at most so many anew that are of another day or missing, and say how many."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT places_renew_documents(%s)", [most])
            renewed: int = cursor.fetchone()[0]
        return renewed


class Document(models.Model):
    """What the API says of a published place in degrees, with the gaps of ``entry_gaps``.

    Ask ``places_documents()`` in the database for it, which is right on another day and within a
    transaction too. ``traits`` is what is known of its traits; the document names every trait,
    and a new one would change all texts. ``days`` are those on which the text holds.
    """

    place = models.OneToOneField(
        Place, models.DO_NOTHING, primary_key=True, related_name="+", db_constraint=False
    )
    text = models.TextField(_("tekst"))
    traits = models.JSONField(_("kenmerken"), blank=True)
    days = DateRangeField(_("dagen"))

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documenten")

    def __str__(self) -> str:
        return str(self.pk)
