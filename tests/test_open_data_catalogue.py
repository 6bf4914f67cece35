"""The catalogue says what the Dutch profile of DCAT asks, and nothing that is not so."""

import json
from typing import Any

import pytest
from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Polygon
from django.test import Client
from rdflib import DCTERMS, FOAF, RDF, SKOS, Graph, Literal, URIRef

from places.models import Area, Edition, Kind, Place, Publication
from tests.dcat import (
    ADDRESS,
    ASKED,
    DCAT,
    DCATAP,
    KINDS,
    LISTS,
    RECOMMENDED,
    VCARD,
    harvested,
    miscounted,
    of_class,
)
from tests.edition import settle
from tests.fetching import fetched, statuses

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated"),  # of rdflib to itself
]

SITE = "https://plekken.example"
NOT_CHOSEN = "http://standaarden.overheid.nl/owms/terms/licentieonbekend"


@pytest.fixture(autouse=True)
def _known_as(settings: Any) -> None:
    settings.SITE_URL = SITE


@pytest.fixture
def graph(client: Client) -> Graph:
    return harvested(client)


def within_site(graph: Graph) -> set[str]:
    """Every page and document of this site that the catalogue names."""
    named = {str(one).partition("#")[0] for one in graph.objects() if isinstance(one, URIRef)}
    return {address.removeprefix(SITE) for address in named if address.startswith(SITE)}


@pytest.mark.parametrize("kind", ASKED, ids=str)
def test_everything_has_what_the_profile_asks_as_often_as_it_asks(
    graph: Graph, kind: URIRef
) -> None:
    assert of_class(graph, kind)
    assert list(miscounted(graph, kind)) == []


@pytest.mark.parametrize("kind", RECOMMENDED, ids=str)
def test_everything_has_what_the_profile_recommends(graph: Graph, kind: URIRef) -> None:
    for one in of_class(graph, kind):
        assert [name for name in RECOMMENDED[kind] if not graph.value(one, name, any=True)] == []


@pytest.mark.parametrize("name", KINDS, ids=str)
def test_a_value_is_of_the_class_that_the_profile_says(graph: Graph, name: URIRef) -> None:
    values = set(graph.objects(predicate=name))
    assert values
    assert [one for one in values if (one, RDF.type, KINDS[name]) not in graph] == []


@pytest.mark.parametrize("name", LISTS, ids=str)
def test_a_value_is_from_the_list_that_the_profile_prescribes(graph: Graph, name: URIRef) -> None:
    values = set(graph.objects(predicate=name))
    assert values
    assert [one for one in values if not str(one).startswith(LISTS[name])] == []


def test_every_address_of_ours_answers(client: Client, graph: Graph) -> None:
    addresses = within_site(graph)
    assert {"/open-data/", "/en/open-data/", "/api/v1", "/api/v1/openapi.json"} <= addresses
    assert statuses(client, addresses) == dict.fromkeys(addresses, 200)


def test_every_distribution_is_of_the_media_type_that_it_says(client: Client, graph: Graph) -> None:
    for one in of_class(graph, DCAT.Distribution):
        address = str(graph.value(one, DCAT.accessURL)).removeprefix(SITE)
        answer = fetched(client, address)
        kind = str(graph.value(one, DCAT.mediaType)).removeprefix(LISTS[DCAT.mediaType])
        assert answer["Content-Type"].partition(";")[0] == kind, one


def test_a_file_can_be_had_at_once(graph: Graph) -> None:
    files = [
        one
        for one in of_class(graph, DCAT.Distribution)
        if not graph.value(one, DCAT.accessService)
    ]
    assert len(files) == 5
    for one in files:
        assert graph.value(one, DCAT.downloadURL) == graph.value(one, DCAT.accessURL)


def test_nothing_is_called_a_high_value_dataset(graph: Graph) -> None:
    assert not set(graph.objects(predicate=DCATAP.hvdCategory))


def test_it_says_when_the_data_was_last_changed(graph: Graph) -> None:
    [dataset] = of_class(graph, DCAT.Dataset)
    modified = graph.value(dataset, DCTERMS.modified)
    assert isinstance(modified, Literal)
    assert modified.toPython() == Edition.objects.now().changed_at


def test_it_says_since_when_places_are_public(client: Client, empty_site: None) -> None:
    Kind.objects.create(name="Huiskamer", slug="huiskamer")
    settle()
    assert not list(harvested(client).objects(predicate=DCTERMS.issued))
    for slug in ("eerste", "tweede"):
        Place.objects.create(name=slug, slug=slug, status="gepubliceerd")
        settle()
    issued = set(harvested(client).objects(predicate=DCTERMS.issued))
    assert issued == {Literal(Publication.objects.get(slug="eerste").first_at)}


def test_a_site_that_nobody_named_is_published_by_itself(graph: Graph) -> None:
    [agent] = of_class(graph, FOAF.Agent)
    assert str(agent) == f"{SITE}{ADDRESS}#uitgever"
    assert str(graph.value(agent, FOAF.name)) == "Huiskamers Rotterdam"


def test_a_municipality_publishes_under_its_own_address(client: Client, settings: Any) -> None:
    settings.PUBLISHER = "Gemeente Rotterdam"
    settings.PUBLISHER_URI = "https://identifier.overheid.nl/tooi/id/gemeente/gm0599"
    graph = harvested(client)
    [agent] = of_class(graph, FOAF.Agent)
    assert (str(agent), str(graph.value(agent, FOAF.name))) == (
        settings.PUBLISHER_URI,
        "Gemeente Rotterdam",
    )


@pytest.mark.parametrize(
    ("chosen", "deed", "european"),
    [
        ("", NOT_CHOSEN, None),
        ("CC0-1.0", "http://creativecommons.org/publicdomain/zero/1.0/deed.nl", "CC0"),
        ("CC-BY-4.0", "http://creativecommons.org/licenses/by/4.0/deed.nl", "CC_BY_4_0"),
    ],
)
def test_it_tells_the_licence_or_that_there_is_none(
    client: Client, settings: Any, chosen: str, deed: str, european: str | None
) -> None:
    settings.DATA_LICENCE = chosen
    graph = harvested(client)
    assert set(map(str, graph.objects(predicate=DCTERMS.license))) == {deed}
    same = graph.value(URIRef(deed), SKOS.exactMatch)
    assert (str(same).rpartition("/")[2] if same else None) == european


def test_whom_to_tell_of_errors_is_told(client: Client, settings: Any) -> None:
    settings.CONTACT_EMAIL, settings.CONTACT_PHONE = "data@plekken.example", "14 010"
    graph = harvested(client)
    [contact] = of_class(graph, VCARD.Kind)
    assert str(graph.value(contact, VCARD.hasEmail)) == "mailto:data@plekken.example"
    assert str(graph.value(contact, VCARD.hasTelephone)) == "tel:14010"


def test_only_a_boundary_that_is_loaded_makes_a_box(client: Client, graph: Graph) -> None:
    [rotterdam] = of_class(graph, DCTERMS.Location)
    assert str(rotterdam).endswith("/gemeente/gm0599")
    assert graph.value(rotterdam, DCAT.bbox) is None
    square = Polygon.from_bbox((85_000, 430_000, 98_000, 445_000))
    Area.objects.coded("GM0599").update(boundary=MultiPolygon(square, srid=28992))
    box = str(harvested(client).value(rotterdam, DCAT.bbox)).partition("> ")[2]
    centre = str(graph.value(rotterdam, DCAT.centroid)).partition("> ")[2]
    assert GEOSGeometry(box).contains(GEOSGeometry(centre))


def test_an_empty_site_has_a_catalogue_too(client: Client, empty_site: None) -> None:
    graph = harvested(client)
    wrong = [one for kind in ASKED if of_class(graph, kind) for one in miscounted(graph, kind)]
    assert wrong == []
    assert not list(graph.objects(predicate=DCTERMS.modified))


def test_it_needs_nothing_from_elsewhere_to_be_read(client: Client) -> None:
    answer = client.get(ADDRESS)
    assert answer["Content-Type"] == "application/ld+json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert isinstance(json.loads(answer.content)["@context"], dict)


def test_a_harvester_that_comes_back_hears_that_nothing_changed(client: Client) -> None:
    tag = client.get(ADDRESS)["ETag"]
    assert client.get(ADDRESS, headers={"if-none-match": tag}).status_code == 304


def test_it_knows_the_site_by_one_name_whoever_asks(client: Client) -> None:
    assert b"localhost" not in client.get(ADDRESS, headers={"host": "localhost"}).content
