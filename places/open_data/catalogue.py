"""The catalogue for harvesters: DCAT-AP-NL 3.0 in JSON-LD, one dataset and the doors to it."""

from django.urls import reverse

from places.models.overview import extent
from places.open_data import vocabulary as terms
from places.open_data.files import FILES, File
from places.open_data.parts import (
    Node,
    about,
    contact,
    dates,
    dutch,
    identifier,
    page,
    publisher,
    publisher_id,
    spatial,
    terms_of_use,
)
from places.open_data.publisher import whole
from places.open_data.services import SERVICES, Service
from places.site import site_title

WHAT = (
    "Plekken in de wijk waar mensen elkaar ontmoeten: huizen van de wijk, huiskamers, buurthuizen, "
    "tuinen en meer. Met adres, punt op de kaart, openingstijden, aanbod, kenmerken, waarden en "
    "uitspraken, elk met bron en datum. Wat niet bekend is, is leeg. Gegevens van bezoekers of "
    "cliënten zitten er niet in."
)


def catalogue() -> Node:
    """The whole document; all that it tells of the data comes from one statement."""
    known = extent()
    when, where = dates(known), spatial(known)
    return {
        "@context": terms.CONTEXT,
        "@id": identifier("catalogus"),
        "@type": "dcat:Catalog",
        "dct:title": dutch(f"Open data van {site_title()}"),
        "dct:description": dutch("Wat er van deze site als open data te halen is."),
        "dct:publisher": publisher(),
        "dct:creator": publisher_id(),
        "dcat:contactPoint": contact(),
        "dct:license": terms_of_use()["dct:license"],
        "dct:language": terms.DUTCH,
        "dct:conformsTo": terms.PROFILE,
        "dcat:themeTaxonomy": f"{terms.EUROPE}/data-theme",
        "foaf:homepage": page("nl"),
        **when,
        **where,
        "dcat:dataset": {**_dataset(when), **where},
        "dcat:service": [_service(one) for one in SERVICES],
    }


def _dataset(when: Node) -> Node:
    return {
        **about("plekken", f"Ontmoetingsplekken van {site_title()}", WHAT),
        "@type": "dcat:Dataset",
        "dct:accrualPeriodicity": terms.IRREGULARLY,
        "dct:conformsTo": page("nl", "data_dictionary"),
        **when,
        "dcat:distribution": [
            *(_by_file(one, when) for one in FILES),
            *(_by_service(one, when) for one in SERVICES),
        ],
    }


def _by_file(file: File, when: Node) -> Node:
    address = whole(reverse(file.url_name))
    return {
        **_distribution(file.url_name, f"Alle plekken als {file.name}", when),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:mediaType": file.media_type_uri,
        "dct:format": file.file_type,
        "dct:conformsTo": page("nl", "data_dictionary"),
    }


def _by_service(service: Service, when: Node) -> Node:
    return {
        **_distribution(f"plekken-{service.name}", f"Plekken uit de {service.title}", when),
        "dcat:accessURL": whole(reverse(service.root)),
        "dcat:accessService": identifier(service.name),
        "dcat:mediaType": f"{terms.MEDIA_TYPES}application/json",
        "dct:format": f"{terms.FILE_TYPES}JSON",
        "dct:conformsTo": service.standard,
    }


def _distribution(name: str, title: str, when: Node) -> Node:
    return {
        "@id": identifier(name),
        "@type": "dcat:Distribution",
        "dct:title": dutch(title),
        "dct:language": [terms.DUTCH, terms.ENGLISH],
        "dcatap:availability": terms.STABLE,
        **when,
        **terms_of_use(),
    }


def _service(service: Service) -> Node:
    return {
        **about(service.name, service.title, service.about),
        "@type": "dcat:DataService",
        "dcat:endpointURL": whole(reverse(service.root)),
        "dcat:endpointDescription": whole(reverse(service.description)),
        "dcat:servesDataset": identifier("plekken"),
        "dct:conformsTo": service.standard,
        **terms_of_use(),
    }
