"""Adds people with an account to the database of a test site, and says the keys of all places.

What a script beside this one prints as JSON, ``{"name": key}``, may stand in an address of a
staff page as ``{name}``.
"""

import json
import os
import sys
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiskamers.settings")
django.setup()

from places.models import Place  # noqa: E402
from tests.staff import colleague  # noqa: E402

people = {
    "beheerder": colleague("beheerder"),
    "redacteur": colleague("redacteur"),
    "redacteur-noord": colleague("redacteur", "redacteur-noord", "noord"),
    "wijkteam": colleague("wijkteam"),
}
keys = dict(Place.objects.values_list("slug", "pk"))
json.dump(keys | {name: user.pk for name, user in people.items()}, sys.stdout)
