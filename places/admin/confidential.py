"""What the public never sees, in the form of a place; who sees it is for ``roles`` to say."""

from django.contrib import admin
from django.http import HttpRequest

from places.admin.rights import is_among
from places.models import Dossier, Place, Referral
from places.roles import places_to_change, places_to_see


class Confidential(admin.StackedInline):
    """One row beside a place, shown only to whoever may read it there."""

    extra = 1

    def has_view_permission(self, request: HttpRequest, obj: Place | None = None) -> bool:
        """What ``may_see`` says."""
        return super().has_view_permission(request, obj) and is_among(request, obj, places_to_see)

    def has_change_permission(self, request: HttpRequest, obj: Place | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and is_among(request, obj, places_to_change)


class ReferralInline(Confidential):
    model = Referral


class DossierInline(Confidential):
    model = Dossier
    fields = ["editor_note", ("lease_until", "funding_until")]
