"""A place, in the order in which one talks about it: who, where, when, what, how it feels."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from leaflet.admin import LeafletGeoAdminMixin

from places.admin.hours import OpeningHoursInline, SpecialDayInline
from places.admin.pages import PlacePages
from places.admin.photos import PhotoInline, PhotoPages
from places.models import (
    Place,
    PlaceDilemma,
    PlaceTrait,
    PlaceValue,
    Quote,
    Source,
)
from places.models.place import PlaceQuerySet
from places.roles import places_to_change, places_to_see


class ValueInline(admin.StackedInline):
    model = PlaceValue
    extra = 0


class DilemmaInline(admin.StackedInline):
    model = PlaceDilemma
    extra = 0


class TraitInline(admin.TabularInline):
    model = PlaceTrait
    extra = 0


class QuoteInline(admin.StackedInline):
    model = Quote
    extra = 0


class SourceInline(admin.TabularInline):
    model = Source
    extra = 1


@admin.register(Place)
class PlaceAdmin(PhotoPages, PlacePages, LeafletGeoAdminMixin, admin.ModelAdmin):
    """Everything of a place on one page; the pages around it are bases of this class."""

    change_form_template = "admin/places/place/change_form.html"

    list_display = ["name", "kind", "area", "status", "checked_on"]
    list_filter = ["status", "kind", "location_precision", "hours_complete"]
    list_select_related = ["kind", "area"]
    search_fields = ["name", "street", "postcode"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["area", "organisation", "successor"]
    filter_horizontal = ["offers", "audiences", "languages"]
    inlines = [
        OpeningHoursInline,
        SpecialDayInline,
        ValueInline,
        DilemmaInline,
        TraitInline,
        QuoteInline,
        PhotoInline,
        SourceInline,
    ]
    fieldsets = [
        (_("Wie"), {"fields": ["name", "name_variants", "slug", "kind", "organisation", "since"]}),
        (
            _("Waar"),
            {
                "fields": [
                    ("street", "house_number"),
                    ("postcode", "city"),
                    "area",
                    "location_precision",
                    "location",
                ]
            },
        ),
        (_("Bereiken"), {"fields": ["phone", "email", "website"]}),
        (_("Wanneer"), {"fields": ["hours_complete", "holiday_policy"]}),
        (
            _("Wat"),
            {
                "fields": [
                    ("description", "description_en"),
                    ("first_visit", "first_visit_en"),
                    ("note", "note_en"),
                    "offers",
                    "audiences",
                    "languages",
                ]
            },
        ),
        (
            _("In de lijst"),
            {
                "fields": [
                    "status",
                    ("archived_on", "archived_because"),
                    "archived_words",
                    "successor",
                ]
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> PlaceQuerySet:
        return places_to_see(request.user).by_name()

    def has_view_permission(self, request: HttpRequest, obj: Place | None = None) -> bool:
        allowed = super().has_view_permission(request, obj)
        return allowed and _among(request, obj, places_to_see)

    def has_change_permission(self, request: HttpRequest, obj: Place | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and _among(request, obj, places_to_change)

    def has_delete_permission(self, request: HttpRequest, obj: Place | None = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and _among(request, obj, places_to_change)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> HttpResponse:
        place = options.get("obj")
        context["object_links"] = self.object_links(request, place) if place else []
        return super().render_change_form(request, context, *args, **options)


def _among(
    request: HttpRequest, place: Place | None, allowed: Callable[[Any], PlaceQuerySet]
) -> bool:
    """Whether the place is one of these, asked once per request; without a place: any may be."""
    if place is None or place.pk is None:
        return True
    answers: dict[Any, bool] = request.__dict__.setdefault("allowed_places", {})
    question = (allowed.__name__, place.pk)
    if question not in answers:
        answers[question] = allowed(request.user).with_key(place.pk).exists()
    return answers[question]
