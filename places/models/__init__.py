"""What the site knows, by noun."""

from places.models.area import Area
from places.models.dilemma import Dilemma, PlaceDilemma
from places.models.hours import OpeningHours, SpecialDay
from places.models.option import Option
from places.models.organisation import Organisation
from places.models.place import Place
from places.models.provenance import FormerSlug, Quote, Source
from places.models.theme import PlaceTrait, PlaceValue, Trait, Value
from places.models.vocabulary import Audience, Kind, Language, Offer

__all__ = [
    "Area",
    "Audience",
    "Dilemma",
    "FormerSlug",
    "Kind",
    "Language",
    "Offer",
    "OpeningHours",
    "Option",
    "Organisation",
    "Place",
    "PlaceDilemma",
    "PlaceTrait",
    "PlaceValue",
    "Quote",
    "Source",
    "SpecialDay",
    "Trait",
    "Value",
]
