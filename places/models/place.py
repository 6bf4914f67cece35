"""A meeting place, and every question that is asked about many of them."""

import uuid
from typing import TYPE_CHECKING, Self

from django.contrib.gis.db import models
from django.contrib.gis.geos import Point
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from huiskamers.fixed_urls import slug_url
from places.bilingual import Bilingual
from places.models.area import RD_NEW, Area, Degrees
from places.models.asking import AskedPlaces
from places.models.condition import Condition
from places.models.conditions import all_tags, located
from places.models.confirmation import Role
from places.models.curation import has_hours
from places.models.history import History
from places.models.organisation import Organisation
from places.models.plausible import DIALLED, POSTCODE, past_year
from places.models.provenance import FormerSlug
from places.models.vocabulary import Audience, Kind, Language, Offer

if TYPE_CHECKING:
    from places.schedule import PeriodValues, SpecialDayValues


class PlaceQuerySet(AskedPlaces):
    """The vocabulary in which views, filters and commands ask for places."""

    def published(self) -> Self:
        """What the public may see."""
        return self.filter(status=Place.Status.PUBLISHED)

    def at_address(self, slug: str) -> Self:
        """The place that lives at this address, before one that used to."""
        here = Place.objects.filter(slug=slug).values("pk")
        former = FormerSlug.objects.filter(slug=slug).values("place")
        lives_here = models.Case(models.When(slug=slug, then=0), default=1)
        return self.filter(pk__in=here.union(former, all=True)).order_by(lives_here)

    def called(self, name: str, city: str) -> Self:
        """Places of exactly this name in this city."""
        return self.filter(name=name, city=city)

    def meeting(self, *conditions: Condition) -> Self:
        """Places for which every condition holds."""
        return self.filter(*conditions)

    def tagged(self, *tags: str) -> Self:
        """Places that carry all of these tags."""
        return self.filter(all_tags(tags))

    def with_hours(self) -> Self:
        """Places of which at least some hours are known."""
        return self.filter(has_hours())

    def located(self) -> Self:
        """Places that can be drawn on a map."""
        return self.filter(located())

    def other_than(self, place: "Place") -> Self:
        """All but this one."""
        return self.exclude(pk=place.pk)


class Place(models.Model):
    """A place where people meet."""

    class Status(models.TextChoices):
        DRAFT = "concept", _("concept")
        PUBLISHED = "gepubliceerd", _("gepubliceerd")
        ARCHIVED = "gearchiveerd", _("gearchiveerd")

    class Precision(models.TextChoices):
        ADDRESS = "adres", _("adres")
        STREET = "straat", _("straat, bij benadering")
        AREA = "wijk", _("alleen de wijk of het gebied")
        UNKNOWN = "onbekend", _("onbekend")

    class HolidayPolicy(models.TextChoices):
        CLOSED = "dicht", _("dicht op feestdagen")
        AS_USUAL = "gewoon", _("open zoals altijd")
        UNKNOWN = "onbekend", _("niet bekend")

    class Farewell(models.TextChoices):
        MOVED = "verhuisd", _("verhuisd")
        CLOSED = "gesloten", _("voorgoed gesloten")
        MERGED = "samengevoegd", _("samengevoegd met een andere plek")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(_("adresnaam"), max_length=120, unique=True)
    name = models.CharField(_("naam"), max_length=200, db_collation="nl-x-icu")
    name_variants = ArrayField(
        models.CharField(max_length=200),
        verbose_name=_("andere namen"),
        default=list,
        blank=True,
        help_text=_("Namen waarop mensen ook zoeken, met komma's ertussen."),
    )
    kind = models.ForeignKey(
        Kind, verbose_name=_("soort"), null=True, blank=True, on_delete=models.PROTECT
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisatie of netwerk"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="places",
    )
    area = models.ForeignKey(
        Area,
        verbose_name=_("wijk of gebied"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="places",
        help_text=_("Het kleinste dat bekend is: de wijk, anders het gebied of de gemeente."),
    )
    street = models.CharField(_("straat"), max_length=120, blank=True)
    house_number = models.CharField(_("huisnummer"), max_length=20, blank=True)
    postcode = models.CharField(_("postcode"), max_length=7, blank=True, validators=[POSTCODE])
    city = models.CharField(_("plaats"), max_length=80, blank=True)
    location = models.PointField(_("punt op de kaart"), srid=RD_NEW, null=True, blank=True)
    location_precision = models.CharField(
        _("hoe precies is de plek bekend"),
        max_length=8,
        choices=Precision.choices,
        default=Precision.UNKNOWN,
    )
    phone = models.CharField(_("telefoon"), max_length=20, blank=True, validators=[DIALLED])
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    since = models.PositiveSmallIntegerField(
        _("sinds"), null=True, blank=True, validators=[past_year]
    )
    description = models.TextField(_("beschrijving"), blank=True)
    description_en = models.TextField(_("beschrijving, Engels"), blank=True)
    first_visit = models.TextField(_("wat je kunt verwachten bij een eerste bezoek"), blank=True)
    first_visit_en = models.TextField(_("eerste bezoek, Engels"), blank=True)
    note = models.TextField(_("goed om te weten"), blank=True)
    note_en = models.TextField(_("goed om te weten, Engels"), blank=True)
    strengths = models.TextField(_("sterke punten"), blank=True)
    strengths_en = models.TextField(_("sterke punten, Engels"), blank=True)
    needs = models.TextField(_("wat deze plek nodig heeft"), blank=True)
    needs_en = models.TextField(_("wat deze plek nodig heeft, Engels"), blank=True)
    attention = models.TextField(_("aandachtspunten"), blank=True)
    attention_en = models.TextField(_("aandachtspunten, Engels"), blank=True)
    audiences = models.ManyToManyField(Audience, verbose_name=_("bewust voor"), blank=True)
    offers = models.ManyToManyField(Offer, verbose_name=_("aanbod"), blank=True)
    languages = models.ManyToManyField(Language, verbose_name=_("talen"), blank=True)
    hours_complete = models.BooleanField(
        _("dit zijn alle openingstijden"),
        default=False,
        help_text=_("Zo niet, dan staat er buiten deze tijden: onbekend, bel even."),
    )
    holiday_policy = models.CharField(
        _("op feestdagen"),
        max_length=8,
        choices=HolidayPolicy.choices,
        default=HolidayPolicy.UNKNOWN,
    )
    checked_on = models.DateField(_("nagekeken op"), null=True, blank=True, editable=False)
    checked_by = models.CharField(
        _("nagekeken door"), max_length=10, choices=Role.choices, blank=True, editable=False
    )
    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.DRAFT
    )
    archived_on = models.DateField(_("gearchiveerd op"), null=True, blank=True)
    archived_because = models.CharField(
        _("waarom"), max_length=12, choices=Farewell.choices, blank=True
    )
    archived_words = models.TextField(_("in woorden"), blank=True)
    successor = models.ForeignKey(
        "self",
        verbose_name=_("verder als"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="predecessors",
    )
    created_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)
    changed_at = models.DateTimeField(_("gewijzigd op"), auto_now=True)
    tags = ArrayField(models.CharField(max_length=140), default=list, editable=False)
    search = SearchVectorField(null=True, editable=False)

    objects = PlaceQuerySet.as_manager()
    history = History(
        without=("tags", "search", "checked_on", "checked_by", "created_at", "changed_at"),
        m2m_fields=[audiences, offers, languages],
    )

    if TYPE_CHECKING:  # what the querysets above bring along
        degrees: Point | Degrees | None
        distance: float | None
        latitude: float | None
        longitude: float | None
        hours_values: list[PeriodValues]
        special_days_values: list[SpecialDayValues]
        source_title: str
        source_date: str
        has_hours: bool
        has_photo: bool

    description_text = Bilingual("description")
    first_visit_text = Bilingual("first_visit")
    note_text = Bilingual("note")
    strengths_text = Bilingual("strengths")
    needs_text = Bilingual("needs")
    attention_text = Bilingual("attention")

    class Meta:
        verbose_name = _("plek")
        verbose_name_plural = _("plekken")
        ordering = ["name"]
        indexes = [
            models.Index("name", "id", name="place_by_name", condition=Q(status="gepubliceerd")),
            models.Index(
                F("checked_on").desc(nulls_last=True),
                "name",
                "id",
                name="place_by_check",
                condition=Q(status="gepubliceerd"),
            ),
            models.Index(
                fields=["postcode"], name="place_by_postcode", opclasses=["varchar_pattern_ops"]
            ),
            models.Index(Upper("street"), name="place_by_street"),
            GinIndex(fields=["search"], name="place_by_word"),
            models.Index("area", name="place_without_point", condition=Q(location__isnull=True)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(location__isnull=False, location_precision__in=["adres", "straat"])
                | Q(location__isnull=True, location_precision__in=["wijk", "onbekend"]),
                name="place_precision_matches_location",
                violation_error_message=_(
                    "Een punt op de kaart hoort bij de precisie adres of straat; "
                    "zonder punt is de precisie wijk of onbekend."
                ),
            ),
            models.CheckConstraint(
                condition=Q(status="gearchiveerd", archived_on__isnull=False)
                | (~Q(status="gearchiveerd") & Q(archived_on__isnull=True)),
                name="place_archived_with_date",
                violation_error_message=_("Alleen een gearchiveerde plek heeft een archiefdatum."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return slug_url("place", self.slug)

    @property
    def address(self) -> str:
        """Street and number as one writes them, without the city."""
        return f"{self.street} {self.house_number}".strip()

    @property
    def is_approximate(self) -> bool:
        """The point is somewhere in the street, not at the door."""
        return self.location_precision == self.Precision.STREET
