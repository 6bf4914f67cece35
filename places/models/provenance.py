"""Where facts come from: sources, a place's own words, the addresses it had."""

from typing import Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import OuterRef
from django.utils.translation import gettext_lazy as _

from places.models.history import History

SOURCE_DATE = RegexValidator(
    r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
    _("Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03)."),
)
"""ISO 8601 with reduced precision: one does not claim a day that one does not know."""


class SourceQuerySet(models.QuerySet["Source"]):
    """Questions about sources."""

    def of_outer_place(self) -> Self:
        """The sources of the place in the statement around this one, the newest first."""
        return self.filter(place=OuterRef("pk")).order_by("-as_of", "position", "pk")


class Source(models.Model):
    """Something that was read, and when."""

    place = models.ForeignKey("Place", on_delete=models.CASCADE, related_name="sources")
    title = models.CharField(_("bron"), max_length=200)
    as_of = models.CharField(
        _("datum"),
        max_length=10,
        blank=True,
        validators=[SOURCE_DATE],
        help_text=_("Wanneer de bron is gelezen of verschenen; leeg als dat niet bekend is."),
    )
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    objects = SourceQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("bron")
        verbose_name_plural = _("bronnen")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "title"],
                name="source_once_per_place",
                violation_error_message=_("Deze bron staat er al."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.as_of}" if self.as_of else self.title


class Quote(models.Model):
    """The place in its own words; spelling included."""

    place = models.ForeignKey("Place", on_delete=models.CASCADE, related_name="quotes")
    text = models.TextField(_("uitspraak"), help_text=_("Woord voor woord."))
    said_by = models.CharField(_("wie zei het"), max_length=120)
    source = models.CharField(_("waar staat het"), max_length=200)
    source_date = models.CharField(
        _("wanneer"), max_length=10, blank=True, validators=[SOURCE_DATE]
    )

    history = History()

    class Meta:
        verbose_name = _("uitspraak")
        verbose_name_plural = _("uitspraken")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text


class FormerSlug(models.Model):
    """An address that a place had; the database writes it when a slug changes."""

    slug = models.SlugField(max_length=120, unique=True)
    place = models.ForeignKey("Place", on_delete=models.CASCADE, related_name="former_slugs")

    class Meta:
        verbose_name = _("oud adres")
        verbose_name_plural = _("oude adressen")

    def __str__(self) -> str:
        return self.slug
