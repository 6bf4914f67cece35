"""What DCAT-AP-NL 3.0 asks of a catalogue, and a graph to ask it of.

The numbers are those of the profile's own shapes (Geonovum, dcat-ap-nl-SHACL.ttl and
dcat-ap-nl-SHACL-aanbevolen.ttl of version 3.0.0, https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/)
over those of the European profile that it narrows down (SEMIC, DCAT-AP 3.0.0).
"""

from collections.abc import Iterator
from math import inf

from django.test import Client
from rdflib import DCTERMS, FOAF, RDF, Graph, Namespace, URIRef
from rdflib.term import Node

ADDRESS = "/open-data/catalogus.jsonld"
DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCATAP = Namespace("http://data.europa.eu/r5r/")
ADMS = Namespace("http://www.w3.org/ns/adms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
EUROPE = "http://publications.europa.eu/resource/authority/"

ANY, ONE, SOME, AT_MOST_ONE = (0, inf), (1, 1), (1, inf), (0, 1)
DATES = {DCTERMS.issued: AT_MOST_ONE, DCTERMS.modified: AT_MOST_ONE}

ASKED: dict[URIRef, dict[URIRef, tuple[float, float]]] = {
    DCAT.Catalog: {
        DCTERMS.title: SOME,
        DCTERMS.description: SOME,
        DCTERMS.publisher: ONE,
        DCAT.contactPoint: ONE,
        DCAT.dataset: SOME,
        DCTERMS.license: AT_MOST_ONE,
        DCTERMS.creator: AT_MOST_ONE,
        FOAF.homepage: AT_MOST_ONE,
        **DATES,
    },
    DCAT.Dataset: {
        DCTERMS.title: SOME,
        DCTERMS.description: SOME,
        DCTERMS.accessRights: ONE,
        DCAT.contactPoint: ONE,
        DCTERMS.creator: SOME,
        DCTERMS.identifier: ONE,
        DCTERMS.publisher: ONE,
        DCAT.theme: SOME,
        DCTERMS.accrualPeriodicity: AT_MOST_ONE,
        DCAT.version: AT_MOST_ONE,
        ADMS.status: AT_MOST_ONE,
        **DATES,
    },
    DCAT.Distribution: {
        DCAT.accessURL: ONE,
        DCTERMS.license: ONE,
        DCAT.downloadURL: AT_MOST_ONE,
        DCAT.accessService: AT_MOST_ONE,
        DCAT.mediaType: AT_MOST_ONE,
        DCTERMS["format"]: AT_MOST_ONE,
        DCAT.byteSize: AT_MOST_ONE,
        DCATAP.availability: AT_MOST_ONE,
        DCTERMS.rights: AT_MOST_ONE,
        **DATES,
    },
    DCAT.DataService: {
        DCTERMS.title: SOME,
        DCTERMS.description: SOME,
        DCTERMS.accessRights: ONE,
        DCAT.contactPoint: ONE,
        DCTERMS.identifier: ONE,
        DCTERMS.license: ONE,
        DCTERMS.publisher: ONE,
        DCAT.theme: SOME,
        DCAT.endpointURL: ONE,
        DCAT.endpointDescription: ONE,
        DCTERMS.creator: AT_MOST_ONE,
        DCTERMS.modified: AT_MOST_ONE,
    },
    FOAF.Agent: {FOAF.name: SOME, DCTERMS.type: AT_MOST_ONE},
    DCTERMS.Location: {DCAT.bbox: AT_MOST_ONE, DCAT.centroid: AT_MOST_ONE},
}
"""How often a resource of each class has each property: at least and at most."""

RECOMMENDED = {
    DCAT.Catalog: [DCTERMS.creator],
    DCAT.Dataset: [DCTERMS.conformsTo, FOAF.page, DCAT.landingPage, DCTERMS.language],
    DCAT.Distribution: [DCTERMS.language, DCTERMS.conformsTo],
    DCAT.DataService: [DCTERMS.creator, DCAT.keyword, DCTERMS.language],
}
KINDS = {
    DCTERMS.publisher: FOAF.Agent,
    DCTERMS.creator: FOAF.Agent,
    DCAT.contactPoint: VCARD.Kind,
    DCAT.dataset: DCAT.Dataset,
    DCAT.service: DCAT.DataService,
    DCAT.distribution: DCAT.Distribution,
    DCAT.accessService: DCAT.DataService,
    DCAT.servesDataset: DCAT.Dataset,
    DCTERMS.license: DCTERMS.LicenseDocument,
    DCTERMS.rights: DCTERMS.RightsStatement,
    DCTERMS.spatial: DCTERMS.Location,
}
"""Of which class the value of a property is."""

LISTS = {
    DCTERMS.accessRights: f"{EUROPE}access-right/",
    DCAT.theme: f"{EUROPE}data-theme/",
    DCTERMS.accrualPeriodicity: f"{EUROPE}frequency/",
    DCTERMS["format"]: f"{EUROPE}file-type/",
    DCTERMS.language: f"{EUROPE}language/",
    DCATAP.availability: f"{EUROPE}planned-availability/",
    DCAT.mediaType: "https://www.iana.org/assignments/media-types/",
}
"""The list of values that the profile prescribes (section Waardelijsten)."""


def harvested(client: Client) -> Graph:
    """The catalogue as a harvester reads it; a look-up of anything else fails the test."""
    return Graph().parse(data=client.get(ADDRESS).content, format="json-ld")


def of_class(graph: Graph, kind: URIRef) -> list[Node]:
    return sorted(graph.subjects(RDF.type, kind), key=str)


def miscounted(graph: Graph, kind: URIRef) -> Iterator[str]:
    """What a resource of this class has too little or too much of."""
    for one in of_class(graph, kind):
        for name, (least, most) in ASKED[kind].items():
            number = len(set(graph.objects(one, name)))
            if not least <= number <= most:
                yield f"{one} has {name} {number} times"
