"""The admin site: Django's own, in Dutch, with a nonce for the scripts of the map widget."""

from functools import wraps
from typing import Any

from csp.constants import NONCE, SELF
from csp.decorators import csp_update
from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from places.accounts.session import keep_awake
from places.views import accounts, address_search, opening_hours


class Beheer(AdminSite):
    """The admin at `/beheer/`; the only pages with inline scripts, each under a nonce."""

    site_header = _("Beheer van de huiskamers")
    site_title = _("Beheer")
    index_title = _("Wat wil je bijwerken?")
    enable_nav_sidebar = False  # the links at the top are enough, and the form needs the room

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def awake(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            keep_awake(request, timezone.now())
            return guarded(request, *args, **kwargs)

        return csp_update({"script-src": [SELF, NONCE]})(awake)

    def get_urls(self) -> list[Any]:
        mine = path("mijn/", self.admin_view(accounts.mine), name="mine")
        addresses = path("adres/", self.admin_view(address_search.search), name="address_search")
        hours = [
            path(
                "openingstijden/voorbeeld/",
                self.admin_view(opening_hours.preview_hours),
                name="preview_hours",
            ),
            path(
                "openingstijden/lezen/",
                self.admin_view(opening_hours.read_hours),
                name="read_hours",
            ),
        ]
        return [mine, addresses, *hours, *self._work_urls(), *super().get_urls()]

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        """The lists, under what waits to be done."""
        from places.admin.work import index_context  # registers here, so cannot come first

        return super().index(request, (extra_context or {}) | index_context(request))

    def _work_urls(self) -> list[Any]:
        from places.admin import work

        view = self.admin_view
        return [
            path("werk/", view(work.queue), name="work"),
            path("werk/<int:pk>/feestdagen/", view(work.set_holidays), name="work_holidays"),
            path("werk/<int:pk>/nagekeken/", view(work.checked_by_phone), name="work_checked"),
        ]

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """There is one page to log in, for everybody."""
        if self.has_permission(request):
            return redirect("admin:index")
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"))

    def logout(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return accounts.log_out(request)
