"""What catalogue, dataset, files and services share: who, where, when, and the terms."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from places.models.overview import Extent, Municipality
from places.open_data import vocabulary as terms
from places.open_data.licence import NOT_CHOSEN, licence
from places.open_data.publisher import publisher_name, whole

Node = dict[str, Any]

KEYWORDS = ("ontmoetingsplek", "buurthuis", "huis van de wijk", "huiskamer", "inloop", "welzijn")
QUOTES = "Uitspraken zijn van wie ze deed en staan er als citaat, met hun bron."
NO_LICENCE = "De eigenaar heeft nog geen licentie gekozen: vraag het voordat je iets overneemt."


def identifier(name: str) -> str:
    """How others know a part of the catalogue."""
    return f"{whole(reverse('catalogue'))}#{name}"


def page(language: str, name: str = "open_data") -> str:
    """A page for people in one language, by the name of its address."""
    with override(language):
        return whole(reverse(name))


def dutch(text: str) -> Node:
    """A text that is Dutch in whatever language the reader is."""
    return {"@value": text, "@language": "nl"}


def publisher() -> Node:
    """Whoever publishes, with an address of their own if there is one."""
    return {"@id": publisher_id(), "@type": "foaf:Agent", "foaf:name": dutch(publisher_name())}


def publisher_id() -> str:
    """The address that means the publisher."""
    return settings.PUBLISHER_URI or identifier("uitgever")


def contact() -> Node:
    """Whom to tell about errors."""
    email, phone = settings.CONTACT_EMAIL, settings.CONTACT_PHONE
    known = {
        "vcard:hasEmail": email and f"mailto:{email}",
        "vcard:hasTelephone": phone and f"tel:{''.join(phone.split())}",
    }
    return {
        "@id": identifier("contact"),
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": dutch(publisher_name()),
        "vcard:hasURL": page("nl"),
        **{name: value for name, value in known.items() if value},
    }


def about(name: str, title: str, description: str) -> Node:
    """What the profile asks of a dataset and of a service alike."""
    return {
        "@id": identifier(name),
        "dct:identifier": identifier(name),
        "dct:title": dutch(title),
        "dct:description": dutch(description),
        "dct:publisher": publisher(),
        "dct:creator": publisher_id(),
        "dcat:contactPoint": contact(),
        "dct:accessRights": terms.PUBLIC,
        "dcat:theme": terms.SOCIETY,
        "dcat:keyword": [dutch(word) for word in KEYWORDS],
        "dcat:landingPage": page("nl"),
        "foaf:page": [page("nl"), page("en")],
        "dct:language": [terms.DUTCH, terms.ENGLISH],
    }


def terms_of_use() -> Node:
    """The licence, which the profile wants told even when there is none, and what else counts."""
    chosen = licence()
    rights = QUOTES if chosen else f"{NO_LICENCE} {QUOTES}"
    document = {"@id": chosen.deed if chosen else NOT_CHOSEN, "@type": "dct:LicenseDocument"}
    known_as = {"skos:exactMatch": chosen.european} if chosen else {}
    return {
        "dct:license": document | known_as,
        "dct:rights": {
            "@id": identifier("rechten"),
            "@type": "dct:RightsStatement",
            "rdfs:label": dutch(rights),
        },
    }


def dates(known: Extent) -> Node:
    """When it was last changed, and since when there is anything; nothing of an empty site."""
    moments = {"dct:modified": known.changed_at, "dct:issued": known.since}
    return {name: moment.isoformat() for name, moment in moments.items() if moment}


def spatial(known: Extent) -> Node:
    """Where it is about; nothing of a site without areas."""
    places = [_location(one) for one in known.municipalities]
    return {"dct:spatial": places} if places else {}


def _location(municipality: Municipality) -> Node:
    """A box is told of a boundary alone; a box of middles would be too small."""
    box = {"dcat:bbox": terms.CRS84 + municipality.box} if municipality.box else {}
    return {
        "@id": f"{terms.MUNICIPALITY}{municipality.code.lower()}",
        "@type": "dct:Location",
        "skos:prefLabel": dutch(municipality.name),
        "dcat:centroid": terms.CRS84 + municipality.centre,
        **box,
    }
