"""The one app of the site."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacesConfig(AppConfig):
    """Meeting places, what they stand for, and the doors to them."""

    name = "places"
    verbose_name = _("Huiskamers")

    def ready(self) -> None:
        """Have ``migrate`` look first whether the tables are ours."""
        import_module("places.tables")
