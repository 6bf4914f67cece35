"""A place, in the order in which one talks about it: who, where, when, what, how it feels."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from leaflet.admin import LeafletGeoAdminMixin

from places.admin.hours import OpeningHoursInline, SpecialDayInline
from places.models import (
    Place,
    PlaceDilemma,
    PlaceTrait,
    PlaceValue,
    Quote,
    Source,
)
from places.models.place import PlaceQuerySet


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
class PlaceAdmin(LeafletGeoAdminMixin, admin.ModelAdmin):
    """Everything of a place on one page."""

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
        return Place.objects.by_name()
