"""Gebieden and wijken."""

from django.contrib import admin
from leaflet.admin import LeafletGeoAdminMixin

from places.models import Area


@admin.register(Area)
class AreaAdmin(LeafletGeoAdminMixin, admin.ModelAdmin):
    """An area; boundaries are loaded by a command and only shown here."""

    list_display = ["name", "level", "parent", "code", "inhabitants"]
    list_filter = ["level"]
    list_select_related = ["parent"]
    search_fields = ["name", "code"]
    autocomplete_fields = ["parent"]
