"""Adds one place that closed to the database of a test site, for the page that says so."""

import os
import sys
from datetime import date
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiskamers.settings")
django.setup()

from places.models import Place  # noqa: E402

Place.objects.create(
    name="De Gesloten Deur",
    slug="de-gesloten-deur",
    status=Place.Status.ARCHIVED,
    archived_on=date(2026, 3, 1),
    archived_because=Place.Farewell.MERGED,
    archived_words="De groep gaat verder bij de buren.",
    successor=Place.objects.get(slug="bij-de-provenier"),
)
