"""`samenvoegen`: find the same place, choose what is true, and make one of two."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from places.admin.pages import PlacePages, about_place
from places.duplicates import possible_duplicates
from places.history import newest_change, readable
from places.merging import Merger
from places.models import Place
from places.models.lookalikes import SOMEWHAT_ALIKE
from places.models.place import PlaceQuerySet
from places.roles import places_to_change

FOUND = 10


class MergePages(PlacePages):
    """The page that makes one place of two."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(merge)
        return [path("<int:pk>/samenvoegen/", view, name="places_place_merge"), *super().get_urls()]

    def object_links(self, request: HttpRequest, place: Place) -> list[dict[str, str]]:
        links = super().object_links(request, place)
        archived = place.status == Place.Status.ARCHIVED
        if archived or not self.has_change_permission(request, place):
            return links
        url = reverse("admin:places_place_merge", args=[place.pk])
        return [*links, {"label": _("Samenvoegen"), "url": url}]


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the other place, then whose facts hold; a user must be allowed to change both."""
    places = places_to_change(request.user)
    kept = get_object_or_404(places, pk=pk)
    if kept.status == Place.Status.ARCHIVED:
        return redirect("admin:places_place_archive", pk)
    other = request.GET.get("met", "")
    if not other:
        return _choose(request, places, kept)
    gone = get_object_or_404(places.other_than(kept).with_key(_key(other)))
    if gone.status == Place.Status.ARCHIVED:
        messages.error(request, _("“%s” staat intussen in het archief.") % gone)
        return redirect("admin:places_place_merge", pk)
    if request.method == "POST" and _merged(request, kept, gone):
        return redirect("admin:places_place_change", pk)
    return _compare(request, get_object_or_404(places, pk=pk), gone)


def _choose(request: HttpRequest, places: PlaceQuerySet, kept: Place) -> HttpResponse:
    """Who may be the same place, and a search for any other."""
    text = request.GET.get("zoek", "").strip().replace("\x00", "")
    found = places.other_than(kept).resembling(text)[:FOUND] if text else []
    alike = possible_duplicates(kept)
    allowed = set(places.with_keys([one.place.pk for one in alike]))
    context = about_place(request, kept, _("Samenvoegen")) | {
        "text": text,
        "found": [one for one in found if getattr(one, "alike", 0) >= SOMEWHAT_ALIKE],
        "duplicates": [one for one in alike if one.place in allowed],
    }
    return render(request, "admin/places/place/samenvoegen_met.html", context)


def _compare(request: HttpRequest, kept: Place, gone: Place) -> HttpResponse:
    context = about_place(request, kept, _("Samenvoegen")) | {
        "gone": gone,
        "choices": Merger(kept, gone, request.user, request.POST).choices(),
        "seen": _seen(request, kept, gone),
        "words": request.POST.get("words", _("Deze plek stond er twee keer in.")),
    }
    return render(request, "admin/places/place/samenvoegen.html", context)


def _merged(request: HttpRequest, kept: Place, gone: Place) -> bool:
    """Whether it was done; otherwise a message says why not, and the choices stay as they are."""
    merger = Merger(kept, gone, request.user, request.POST)
    try:
        with transaction.atomic():
            list(Place.objects.select_for_update().with_keys([kept.pk, gone.pk]).order_by("pk"))
            if request.POST.get("seen") != _seen(request, kept, gone):
                raise ValidationError(
                    _("Intussen is een van beide plekken gewijzigd. Kijk je keuzes nog eens na.")
                )
            merger.carry_out(timezone.localdate(), request.POST.get("words", ""))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return False
    done = _("“%(gone)s” is samengevoegd met “%(kept)s”.") % {"gone": gone, "kept": kept}
    messages.success(request, done)
    return True


def _seen(request: HttpRequest, *places: Place) -> str:
    """What the user has seen last of these places."""
    return " ".join(newest_change(place, readable(request.user, place)) for place in places)


def _key(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None
