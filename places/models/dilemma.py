"""Dilemmas: two honest poles, and where a place stands between them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from huiskamers.fixed_urls import slug_url
from places.bilingual import Bilingual
from places.models.history import History
from places.models.provenance import SOURCE_DATE
from places.models.vocabulary import Term

if TYPE_CHECKING:
    from places.models.place import Place


class Dilemma(Term):
    """A question that good places answer differently, each with reason."""

    explanation = models.TextField(_("uitleg"))
    explanation_en = models.TextField(_("uitleg, Engels"), blank=True)
    pole_a = models.CharField(_("ene kant"), max_length=120)
    pole_a_en = models.CharField(_("ene kant, Engels"), max_length=120, blank=True)
    pole_a_text = models.TextField(_("waarom dat goed is"))
    pole_a_text_en = models.TextField(_("waarom dat goed is, Engels"), blank=True)
    pole_b = models.CharField(_("andere kant"), max_length=120)
    pole_b_en = models.CharField(_("andere kant, Engels"), max_length=120, blank=True)
    pole_b_text = models.TextField(_("waarom dat ook goed is"))
    pole_b_text_en = models.TextField(_("waarom dat ook goed is, Engels"), blank=True)

    explains = Bilingual("explanation")
    one_side = Bilingual("pole_a")
    one_side_text = Bilingual("pole_a_text")
    other_side = Bilingual("pole_b")
    other_side_text = Bilingual("pole_b_text")

    class Meta(Term.Meta):
        verbose_name = _("dilemma")
        verbose_name_plural = _("dilemma's")

    def get_absolute_url(self) -> str:
        return slug_url("dilemma", self.slug)

    @property
    def tag(self) -> str:
        """What places that speak about this dilemma carry among their tags."""
        return f"dilemma:{self.slug}"


class PlaceDilemmaQuerySet(models.QuerySet["PlaceDilemma"]):
    """Questions about what places say."""

    def of_places(self, dilemma: Dilemma, places: "Iterable[Place]") -> Self:
        """What these places say about one dilemma."""
        return self.filter(dilemma=dilemma, place__in=places).select_related("dilemma")


class PlaceDilemma(models.Model):
    """Where a place stands: words first, a position from 1 to 5 only where that helps."""

    place = models.ForeignKey("Place", on_delete=models.CASCADE, related_name="place_dilemmas")
    dilemma = models.ForeignKey(
        Dilemma, verbose_name=_("dilemma"), on_delete=models.PROTECT, db_index=False
    )
    words = models.TextField(_("in woorden"), blank=True)
    words_en = models.TextField(_("in woorden, Engels"), blank=True)
    position = models.PositiveSmallIntegerField(
        _("plaats tussen de twee kanten"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
        help_text=_("1 is helemaal de ene kant, 5 de andere; leeg als woorden genoeg zijn."),
    )
    source = models.CharField(_("bron"), max_length=200)
    source_date = models.CharField(_("datum"), max_length=10, blank=True, validators=[SOURCE_DATE])

    objects = PlaceDilemmaQuerySet.as_manager()
    history = History()
    spoken_words = Bilingual("words")

    class Meta:
        verbose_name = _("dilemma van deze plek")
        verbose_name_plural = _("dilemma's van deze plek")
        ordering = ["dilemma__position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "dilemma"],
                name="dilemma_once_per_place",
                violation_error_message=_("Dit dilemma staat er al."),
            ),
            models.CheckConstraint(
                condition=models.Q(position__isnull=True) | models.Q(position__range=(1, 5)),
                name="dilemma_position_one_to_five",
                violation_error_message=_("Kies een plaats van 1 tot en met 5."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.dilemma)
