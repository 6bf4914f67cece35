"""`/beheer/werk/`: what waits, the riskiest first, each with what solves it."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from places.models import Confirmation, Place
from places.models.confirmation import Role, confirm
from places.roles import places_to_change
from places.suggesting.scope import reports_for, suggestions_for
from places.work import SLUGS, work_queue

PER_PAGE = 25
ON_INDEX = 10
FARTHEST = 10_000
"""Nobody browses to a later page; a larger number would not fit in the database."""


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """One page of the queue, of one reason if asked."""
    _require_editor(request)
    slug, page = _asked(request.GET)
    today = timezone.localdate()
    found = work_queue(request.user, today, slug, (page - 1) * PER_PAGE, PER_PAGE)
    if page > 1 and not found.jobs:
        return redirect(_url(slug, 1))
    context = {
        **admin.site.each_context(request),
        "title": _("Wat er te doen is"),
        "queue": found,
        "place": f"?{_query(slug, page)}",
        "slug": slug,
        "number": page,
        "previous_url": _url(slug, page - 1) if page > 1 else "",
        "next_url": _url(slug, page + 1) if page * PER_PAGE < found.count else "",
    }
    return render(request, "admin/places/work.html", context)


@require_POST
def set_holidays(request: HttpRequest, pk: int) -> HttpResponse:
    """What a place does on public holidays."""
    place = _own_place(request, pk)
    choice = request.POST.get("keuze", "")
    if choice not in (Place.HolidayPolicy.CLOSED, Place.HolidayPolicy.AS_USUAL):
        messages.error(request, _("Kies of de plek op feestdagen dicht is of open zoals altijd."))
        return _back(request)
    place.holiday_policy = choice
    place.save(update_fields=["holiday_policy", "changed_at"])
    words = {"place": place, "policy": place.get_holiday_policy_display()}
    messages.success(request, _("%(place)s: %(policy)s.") % words)
    return _back(request)


@require_POST
def checked_by_phone(request: HttpRequest, pk: int) -> HttpResponse:
    """A colleague called, and all of the entry is true."""
    place = _own_place(request, pk)
    if not request.user.has_perm("places.add_confirmation"):
        raise PermissionDenied
    confirm(place, timezone.localdate(), Role.STAFF, Confirmation.How.PHONE, request.user)
    messages.success(request, _("Genoteerd: %(place)s is vandaag nagekeken.") % {"place": place})
    return _back(request)


def index_context(request: HttpRequest) -> dict[str, Any]:
    """What the first page of the admin says of the work; nothing to whoever may not do it."""
    if not request.user.has_perm("places.change_place"):
        return {}
    suggestions = suggestions_for(request.user).waiting()
    return {
        "queue": work_queue(request.user, timezone.localdate(), "", 0, ON_INDEX),
        "suggestion_count": suggestions.from_people().count(),
        "openstreetmap_count": suggestions.from_openstreetmap().count(),
        "report_count": reports_for(request.user).waiting().count(),
    }


def _require_editor(request: HttpRequest) -> None:
    if not request.user.has_perm("places.change_place"):
        raise PermissionDenied


def _own_place(request: HttpRequest, pk: int) -> Place:
    _require_editor(request)
    place = places_to_change(request.user).with_key(pk).first()
    if place is None:
        raise Http404(_("Deze plek kennen we niet."))
    return place


def _asked(given: QueryDict) -> tuple[str, int]:
    """Reason and page; what makes no sense counts as not asked."""
    slug, page = given.get("reden", ""), given.get("pagina", "")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1
    return slug if slug in SLUGS else "", min(max(number, 1), FARTHEST)


def _query(slug: str, page: int) -> str:
    given = QueryDict(mutable=True)
    given.update({name: one for name, one in {"reden": slug, "pagina": str(page)}.items() if one})
    return given.urlencode()


def _url(slug: str, page: int) -> str:
    return f"{reverse('admin:work')}?{_query(slug, page)}"


def _back(request: HttpRequest) -> HttpResponse:
    """To where the button was pressed."""
    if request.GET.get("terug") == "begin":
        return redirect("admin:index")
    return redirect(_url(*_asked(request.GET)))
