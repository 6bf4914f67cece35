"""What people outside propose, and what they tell staff; both wait until somebody handles them."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case, Q, When
from django.utils.translation import gettext_lazy as _

from places.models.incoming import WAITING_FIRST, Incoming, IncomingQuerySet
from places.models.provenance import SOURCE_DATE
from places.models.repeats import kept_once

if TYPE_CHECKING:
    from places.models.place import PlaceQuerySet


OPENSTREETMAP = "https://www.openstreetmap.org/"


class SuggestionQuerySet(IncomingQuerySet["Suggestion"]):
    """Questions about suggestions."""

    def waiting(self) -> Self:
        """Not handled yet; the oldest first."""
        return self.filter(status=Suggestion.Status.WAITING).order_by("created_at", "pk")

    def from_hosts(self) -> Self:
        """Those of a host who was asked."""
        return self.filter(origin=Suggestion.Origin.HOST)

    def from_people(self) -> Self:
        """Those that somebody sent, who may be waiting for what we do with it."""
        return self.exclude(origin=Suggestion.Origin.OPENSTREETMAP)

    def from_openstreetmap(self) -> Self:
        """Those that were read from a file, the oldest first."""
        return self.filter(origin=Suggestion.Origin.OPENSTREETMAP).order_by("created_at", "pk")

    def held(self, key: int) -> "Suggestion | None":
        """This one, if it still waits; nobody else decides on it before the transaction ends."""
        return self.select_for_update().filter(pk=key, status=Suggestion.Status.WAITING).first()

    def since(self, moment: datetime) -> Self:
        """Those that came in at this moment or later."""
        return self.filter(created_at__gte=moment)

    def repeated_by(self, suggestion: "Suggestion") -> Self:
        """Others that propose and remark exactly the same."""
        same = self.filter(proposed=suggestion.proposed, remark=suggestion.remark)
        return same.exclude(pk=suggestion.pk)

    def about_or_new_in(self, places: "PlaceQuerySet", areas: list[str] | None) -> Self:
        """Those that concern these places, and new ones in areas of these names (None: any)."""
        new = Q(kind=Suggestion.Kind.NEW, place__isnull=True)
        if areas is not None:
            new &= Q(proposed__area__in=areas)
        return self.filter(Q(place__in=places) | new)

    def keep(self, made: "Suggestion") -> tuple["Suggestion", bool]:
        """Store it and True, or the very same of the same sender that waits already and False."""
        said = ("place_id", "kind", "origin", "proposed", "remark", "email")
        return kept_once(made, self.waiting(), said)


class Suggestion(Incoming):
    """A correction or a new place, as texts per column of an entry."""

    class Kind(models.TextChoices):
        CORRECTION = "wijziging", _("wijziging")
        NEW = "nieuw", _("nieuwe plek")
        STILL_TRUE = "klopt", _("klopt nog")

    class Origin(models.TextChoices):
        VISITOR = "bezoeker", _("een bezoeker")
        HOST = "gastheer", _("de gastheer of gastvrouw")
        TEAM = "wijkteam", _("een wijkteam")
        OPENSTREETMAP = "osm", "OpenStreetMap"

    class Status(models.TextChoices):
        WAITING = "wacht", _("wacht")
        ACCEPTED = "aangenomen", _("aangenomen")
        PARTLY = "deels", _("deels aangenomen")
        DECLINED = "afgewezen", _("afgewezen")

    place = models.ForeignKey(
        "Place",
        verbose_name=_("plek"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="suggestions",
    )
    kind = models.CharField(_("soort voorstel"), max_length=10, choices=Kind.choices)
    origin = models.CharField(
        _("van wie"), max_length=10, choices=Origin.choices, default=Origin.VISITOR
    )
    proposed = models.JSONField(_("voorgesteld"), default=dict, help_text="column -> text")
    seen = models.JSONField(_("wat er stond"), default=dict, help_text="column -> text")
    remark = models.TextField(_("toelichting"), blank=True)
    source = models.CharField(
        _("bron"), max_length=200, blank=True, help_text=_("Komt bij de plek te staan.")
    )
    source_date = models.CharField(_("datum"), max_length=10, blank=True, validators=[SOURCE_DATE])
    reference = models.CharField(_("kenmerk"), max_length=40, blank=True, help_text="node/123")
    fingerprint = models.CharField(
        max_length=64, blank=True, editable=False, help_text="of what the reference said"
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.WAITING
    )
    words = models.TextField(_("antwoord"), blank=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta(Incoming.Meta):
        verbose_name = _("voorstel")
        verbose_name_plural = _("voorstellen")
        indexes = [
            models.Index(
                fields=["created_at"], name="suggestion_waiting", condition=Q(status="wacht")
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="wacht", handled_at__isnull=True)
                | (~Q(status="wacht") & Q(handled_at__isnull=False, email="")),
                name="suggestion_handled_keeps_no_address",
                violation_error_message=_("Van een behandeld voorstel blijft geen adres bewaard."),
            ),
            models.CheckConstraint(
                condition=Q(place__isnull=False) | Q(kind="nieuw"),
                name="suggestion_about_a_place",
                violation_error_message=_("Een wijziging gaat over een plek."),
            ),
            models.UniqueConstraint(
                fields=["reference"],
                condition=Q(status="wacht") & ~Q(reference=""),
                name="suggestion_waits_once_per_reference",
                violation_error_message=_("Hierover wacht al een voorstel."),
            ),
        ]

    @property
    def object_url(self) -> str:
        """Where OpenStreetMap shows the object that this was read from; empty if it has none."""
        is_there = self.origin == self.Origin.OPENSTREETMAP and "-" not in self.reference
        return f"{OPENSTREETMAP}{self.reference}" if is_there and self.reference else ""

    def __str__(self) -> str:
        name = self.place.name if self.place else self.proposed.get("name", "")
        return f"{self.get_kind_display()}: {name}"


PEOPLE_FIRST = (
    WAITING_FIRST[0],
    Case(When(handled_at__isnull=True, origin="osm", then=1), default=0),
    *WAITING_FIRST[1:],
)
"""What somebody waits for, the oldest first; what was read from a file; what was handled."""


class ReportQuerySet(IncomingQuerySet["Report"]):
    """Questions about reports."""

    def waiting(self) -> Self:
        """Not answered or closed yet; the oldest first."""
        return self.filter(status=Report.Status.OPEN).order_by("created_at", "pk")

    def keep(self, made: "Report") -> tuple["Report", bool]:
        """Store it and True, or the very same of the same sender that waits already and False."""
        return kept_once(made, self.waiting(), ("place_id", "tone", "text", "email"))


class Report(Incoming):
    """A complaint, a worry or thanks about a place: for staff only, never published or counted."""

    class Tone(models.TextChoices):
        COMPLAINT = "klacht", _("een klacht")
        WORRY = "zorg", _("een zorg")
        THANKS = "dank", _("een bedankje")

    class Status(models.TextChoices):
        OPEN = "open", _("wacht")
        ANSWERED = "beantwoord", _("beantwoord")
        CLOSED = "gesloten", _("afgesloten")

    place = models.ForeignKey(
        "Place", verbose_name=_("plek"), on_delete=models.CASCADE, related_name="reports"
    )
    tone = models.CharField(_("wat is het"), max_length=8, choices=Tone.choices)
    text = models.TextField(_("wat je wilt vertellen"))
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.OPEN
    )
    words = models.TextField(_("antwoord of reden"), blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta(Incoming.Meta):
        verbose_name = _("melding")
        verbose_name_plural = _("meldingen")
        indexes = [
            models.Index(fields=["created_at"], name="report_waiting", condition=Q(status="open"))
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="open", handled_at__isnull=True)
                | (~Q(status="open") & Q(handled_at__isnull=False, email="")),
                name="report_handled_keeps_no_address",
                violation_error_message=_("Van een behandelde melding blijft geen adres bewaard."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_tone_display()}: {self.place.name}"
