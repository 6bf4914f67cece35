"""Adds people with an account to the database of a test site, and what they may know of a place.

It says the keys of all places. What this script and those beside it print as JSON,
``{"name": key}``, may stand in an address of a staff page as ``{name}``.
"""

import json
import os
import sys
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiskamers.settings")
django.setup()

from places.models import Place, Referral  # noqa: E402
from tests.staff import colleague  # noqa: E402

people = {
    "beheerder": colleague("beheerder"),
    "redacteur": colleague("redacteur"),
    "redacteur-noord": colleague("redacteur", "redacteur-noord", "noord"),
    "wijkteam": colleague("wijkteam"),
    "wijkteam-delfshaven": colleague("wijkteam", "wijkteam-delfshaven", "delfshaven"),
}
Referral.objects.create(
    place=Place.objects.get(slug="bij-de-provenier"),
    contact="Vraag naar Ans, 06 12 34 56 78",
    intake_notes="Bel eerst even.",
    capacity="Op dinsdag is plek voor twee.",
)
keys = dict(Place.objects.values_list("slug", "pk"))
json.dump(keys | {name: user.pk for name, user in people.items()}, sys.stdout)
