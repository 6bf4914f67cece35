"""Who runs places: organisations, and networks of several places."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from huiskamers.fixed_urls import slug_url
from places.bilingual import Bilingual
from places.models.provenance import SOURCE_DATE


class Organisation(models.Model):
    """An organisation or a network of places."""

    class Kind(models.TextChoices):
        ORGANISATION = "organisatie", _("organisatie")
        NETWORK = "netwerk", _("netwerk")

    slug = models.SlugField(_("adresnaam"), max_length=80, unique=True)
    name = models.CharField(_("naam"), max_length=120, unique=True, db_collation="nl-x-icu")
    kind = models.CharField(
        _("vorm"), max_length=12, choices=Kind.choices, default=Kind.ORGANISATION
    )
    description = models.TextField(_("wie het zijn"), blank=True)
    description_en = models.TextField(_("wie het zijn, in het Engels"), blank=True)
    website = models.URLField(_("website"), blank=True)
    source = models.CharField(_("bron"), max_length=200, blank=True)
    source_date = models.CharField(
        _("datum van de bron"), validators=[SOURCE_DATE], max_length=10, blank=True
    )

    about = Bilingual("description")

    class Meta:
        verbose_name = _("organisatie of netwerk")
        verbose_name_plural = _("organisaties en netwerken")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return slug_url("network", self.slug)

    @property
    def tag(self) -> str:
        """What its places carry among their tags."""
        return f"netwerk:{self.slug}"
