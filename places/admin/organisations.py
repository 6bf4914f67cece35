"""Organisations and networks."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from places.models import Organisation
from places.roles import may_change_organisation


@admin.register(Organisation)
class OrganisationAdmin(admin.ModelAdmin):
    """Who runs places."""

    list_display = ["name", "kind", "website"]
    list_filter = ["kind"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What is said of an organisation stands with each of its places."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or may_change_organisation(request.user, obj))
