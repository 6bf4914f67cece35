"""Who publishes the data: by default the site itself, as no municipality is ours to name."""

from django.conf import settings

from places.site import site_title


def publisher_name() -> str:
    """What the publisher is called."""
    return settings.PUBLISHER or site_title()


def whole(path: str) -> str:
    """The address of ``path`` under the name by which others know this site.

    Catalogues know data by these addresses, so they do not depend on who asks how.
    """
    return f"{settings.SITE_URL.rstrip('/')}{path}"
