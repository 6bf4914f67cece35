"""Gebieden and wijken."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
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

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who is limited to an area that is gone would be limited to nothing."""
        return False
