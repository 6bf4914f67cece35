"""Terms and values of others that the catalogue uses, and how its short names are to be read."""

EUROPE = "http://publications.europa.eu/resource/authority"
PUBLIC = f"{EUROPE}/access-right/PUBLIC"
SOCIETY = f"{EUROPE}/data-theme/SOCI"
IRREGULARLY = f"{EUROPE}/frequency/IRREG"
STABLE = f"{EUROPE}/planned-availability/STABLE"
DUTCH, ENGLISH = f"{EUROPE}/language/NLD", f"{EUROPE}/language/ENG"
FILE_TYPES = f"{EUROPE}/file-type/"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"

PROFILE = "https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/"
DESIGN_RULES = "https://gitdocumentatie.logius.nl/publicatie/api/adr/"
MUNICIPALITY = "https://identifier.overheid.nl/tooi/id/gemeente/"
"""Followed by the code of CBS in small letters."""

CRS84 = "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> "
"""Before WKT: longitude first, in degrees."""

_PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_RESOURCES = (
    "adms:status",
    "dcat:accessService",
    "dcat:accessURL",
    "dcat:downloadURL",
    "dcat:endpointDescription",
    "dcat:endpointURL",
    "dcat:landingPage",
    "dcat:mediaType",
    "dcat:servesDataset",
    "dcat:theme",
    "dcat:themeTaxonomy",
    "dcatap:availability",
    "dct:accessRights",
    "dct:accrualPeriodicity",
    "dct:conformsTo",
    "dct:creator",
    "dct:format",
    "dct:language",
    "dct:license",
    "dct:publisher",
    "foaf:homepage",
    "foaf:page",
    "skos:exactMatch",
    "vcard:hasEmail",
    "vcard:hasTelephone",
    "vcard:hasURL",
)
"""Properties of which a text is the address of something."""

_TYPED = {
    "dct:issued": "xsd:dateTime",
    "dct:modified": "xsd:dateTime",
    "dcat:bbox": "geo:wktLiteral",
    "dcat:centroid": "geo:wktLiteral",
}

CONTEXT = {
    **_PREFIXES,
    **{name: {"@type": "@id"} for name in _RESOURCES},
    **{name: {"@type": kind} for name, kind in _TYPED.items()},
}
"""All that a reader of JSON-LD needs: nothing is fetched."""
