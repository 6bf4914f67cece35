"""The data as schema.org says it, for search engines of datasets."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from places.models.overview import Overview
from places.open_data.files import FILES, File
from places.open_data.licence import licence
from places.open_data.parts import KEYWORDS, identifier
from places.open_data.publisher import publisher_name, whole
from places.portrait.json_ld import json_ld
from places.site import site_title


def dataset(seen: Overview) -> SafeString:
    """JSON-LD of the whole dataset, safe inside a script element."""
    chosen = licence()
    document = {
        "@type": "Dataset",
        "@id": identifier("plekken"),
        "identifier": identifier("plekken"),
        "name": _("Ontmoetingsplekken van %(site)s") % {"site": site_title()},
        "description": _(
            "Plekken in de wijk waar mensen elkaar ontmoeten: huizen van de wijk, huiskamers, "
            "buurthuizen, tuinen en meer, met adres, openingstijden, aanbod, waarden en uitspraken."
        ),
        "url": whole(reverse("open_data")),
        "license": chosen and chosen.url,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": publisher_name()},
        "dateModified": seen.changed_at and seen.changed_at.isoformat(),
        "keywords": list(KEYWORDS),
        "inLanguage": ["nl", "en"],
        "spatialCoverage": {"@type": "Place", "name": settings.CITY_NAME},
        "distribution": [_download(one) for one in FILES],
    }
    return json_ld(document)


def _download(file: File) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": file.name,
        "encodingFormat": file.media_type,
        "contentUrl": whole(reverse(file.url_name)),
    }
