"""Who checked an entry and when; a colleague says that it was done just now, or revokes a link."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from places.admin.pages import PlacePages
from places.admin.place_actions import CheckForm
from places.cards import checked_text
from places.models import Confirmation, HostRequest, Place
from places.models.confirmation import Role, confirm
from places.portrait.reach import phone_url
from places.roles import may_change, places_to_change


class ConfirmationInline(admin.StackedInline):
    """The checks so far, to read; only an administrator can take back a wrong one."""

    model = Confirmation
    fields = [("day", "role", "how", "by")]
    readonly_fields = ["day", "role", "how", "by"]
    extra = 0

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("by")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ConfirmationPages(PlacePages):
    """`nagekeken`: say that it was checked, and see what was asked of the host."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/nagekeken/", view(check_place), name="places_place_check"),
            path(
                "<int:pk>/nagekeken/<int:asked>/intrekken/", view(revoke), name="places_link_revoke"
            ),
            *super().get_urls(),
        ]

    def object_links(self, request: HttpRequest, place: Place) -> list[dict[str, str]]:
        links = super().object_links(request, place)
        if not _may_check(request, place):
            return links
        url = reverse("admin:places_place_check", args=[place.pk])
        return [{"label": _("Nagekeken?"), "url": url}, *links]


@require_http_methods(["GET", "HEAD", "POST"])
def check_place(request: HttpRequest, pk: int) -> HttpResponse:
    """How it was checked; then that it was, today, by the municipality."""
    place = _own_place(request, pk)
    form = CheckForm(request.POST or None)
    if form.is_valid():
        today = timezone.localdate()
        confirm(place, today, Role.STAFF, form.cleaned_data["how"], request.user)
        messages.success(
            request, _("Genoteerd: %(place)s is vandaag nagekeken.") % {"place": place}
        )
        return redirect("admin:places_place_change", pk)
    return render(request, "admin/places/place/checked.html", _context(request, place, form))


@require_POST
def revoke(request: HttpRequest, pk: int, asked: int) -> HttpResponse:
    """The link that was mailed to the host opens nothing any more."""
    place = _own_place(request, pk)
    if not request.user.has_perm("places.change_hostrequest"):
        raise PermissionDenied
    if not HostRequest.objects.revoke(place, asked, timezone.now()):
        raise Http404(_("Deze link kennen we niet."))
    messages.success(request, _("De link uit de mail werkt niet meer."))
    return redirect("admin:places_place_check", pk)


def _own_place(request: HttpRequest, pk: int) -> Place:
    place = places_to_change(request.user).with_key(pk).first()
    if place is None:
        raise Http404(_("Deze plek kennen we niet."))
    if not _may_check(request, place):
        raise PermissionDenied
    return place


def _may_check(request: HttpRequest, place: Place) -> bool:
    return request.user.has_perm("places.add_confirmation") and may_change(request.user, place)


def _context(request: HttpRequest, place: Place, form: CheckForm) -> dict[str, Any]:
    now = timezone.now()
    known = Place.objects.with_key(place.pk).with_newest_source().get()
    return {
        **admin.site.each_context(request),
        "title": _("Is %(place)s nagekeken?") % {"place": place},
        "opts": Place._meta,
        "place": place,
        "phone_url": phone_url(place.phone),
        "checked": checked_text(known, timezone.localdate(now)),
        "form": form,
        "confirmations": place.confirmations.all(),
        "requests": [
            {"asked": one, "usable": one.is_usable(now)} for one in place.host_requests.all()[:12]
        ],
    }
