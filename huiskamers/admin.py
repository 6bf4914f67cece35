"""Makes our admin site the one that every model registers with."""

from django.contrib.admin.apps import AdminConfig


class BeheerConfig(AdminConfig):
    """Django's admin app, with our site as its default."""

    default_site = "huiskamers.beheer.Beheer"
