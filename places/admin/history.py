"""`geschiedenis`: what happened to a place, and the way back to how it was."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from places.admin.pages import PlacePages, about_place
from places.history import Restoration, Span, changes_of, newest_change, readable, spans_of
from places.models import Place
from places.roles import places_to_change

CHANGES_A_PAGE = 10
SIDES = {"voor", "na"}


class HistoryPages(PlacePages):
    """The history of a place, in place of Django's own."""

    def get_urls(self) -> list[URLPattern]:
        pages, restoring = (self.admin_site.admin_view(view) for view in (history, restore))
        address = "<int:pk>/geschiedenis/"
        return [
            path(address, pages, name="places_place_changes"),
            path(f"{address}<uuid:change>/<str:side>/", restoring, name="places_place_restore"),
            *super().get_urls(),
        ]

    def object_links(self, request: HttpRequest, place: Place) -> list[dict[str, str]]:
        links = super().object_links(request, place)
        if not self.has_change_permission(request, place):
            return links
        return [*links, {"label": _("Geschiedenis"), "url": _address(place)}]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Django's address of it leads to ours."""
        key = int(object_id) if object_id.isascii() and object_id.isdigit() else None
        return redirect(_address(get_object_or_404(places_to_change(request.user).with_key(key))))


@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Change by change, the newest first."""
    place = get_object_or_404(places_to_change(request.user), pk=pk)
    kinds = readable(request.user, place)
    page = Paginator(spans_of(place, kinds), CHANGES_A_PAGE).get_page(request.GET.get("pagina"))
    context = {"page": page, "changes": changes_of(place, list(page.object_list), kinds)}
    context |= about_place(request, place, _("Geschiedenis"))
    return render(request, "admin/places/place/geschiedenis.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def restore(request: HttpRequest, pk: int, change: UUID, side: str) -> HttpResponse:
    """Show what going back would change; do it when that was confirmed and is still so."""
    with transaction.atomic():
        places = places_to_change(request.user).select_for_update(of=("self",))
        place = get_object_or_404(places, pk=pk)
        span = _span(request, place, change, side)
        moment = span.before if side == "voor" else span.last
        restoration = Restoration(place, moment, request.user)
        seen = newest_change(place, readable(request.user, place))
        if request.method == "POST" and _restored(request, restoration, span, side, seen):
            return redirect("admin:places_place_change", place.pk)
        context = about_place(request, place, _("Terugzetten"))
        context |= {"restoration": restoration, "span": span, "side": side, "seen": seen}
        return render(request, "admin/places/place/terugzetten.html", context)


def _span(request: HttpRequest, place: Place, change: UUID, side: str) -> Span:
    """The change that an address names, if this user may know of it."""
    for span in spans_of(place, readable(request.user, place)):
        if span.change == change and side in SIDES:
            return span
    raise Http404(_("Deze wijziging kennen we niet."))


def _restored(
    request: HttpRequest, restoration: Restoration, span: Span, side: str, seen: str
) -> bool:
    """Whether it was done; otherwise a message says why not."""
    if request.POST.get("seen") != seen:
        messages.error(
            request, _("Intussen is deze plek gewijzigd. Kijk nog eens wat er verandert.")
        )
        return False
    day = date_format(localtime(span.last), "j F Y H:i")
    words = _("zoals vóór de wijziging van %s") if side == "voor" else _("zoals op %s")
    try:
        restoration.carry_out(words % day)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return False
    messages.success(request, _("“%s” is teruggezet.") % restoration.place.name)
    return True


def _address(place: Place) -> str:
    return reverse("admin:places_place_changes", args=[place.pk])
