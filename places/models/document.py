"""The document of every published place, kept ready; ``places/sql/document.sql`` keeps it."""

from django.contrib.postgres.fields import DateRangeField
from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from places.models.entry_documents import honestly_written
from places.models.entry_gaps import EVERY_TRAIT, ONE_BY_ONE
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
  ids bigint[], today date, day date, minute integer, holidays date[]
)
RETURNS TABLE (slug varchar, status varchar, text text, traits text, state text, location geometry)
LANGUAGE plpgsql STABLE ROWS 25 SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY WITH trait AS MATERIALIZED ({traits})
  SELECT place.slug, place.status, chosen.text, {one_by_one}, to_json(chosen.state)::text,
    place.location
  FROM ROWS FROM (unnest(ids), places_documents(ids, today),
    places_states_among(ids, day, minute, holidays))
    WITH ORDINALITY AS chosen (id, text, traits, state, number)
    JOIN places_place AS place ON place.id = chosen.id ORDER BY chosen.number;
END $$;
"""


def writer() -> str:
    """The function of the database that writes documents, made of the columns of an entry."""
    return _WRITER.format(written=honestly_written())


def reader() -> str:
    """The function that reads documents with what stands in their gaps, in the order of the keys.

    It keeps its plan for a connection: making one took as long as reading a document.
    """
    return _READER.format(traits=EVERY_TRAIT, one_by_one=ONE_BY_ONE)


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
