"""Every word that a filter can choose, read from one view in the database."""

from collections.abc import Iterable
from typing import Self

from django.db import models

from places.bilingual import Bilingual


class OptionQuerySet(models.QuerySet["Option"]):
    """Questions about the options of the filter."""

    def tagged(self, tags: Iterable[str]) -> Self:
        """Only the options with these tags."""
        return self.filter(tag__in=list(tags))


class Option(models.Model):
    """A value of a query parameter: ``soort=huiskamer`` has the tag ``soort:huiskamer``.

    Rows come from the vocabularies, the areas, the organisations and the poles of the dilemmas.
    """

    tag = models.CharField(max_length=140, primary_key=True)
    parameter = models.CharField(max_length=20)
    value = models.CharField(max_length=120)
    dutch = models.CharField(max_length=250, db_column="name")
    english = models.CharField(max_length=250, db_column="name_en")
    symbol = models.CharField(max_length=12)
    parent = models.CharField(max_length=140)
    position = models.IntegerField()

    objects = OptionQuerySet.as_manager()
    name = Bilingual("dutch", "english")

    class Meta:
        managed = False
        db_table = "places_option"
        ordering = ["parameter", "position", "dutch"]

    def __str__(self) -> str:
        return self.tag
