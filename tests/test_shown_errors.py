"""The reason why a value was left out stands on the page, whichever parameter it was for."""

from html import unescape

import pytest
from django.test import Client

from places.filters import PlaceFilter

pytestmark = pytest.mark.django_db

REASONS = {
    "q=%25": "Hier staat geen woord in om op te zoeken.",
    "waarde=banaan": "“banaan” kennen we niet.",
    "dilemma=banaan": "“banaan” kennen we niet.",
    "kenmerk=banaan": "“banaan” kennen we niet.",
    "doelgroep=banaan": "“banaan” kennen we niet.",
    "aanbod=banaan": "“banaan” kennen we niet.",
    "taal=banaan": "“banaan” kennen we niet.",
    "soort=banaan": "“banaan” kennen we niet.",
    "gemeente=banaan": "“banaan” kennen we niet.",
    "gebied=banaan": "“banaan” kennen we niet.",
    "wijk=banaan": "“banaan” kennen we niet.",
    "netwerk=banaan": "“banaan” kennen we niet.",
    "open=banaan": "Schrijf dag en tijd als 2026-11-24T19:30",
    "nagekeken=7": "“7” kan niet gekozen worden.",
    "bij=9999ZZ": "9999",
    "straal=banaan&bij=3014": "Dit is geen heel getal.",
    "straal=800": "Vul eerst bij Dichtbij een postcode, straat of wijk in.",
    "bbox=1,2,3": "Een kader is vier getallen",
    "sorteer=banaan": "“banaan” kan niet gekozen worden.",
    "pagina=-1": "minstens 1",
    "pagina=banaan": "Dit is geen heel getal.",
    "pagina=99": "Zoveel pagina's zijn er niet.",
    "pagina=1000000000": "Zoveel pagina's zijn er niet.",
}


def said_beside(page: str, parameter: str) -> str:
    """The text of the error of one parameter, without what stands around it."""
    start = page.index(f'id="fout-{parameter}"')
    return unescape(page[page.index(">", start) + 1 : page.index("</p>", start)])


def test_every_parameter_has_a_wrong_value_here() -> None:
    assert {query.partition("=")[0] for query in REASONS} == set(PlaceFilter.base_filters)


@pytest.mark.parametrize("through_htmx", [False, True], ids=["page", "htmx"])
@pytest.mark.parametrize(("query", "reason"), REASONS.items(), ids=list(REASONS))
def test_the_reason_stands_beside_the_field(
    client: Client, query: str, reason: str, through_htmx: bool
) -> None:
    headers = {"HX-Request": "true"} if through_htmx else {}
    answer = client.get(f"/?{query}", headers=headers)
    assert answer.status_code == 200
    assert reason in said_beside(answer.content.decode(), query.partition("=")[0])


@pytest.mark.parametrize("parameter", ["soort", "taal", "gemeente", "nagekeken"])
def test_a_group_with_a_wrong_value_stands_open_in_the_open_filters(
    client: Client, parameter: str
) -> None:
    page = client.get(f"/?{parameter}=banaan").content.decode()
    assert f'id="filter-{parameter}" open>' in page
    assert 'id="meer" open>' in page


def test_the_filters_stay_folded_when_nothing_is_wrong(client: Client) -> None:
    page = client.get("/?soort=leeszaal").content.decode()
    assert 'id="meer">' in page
