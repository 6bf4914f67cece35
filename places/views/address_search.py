"""`/beheer/adres/`: the address search of the form, which knows no more than PDOK does."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from places.address_search import AddressSearchAwayError, address, suggestions

SHORTEST = 3


@require_safe
def search(request: HttpRequest) -> JsonResponse:
    """``?q=`` answers suggestions, ``?id=`` the fields of one; a ``message`` when away."""
    if not request.user.has_perm("places.change_place"):
        raise PermissionDenied
    try:
        return _found(request.GET.get("q", "").strip(), request.GET.get("id", ""))
    except AddressSearchAwayError:
        words = _("De adressenzoeker is nu niet bereikbaar. Vul het adres zelf in.")
        return JsonResponse({"message": words})


def _found(text: str, key: str) -> JsonResponse:
    if key:
        fields = address(key)
        words = _("Dit adres is niet gevonden. Vul het zelf in.")
        return JsonResponse(fields) if fields else JsonResponse({"message": words}, status=404)
    return JsonResponse({"suggestions": suggestions(text) if len(text) >= SHORTEST else []})
