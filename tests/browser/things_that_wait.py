"""Adds a suggestion of each kind and a report to the database of a test site; says their keys."""

import json
import os
import sys
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiskamers.settings")
django.setup()

from places.models import Place  # noqa: E402
from tests.outsiders import complaint, newcomer, suggestion  # noqa: E402

HALF = {
    "phone": "010 123 45 67",
    "website": "https://verkeerd.example",
    "hours": "elke maandagochtend vanaf tien",
}
place = Place.objects.get(slug="speelcentrum-weena")
handled = {"status": "afgewezen", "handled_at": "2026-11-22T12:00Z", "email": ""}
waiting = {
    "half": suggestion(place, proposed=HALF, remark="Het nummer staat op de deur."),
    "overtaken": suggestion(seen={"phone": "010 000 00 00"}),
    "newcomer": newcomer(name="Paulus kerk", area="Oude Westen"),
    "still true": suggestion(kind="klopt", proposed={}),
    "declined": suggestion(words="Dat nummer klopt niet.", **handled),
    "report": complaint(),
}
json.dump({name: one.pk for name, one in waiting.items()}, sys.stdout)
