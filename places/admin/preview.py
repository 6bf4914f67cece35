"""`voorbeeld`: a place as the public would see it, before anybody does."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from places.admin.pages import PlacePages
from places.models import Place
from places.roles import places_to_see
from places.views.place import page_of


class PreviewPages(PlacePages):
    """The page of a place that is not published, and the way to it."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(preview)
        return [path("<int:pk>/voorbeeld/", view, name="places_place_preview"), *super().get_urls()]

    def object_links(self, request: HttpRequest, place: Place) -> list[dict[str, str]]:
        return [_link(place), *super().object_links(request, place)]


@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The public page with a banner that says what it is; never kept by a browser or proxy."""
    found = places_to_see(request.user).with_key(pk).for_its_page().first()
    if found is None:
        raise Http404(_("Deze plek kennen we niet."))
    return render(request, "places/place.html", page_of(request, found) | {"preview": found})


def _link(place: Place) -> dict[str, str]:
    if place.status == Place.Status.PUBLISHED:
        label = pgettext("naar de openbare pagina", "Op de site bekijken")
        return {"label": label, "url": place.get_absolute_url()}
    return {"label": _("Voorbeeld"), "url": reverse("admin:places_place_preview", args=[place.pk])}
