"""Every word that a filter can choose, read from one view in the database."""

from collections.abc import Iterator
from sys import intern
from typing import NamedTuple

from django.db import models

from places.bilingual import spoken


class Word(NamedTuple):
    """An option as a process keeps it: named in one language, and which in order it is.

    A country has 4,000 of them: read in 11 ms, where instances of a model took 23. What the tag
    says is not kept twice, and few texts are shared between languages: 14,000 words took 10 MB of
    a worker, of which the list of shared texts was a third, and now 7.
    """

    rank: int
    tag: str
    name: str
    symbol: str
    parent: str

    @property
    def parameter(self) -> str:
        """The query parameter that it is a value of."""
        return self.tag.partition(":")[0]

    @property
    def value(self) -> str:
        """Itself, as addresses say it."""
        return self.tag.partition(":")[2]


class OptionQuerySet(models.QuerySet["Option"]):
    """Questions about the options of the filter."""

    def in_words(self) -> Iterator[Word]:
        """All, in their order, named in the active language."""
        columns = ("tag", spoken("dutch", "english"), "symbol", "parent")
        for rank, (tag, name, symbol, parent) in enumerate(self.values_list(*columns)):
            yield Word(rank, tag, name, intern(symbol), intern(parent))  # these are few


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

    class Meta:
        managed = False
        db_table = "places_option"
        ordering = ["parameter", "position", "dutch"]

    def __str__(self) -> str:
        return self.tag
