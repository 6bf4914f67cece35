"""What the site knows, by noun."""

from places.models.area import Area
from places.models.attempt import Attempt
from places.models.cluster import MapCell, MapPoint
from places.models.colleague import Colleague
from places.models.confirmation import Confirmation, HostRequest
from places.models.dilemma import Dilemma, PlaceDilemma
from places.models.document import Document
from places.models.dossier import Dossier, Referral
from places.models.edition import Edition, Publication
from places.models.hours import OpeningHours, SpecialDay
from places.models.kept_count import KeptCount
from places.models.notice import Notice
from places.models.option import Option
from places.models.organisation import Organisation
from places.models.photo import Photo
from places.models.place import Place
from places.models.postcode import Postcode
from places.models.provenance import FormerSlug, Quote, Source
from places.models.suggestion import Report, Suggestion
from places.models.theme import PlaceTrait, PlaceValue, Trait, Value
from places.models.vocabulary import Audience, Kind, Language, Offer

__all__ = [
    "Area",
    "Attempt",
    "Audience",
    "Colleague",
    "Confirmation",
    "Dilemma",
    "Document",
    "Dossier",
    "Edition",
    "FormerSlug",
    "HostRequest",
    "KeptCount",
    "Kind",
    "Language",
    "MapCell",
    "MapPoint",
    "Notice",
    "Offer",
    "OpeningHours",
    "Option",
    "Organisation",
    "Photo",
    "Place",
    "PlaceDilemma",
    "PlaceTrait",
    "PlaceValue",
    "Postcode",
    "Publication",
    "Quote",
    "Referral",
    "Report",
    "Source",
    "SpecialDay",
    "Suggestion",
    "Trait",
    "Value",
]
