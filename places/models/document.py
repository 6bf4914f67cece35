"""The document of every published place, kept ready; ``places/sql/document.sql`` keeps it."""

from django.contrib.postgres.fields import DateRangeField
from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from places.models.entry_documents import honestly_written
from places.models.entry_gaps import EVERY_TRAIT, GAPS, TEXTS, fillings
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

_READER = """
CREATE OR REPLACE FUNCTION places_entries(
  ids bigint[], today date, origin geometry, day date, minute integer, holidays date[],
  OUT texts text, OUT said text
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  WITH trait AS MATERIALIZED ({traits}),
  chosen AS MATERIALIZED (
    SELECT asked.*, place.slug, place.status, place.location, places_kept_state(
      hours_complete, half_hours, surely_open, otherwise, day, minute, holidays) AS told
    FROM ROWS FROM (unnest(ids), places_documents(ids, today))
      WITH ORDINALITY AS asked (id, text, traits, number)
      JOIN places_place AS place ON place.id = asked.id
  )
  SELECT {texts}, {fillings} INTO texts, said
  FROM chosen LEFT JOIN places_states_among(
    ARRAY(SELECT id FROM chosen WHERE told IS NULL), day, minute, holidays
  ) AS honest ON honest.place_id = chosen.id;
END $$;
"""


def writer() -> str:
    """The function of the database that writes documents, made of the columns of an entry."""
    return _WRITER.format(written=honestly_written())


def reader() -> str:
    """The function that reads documents with what stands in their gaps, in the order of the keys.

    It keeps its plan for a connection: making one took as long as reading a document. Rows of hours
    are only read for the states that what is kept with a place does not tell.
    """
    state = "to_json(coalesce(chosen.told, honest.state))::text"
    values = {**GAPS, "staat": state}.values()
    return _READER.format(traits=EVERY_TRAIT, texts=TEXTS, fillings=fillings(*values))


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
