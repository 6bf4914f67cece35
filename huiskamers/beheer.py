"""The admin site: Django's own, in Dutch, with a nonce for the scripts of the map widget."""

from typing import Any

from csp.constants import NONCE, SELF
from csp.decorators import csp_update
from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class Beheer(AdminSite):
    """The admin at `/beheer/`; the only pages with inline scripts, each under a nonce."""

    site_header = _("Beheer van de huiskamers")
    site_title = _("Beheer")
    index_title = _("Wat wil je bijwerken?")

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        return csp_update({"script-src": [SELF, NONCE]})(super().admin_view(view, cacheable))
