"""What the public never sees, in the form of a place; who sees it is for ``roles`` to say."""

from django.contrib import admin
from django.http import HttpRequest

from places.models import Dossier, Place, Referral
from places.roles import may_see


class Confidential(admin.StackedInline):
    """One row beside a place, shown only to whoever may read it there."""

    extra = 1

    def has_view_permission(self, request: HttpRequest, obj: Place | None = None) -> bool:
        if obj is None:
            return super().has_view_permission(request)
        return may_see(request.user, self.model, obj)

    def has_change_permission(self, request: HttpRequest, obj: Place | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and self.has_view_permission(request, obj)


class ReferralInline(Confidential):
    model = Referral


class DossierInline(Confidential):
    model = Dossier
    fields = ["editor_note", ("lease_until", "funding_until")]
