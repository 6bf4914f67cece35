"""Values that make a place good, and the traits that one can see."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from huiskamers.fixed_urls import slug_url
from places.bilingual import Bilingual
from places.models.history import History
from places.models.provenance import SOURCE_DATE
from places.models.vocabulary import Term

if TYPE_CHECKING:
    from places.models.place import Place


class Trait(Term):
    """Something that one can see or ask: yes, no, or not known."""

    question = models.CharField(_("vraag"), max_length=200, blank=True)
    question_en = models.CharField(_("vraag in het Engels"), max_length=200, blank=True)

    asks = Bilingual("question")

    class Meta(Term.Meta):
        verbose_name = _("kenmerk")
        verbose_name_plural = _("kenmerken")


class Value(Term):
    """One of the ten values of a good meeting place."""

    meaning = models.CharField(_("in één zin"), max_length=200)
    meaning_en = models.CharField(_("in één zin, Engels"), max_length=200, blank=True)
    explanation = models.TextField(_("uitleg"))
    explanation_en = models.TextField(_("uitleg, Engels"), blank=True)
    question = models.CharField(_("vraag van een bezoeker"), max_length=200)
    question_en = models.CharField(_("vraag, Engels"), max_length=200, blank=True)
    traits = models.ManyToManyField(
        Trait, verbose_name=_("kenmerken die ervoor spreken"), blank=True, related_name="values"
    )

    means = Bilingual("meaning")
    explains = Bilingual("explanation")
    asks = Bilingual("question")

    class Meta(Term.Meta):
        verbose_name = _("waarde")
        verbose_name_plural = _("waarden")

    def get_absolute_url(self) -> str:
        return slug_url("value", self.slug)

    @property
    def tag(self) -> str:
        """What places that show this value carry among their tags."""
        return f"waarde:{self.slug}"


class PlaceValueQuerySet(models.QuerySet["PlaceValue"]):
    """Questions about what places say."""

    def of_places(self, value: Value, places: "Iterable[Place]") -> Self:
        """What these places say about one value."""
        return self.filter(value=value, place__in=places)


class PlaceValue(models.Model):
    """How this place shows a value, in words, and who says so."""

    place = models.ForeignKey("Place", on_delete=models.CASCADE, related_name="place_values")
    value = models.ForeignKey(
        Value, verbose_name=_("waarde"), on_delete=models.PROTECT, db_index=False
    )
    words = models.TextField(_("hoe je dat hier merkt"), blank=True)
    words_en = models.TextField(_("hoe je dat hier merkt, Engels"), blank=True)
    source = models.CharField(_("bron"), max_length=200)
    source_date = models.CharField(_("datum"), max_length=10, blank=True, validators=[SOURCE_DATE])

    objects = PlaceValueQuerySet.as_manager()
    history = History()
    spoken_words = Bilingual("words")

    class Meta:
        verbose_name = _("waarde van deze plek")
        verbose_name_plural = _("waarden van deze plek")
        ordering = ["value__position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "value"],
                name="value_once_per_place",
                violation_error_message=_("Deze waarde staat er al."),
            )
        ]

    def __str__(self) -> str:
        return str(self.value)


class PlaceTraitQuerySet(models.QuerySet["PlaceTrait"]):
    """Questions about what is known of traits."""

    def denying(self, trait: str) -> Self:
        """Those that say no to the trait of this slug."""
        return self.filter(trait__slug=trait, answer=PlaceTrait.Answer.NO)

    def of_outer_place(self) -> Self:
        """Those of the place in the statement around this one."""
        return self.filter(place=models.OuterRef("pk"))


class PlaceTrait(models.Model):
    """What is known about a trait of this place."""

    class Answer(models.TextChoices):
        YES = "ja", _("ja")
        NO = "nee", _("nee")
        UNKNOWN = "onbekend", _("onbekend")

    place = models.ForeignKey("Place", on_delete=models.CASCADE, related_name="place_traits")
    trait = models.ForeignKey(
        Trait, verbose_name=_("kenmerk"), on_delete=models.PROTECT, db_index=False
    )
    answer = models.CharField(
        _("antwoord"), max_length=8, choices=Answer.choices, default=Answer.UNKNOWN
    )
    source = models.CharField(_("bron"), max_length=200, blank=True)
    source_date = models.CharField(_("datum"), max_length=10, blank=True, validators=[SOURCE_DATE])

    objects = PlaceTraitQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("kenmerk van deze plek")
        verbose_name_plural = _("kenmerken van deze plek")
        ordering = ["trait__position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "trait"],
                name="trait_once_per_place",
                violation_error_message=_("Dit kenmerk staat er al."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.trait}: {self.get_answer_display()}"
