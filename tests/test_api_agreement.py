"""The API, the filter, the directory and the map find the same places, whatever is asked."""

from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from places.models import Option
from tests.api import told
from tests.asking import found, listing

pytestmark = pytest.mark.django_db

OTHERS = [
    *("open=2026-11-24T17:30", "nagekeken=12", "q=noord", "q=samen+eten", "q=pauluskrek"),
    *("bij=3014", "bij=3014&straal=3000", "bij=51.92,4.47", "bij=Noord&sorteer=naam"),
    *("bbox=4.46,51.90,4.50,51.93", "sorteer=nagekeken"),
]


def wishes() -> st.SearchStrategy[str]:
    """Query strings of known options and of everything else that can be asked."""
    tags = [option.tag.replace(":", "=", 1) for option in Option.objects.all()]
    chosen = st.lists(st.sampled_from(tags), max_size=2, unique=True)
    others = st.lists(st.sampled_from(OTHERS), max_size=2, unique=True)
    return st.builds(lambda *parts: "&".join(parts[0] + parts[1]), chosen, others)


def everywhere(client: Client, query: str, per: int) -> tuple[list[str], int]:
    """The keys on all pages together, and the total that each page says."""
    page: Any = told(client, f"/plekken?{query}&per={per}&velden=uuid")
    keys = [one["uuid"] for one in page["resultaten"]]
    for number in range(2, -(-page["totaal"] // per) + 1):
        more = told(client, f"/plekken?{query}&per={per}&velden=uuid&pagina={number}")
        assert more["totaal"] == page["totaal"]
        keys += [one["uuid"] for one in more["resultaten"]]
    return keys, page["totaal"]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_all_doors_find_the_same_places(client: Client, data: st.DataObject) -> None:
    query = data.draw(wishes())
    per = data.draw(st.integers(7, 60))
    keys, total = everywhere(client, query, per)
    tally = listing(query).tally
    assert keys == [str(place.uuid) for place in found(query).qs]
    assert total == tally.total
    drawn = client.get(f"/kaart.geojson?{query}").json()["features"]
    assert sum(one["properties"].get("aantal", 1) for one in drawn) == tally.mapped
